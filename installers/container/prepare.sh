#!/usr/bin/env bash
# Fills a folder that the container image is built from: a linked runtime without JavaFX, the terminal's jars, a trained cache.
# Usage: installers/container/prepare.sh [FOLDER]    after `mvn package`; the folder is target/container when none is named
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
top=$(dirname "$here")
# shellcheck source=installers/common.sh
. "$here/common.sh"
to=${1:-$top/target/container}
jdk=$(find_jdk)
work=$to.work
runtime_in=runtime lib_in=lib window_in=bin/none window=none
[ "$(uname -s)" = Linux ] || die "a container holds a Linux runtime: run this on Linux."
build_jar as-it-is
rm -rf "$to" "$work"
mkdir -p "$to/zonewright/bin" "$work"
image=$to/zonewright
link_runtime "$(setting CONTAINER_MODULES)" "$image/runtime"
gather_jars "$work/input"
mkdir -p "$image/lib"
IFS=: read -ra jars <<<"$(terminal_class_path "$work/input")"
cp -p "${jars[@]}" "$image/lib/"
cp -R "$top/assets/samples" "$image/lib/samples"
train_terminal "$image" "$image/lib"
rm -r "$image/lib/samples"
write_launcher "$image/bin/zonewright" "$image" "$image/lib"
cp "$here/container/Containerfile" "$to/"
"$image/bin/zonewright" review --format json "$top/assets/samples" >"$work/smoke.json" || [ $? -eq 1 ]
"$image/bin/zonewright" merge "$work/smoke.json" >"$work/merged.json" || [ $? -eq 1 ]
cmp "$work/merged.json" "$work/smoke.json" || die "the image's merge does not work."
rm -r "$work"
say "$to is ready, $(($(du -sb "$image" | cut -f1) / 1000000)) MB"
