#!/usr/bin/env bash
# Puts beside the program what a Linux system looks for outside it: the command, menu entry, icons, manual, completions.
# Usage: lay-out.sh ROOT IMAGE ICONS VERSION TOP
set -euo pipefail
root=$1 image=$2 icons=$3 version=$4 top=$5
here=$(cd "$(dirname "$0")" && pwd)
id=$(sed -n 's/^IDENTIFIER=//p' "$here/../settings.env")
put() { # MODE FROM TO
  install -D -m "$1" "$2" "$root/usr/share/$3"
}
mkdir -p "$root/usr/bin"
ln -s ../../opt/zonewright/bin/zonewright "$root/usr/bin/zonewright"
put 644 "$here/zonewright.desktop" "applications/$id.desktop"
sed "s/@VERSION@/$version/" "$here/zonewright.metainfo.xml" >"$root/metainfo.tmp"
put 644 "$root/metainfo.tmp" "metainfo/$id.metainfo.xml"
rm "$root/metainfo.tmp"
for size in 16 24 32 48 64 128 256 512; do
  put 644 "$icons/zonewright-$size.png" "icons/hicolor/${size}x$size/apps/zonewright.png"
done
put 644 "$top/assets/icon/zonewright.svg" icons/hicolor/scalable/apps/zonewright.svg
words=$(mktemp -d)
trap 'rm -rf "$words"' EXIT
"$image/bin/zonewright" help --man | gzip -9n >"$words/zonewright.1.gz"
for shell in bash zsh fish powershell; do
  "$image/bin/zonewright" completion "$shell" >"$words/$shell"
done
put 644 "$words/zonewright.1.gz" man/man1/zonewright.1.gz
put 644 "$words/bash" bash-completion/completions/zonewright
put 644 "$words/zsh" zsh/vendor-completions/_zonewright
put 644 "$words/zsh" zsh/site-functions/_zonewright
put 644 "$words/fish" fish/vendor_completions.d/zonewright.fish
put 644 "$words/powershell" zonewright/zonewright-completion.ps1
put 644 "$here/copyright" doc/zonewright/copyright
put 644 "$top/docs/third-party.md" doc/zonewright/third-party.md
put 644 "$top/target/classes/META-INF/sbom/zonewright.cdx.json" doc/zonewright/zonewright.cdx.json
find "$root" -type d -exec chmod 755 {} +
