#!/usr/bin/env bash
# Builds the macOS package, a .dmg with Zonewright.app, in target/installers.
# Usage: installers/build-macos.sh [--no-build]    --no-build takes target/zonewright.jar as it is
# Signs with the identity in MACOS_SIGNING_IDENTITY, when it is set; else the package is unsigned.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
# shellcheck source=installers/common.sh
. "$here/common.sh"

[ "$(uname -s)" = Darwin ] || die "this builds the macOS package, and hdiutil is only there."
need mvn "Install Maven 3.8 or newer."
need iconutil "It comes with macOS."
need rsvg-convert "Install librsvg (brew install librsvg)."
jdk=$(find_jdk)
version=$(find_version)
case $(uname -m) in
  x86_64) arch=x86_64 fx_platform=mac jmod_platform=macos-amd64 ;;
  arm64) arch=aarch64 fx_platform=mac-aarch64 jmod_platform=macos-aarch64 ;;
  *) die "JavaFX has no build for $(uname -m)." ;;
esac
name=$(setting NAME)
out=$top/target/installers
work=$out/work
window=$name
more_jars=$(setting PDF_JARS)
runtime_in=runtime/Contents/Home lib_in=app window_in=MacOS/$window

build_jar "${1:+as-it-is}"
rm -rf "$out"
mkdir -p "$work/resources"
say "Linking the runtime"
make_fx_modules "$top/target/lib" "$work/jmods"
link_runtime "$(setting MODULES),$(setting FX_MODULES)" "$work/runtime" "$work/jmods"
gather_jars "$work/input"
cp -R "$top/assets/samples" "$work/input/samples"
"$here/icons.sh" "$work/icons"
sed -e "s/@VERSION@/$version/g" -e "s/@IDENTIFIER@/$(setting IDENTIFIER)/g" \
  "$here/macos/Info.plist" >"$work/resources/Info.plist"
cp "$work/icons/zonewright.icns" "$work/resources/$name.icns"
plutil -lint "$work/resources/Info.plist"

say "Making the image"
read -ra flags <<<"$(setting WINDOW_FLAGS)"
options=()
for flag in "${flags[@]}"; do options+=(--java-options "$flag"); done
"$jdk/bin/jpackage" --type app-image --name "$name" --app-version "$version" --vendor "$(setting VENDOR)" \
  --mac-package-identifier "$(setting IDENTIFIER)" --resource-dir "$work/resources" \
  --input "$work/input" --main-jar zonewright.jar --main-class "$(setting MAIN_CLASS)" \
  --runtime-image "$work/runtime" --icon "$work/icons/zonewright.icns" "${options[@]}" --dest "$work"
image=$work/$name.app/Contents
train_terminal "$image" "$image/$lib_in"
train_window "$image" "$image/$lib_in"
# shellcheck disable=SC2016 # the launcher knows $APPDIR, not we
sed -i '' -e 's:^\[JavaOptions\]$:[JavaOptions]\
java-options=-XX\:AOTCache=$APPDIR/window.aot:' "$image/$lib_in/$window.cfg"
mkdir -p "$image/bin" "$image/share/man/man1" "$image/share/completions"
write_launcher "$image/bin/zonewright" "$image" "$image/$lib_in"
"$image/bin/zonewright" help --man >"$image/share/man/man1/zonewright.1"
for shell in bash zsh fish powershell; do
  "$image/bin/zonewright" completion "$shell" >"$image/share/completions/zonewright.$shell"
done
smoke "$image/bin/zonewright" "$top/assets/samples"

signing=()
if [ -n "${MACOS_SIGNING_IDENTITY:-}" ]; then
  codesign --force --deep --options runtime --sign "$MACOS_SIGNING_IDENTITY" "$work/$name.app"
  signing=(--mac-sign --mac-signing-key-user-name "$MACOS_SIGNING_IDENTITY")
fi
say "Making the .dmg"
"$jdk/bin/jpackage" --type dmg --name "$name" --app-version "$version" --app-image "$work/$name.app" \
  --license-file "$top/LICENSE" --resource-dir "$work/resources" ${signing[@]+"${signing[@]}"} --dest "$work"
mv "$work"/*.dmg "$out/zonewright-$version-macos-$arch.dmg"
cp "$top/target/classes/META-INF/sbom/zonewright.cdx.json" "$out/zonewright-$version.cdx.json"
report "$out"/*.dmg "$out"/*.cdx.json
