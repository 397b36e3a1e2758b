#!/usr/bin/env bash
# Makes the icons of all systems from assets/icon/zonewright.svg: png, and ico and icns where the tools for them are.
# Usage: installers/icons.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
svg=$here/../assets/icon/zonewright.svg
to=${1:?Usage: icons.sh FOLDER}
mkdir -p "$to"
for size in 16 24 32 48 64 128 256 512 1024; do
  if command -v rsvg-convert >/dev/null 2>&1; then
    rsvg-convert -w "$size" -h "$size" "$svg" -o "$to/zonewright-$size.png"
  elif command -v magick >/dev/null 2>&1; then
    magick -background none -density 600 "$svg" -resize "${size}x$size" "$to/zonewright-$size.png"
  else
    echo "icons.sh: neither rsvg-convert nor magick is installed. Install librsvg or ImageMagick 7." >&2
    exit 1
  fi
done
if command -v icotool >/dev/null 2>&1; then
  icotool -c -o "$to/zonewright.ico" "$to"/zonewright-{16,24,32,48,64,128,256}.png
elif command -v magick >/dev/null 2>&1; then
  magick "$to"/zonewright-{16,24,32,48,64,128,256}.png "$to/zonewright.ico"
fi
if command -v iconutil >/dev/null 2>&1; then
  set_of=$to/zonewright.iconset
  mkdir -p "$set_of"
  for size in 16 32 128 256 512; do
    cp "$to/zonewright-$size.png" "$set_of/icon_${size}x$size.png"
    cp "$to/zonewright-$((size * 2)).png" "$set_of/icon_${size}x$size@2x.png"
  done
  iconutil -c icns -o "$to/zonewright.icns" "$set_of"
elif command -v png2icns >/dev/null 2>&1; then
  png2icns "$to/zonewright.icns" "$to"/zonewright-{16,32,48,128,256,512,1024}.png >/dev/null
fi
