#!/usr/bin/env bash
# Builds the Linux packages: .deb, .rpm and .tar.gz, in target/installers.
# Usage: installers/build-linux.sh [--no-build]    --no-build takes target/zonewright.jar as it is
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
# shellcheck source=installers/common.sh
. "$here/common.sh"

[ "$(uname -s)" = Linux ] || die "this builds the Linux packages; use build-macos.sh or build-windows.ps1 there."
need mvn "Install Maven 3.8 or newer."
need dpkg-deb "Install dpkg."
need rpmbuild "Install rpm (Debian: rpm; Fedora: rpm-build)."
need strip "Install binutils."
need rsvg-convert "Install it (Debian: librsvg2-bin; Fedora: librsvg2-tools)."
jdk=$(find_jdk)
version=$(find_version)
package=$(setting PACKAGE)
more_jars=$(setting PDF_JARS)
case $(uname -m) in
  x86_64) deb_arch=amd64 fx_platform=linux jmod_platform=linux-amd64 ;;
  aarch64) deb_arch=arm64 fx_platform=linux-aarch64 jmod_platform=linux-aarch64 ;;
  *) die "JavaFX has no build for $(uname -m)." ;;
esac
work=$top/target/installers/parts
out=$top/target/installers
window=zonewright-window
runtime_in=lib/runtime lib_in=lib/app window_in=bin/$window

build_jar "${1:+as-it-is}"
rm -rf "$out"
mkdir -p "$work"
say "Linking the runtime"
make_fx_modules "$top/target/lib" "$work/jmods"
link_runtime "$(setting MODULES),$(setting FX_MODULES)" "$work/runtime" "$work/jmods"
# names of functions inside the libraries, which nobody looks up: 6 MB
find "$work/runtime/lib" -name '*.so' -exec strip --strip-unneeded {} +
gather_jars "$work/input"
cp -R "$top/assets/samples" "$work/input/samples"
"$here/icons.sh" "$work/icons"

say "Making the image"
read -ra flags <<<"$(setting WINDOW_FLAGS) $(setting LINUX_WINDOW_FLAGS)"
options=()
for flag in "${flags[@]}"; do options+=(--java-options "$flag"); done
"$jdk/bin/jpackage" --type app-image --name "$window" --app-version "$version" --vendor "$(setting VENDOR)" \
  --input "$work/input" --main-jar zonewright.jar --main-class "$(setting MAIN_CLASS)" \
  --runtime-image "$work/runtime" --icon "$work/icons/zonewright-256.png" "${options[@]}" --dest "$work"
image=$work/$package
mv "$work/$window" "$image"
train_terminal "$image" "$image/$lib_in"
train_window "$image" "$image/$lib_in"
# the launcher reads its options before the window's own
# shellcheck disable=SC2016 # the launcher knows $APPDIR, not we
sed -i 's:^\[JavaOptions\]$:[JavaOptions]\njava-options=-XX\:AOTCache=$APPDIR/window.aot:' "$image/$lib_in/$window.cfg"
write_launcher "$image/bin/zonewright" "$image" "$image/$lib_in"
smoke "$image/bin/zonewright" "$top/assets/samples"

say "Laying the files out"
root=$work/root
mkdir -p "$root/opt"
cp -a "$image" "$root/opt/$package"
"$here/linux/lay-out.sh" "$root" "$image" "$work/icons" "$version" "$top"
tar -C "$work" --owner=0 --group=0 --sort=name -czf "$out/$package-$version-linux-$deb_arch.tar.gz" "$package"

say "Making the .deb"
"$here/linux/make-deb.sh" "$root" "$version" "$deb_arch" "$out" "$here"
say "Making the .rpm"
"$here/linux/make-rpm.sh" "$root" "$version" "$(uname -m)" "$out" "$here" >"$work/rpm.log" 2>&1 ||
  die "rpmbuild failed: $work/rpm.log"

megabytes() { echo $((($1 + 999999) / 1000000)); }
deb=$out/${package}_${version}_$deb_arch.deb
image_mb=$(megabytes "$(du -sb "$image" | cut -f1)")
deb_mb=$(megabytes "$(wc -c <"$deb")")
say "The .deb has $deb_mb MB, the installed image $image_mb MB"
[ "$deb_mb" -le "$(setting DEB_MOST_MB)" ] || die "the .deb is larger than $(setting DEB_MOST_MB) MB."
[ "$image_mb" -le "$(setting IMAGE_MOST_MB)" ] || die "the image is larger than $(setting IMAGE_MOST_MB) MB."
cp "$top/target/classes/META-INF/sbom/zonewright.cdx.json" "$out/$package-$version.cdx.json"
report "$out"/*.deb "$out"/*.rpm "$out"/*.tar.gz "$out"/*.cdx.json
