#!/usr/bin/env bash
# Tries the .deb out: installs it into bare Debian roots, with and without a desktop, uses it there, takes a picture of
# its window, updates it, removes it, and looks for what is left. Needs root, debootstrap, Xvfb and ImageMagick; leaves
# the picture in target/installers/window.png.
# Usage: installers/check-linux.sh [DEB]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
# shellcheck source=installers/common.sh
. "$here/common.sh"
out=$top/target/installers
deb=${1:-$(find "$out" -maxdepth 1 -name '*.deb' | head -n 1)}
[ -n "$deb" ] || die "there is no .deb in $out. Build it with installers/build-linux.sh."
[ "$(id -u)" = 0 ] || die "a root of its own needs root: run it with sudo."
need debootstrap "Install debootstrap."
need Xvfb "Install xvfb."
need import "Install imagemagick."
base=${ZONEWRIGHT_ROOTS:-/var/tmp/zonewright-roots}
mkdir -p "$base"
display=:${ZONEWRIGHT_DISPLAY:-77}
desktop_packages="libgtk-3-0 libxtst6 libxxf86vm1 libgl1 libasound2 desktop-file-utils shared-mime-info xdg-utils hicolor-icon-theme"

root=
screen=
# Ends what runs inside the root, and nothing else.
end_inside() {
  local process
  for process in /proc/[0-9]*; do
    if [ "$(readlink "$process/root" 2>/dev/null)" = "$root" ]; then
      kill "${process#/proc/}" 2>/dev/null || true
    fi
  done
  sleep 2
}
clean_up() {
  if [ -n "$root" ]; then
    end_inside
    umount "$root/tmp/.X11-unix" "$root/dev" "$root/proc" 2>/dev/null || true
  fi
  if [ -n "$screen" ]; then kill "$screen" 2>/dev/null || true; fi
}
trap clean_up EXIT

make_root() { # NAME PACKAGES
  root=$base/$1
  if [ ! -f "$root/.made" ]; then
    rm -rf "$root"
    debootstrap --variant=minbase --include=libfreetype6,libfontconfig1,zlib1g bookworm "$root" >"$base/$1.log" 2>&1 ||
      die "debootstrap failed: $base/$1.log"
    # debootstrap itself cannot configure what a desktop needs: its packages wait for one another
    if [ -n "$2" ]; then
      # shellcheck disable=SC2086 # several names
      chroot "$root" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $2 \
        >>"$base/$1.log" 2>&1 || die "apt-get failed: $base/$1.log"
    fi
    touch "$root/.made"
  fi
  # what an earlier run that failed may have left
  chroot "$root" dpkg --purge zonewright >/dev/null 2>&1 || true
  rm -rf "$root/home/person/.config" "$root/home/person/other"
  mkdir -p "$root/tmp/.X11-unix"
  mount -t proc proc "$root/proc"
  mount --bind /dev "$root/dev"
  chroot "$root" useradd --create-home person 2>/dev/null || true
}

leave_root() {
  umount "$root/tmp/.X11-unix" 2>/dev/null || true
  umount "$root/dev" "$root/proc"
  root=
}

# Every file of the root, but for what the package manager writes for itself and caches that Debian makes. It also
# removes /opt once that is empty, since no package owns it.
listing() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./home -o -path ./var/lib/dpkg \
    -o -path ./var/log -o -path ./var/cache \) -prune -o -print | grep -vx ./opt |
    LC_ALL=C sort)
}

in_root() {
  chroot "$root" su person -c "cd; export LC_ALL=C.UTF-8; $1"
}

install_deb() { # FILE
  cp "$1" "$root/tmp/zonewright.deb"
  chroot "$root" dpkg --install /tmp/zonewright.deb
  rm "$root/tmp/zonewright.deb"
}

terminal() {
  local code=0
  in_root "zonewright --version"
  in_root "zonewright review /opt/zonewright/lib/app/samples" >"$base/review.txt" || code=$?
  [ "$code" = 1 ] || die "review of the sample exited with $code instead of 1."
  grep -q 'documents in' "$base/review.txt" || die "the review has no account of its documents."
  in_root "zonewright help --man" >/dev/null
  in_root "zonewright" 2>&1 | grep -q 'no display' || die "without a display the program does not say so."
}

removal() { # FILE-WITH-THE-LISTING-BEFORE
  chroot "$root" dpkg --purge zonewright
  listing >"$base/after"
  diff "$1" "$base/after" || die "removal leaves files behind; see above."
}

# A newer package, made of this one, to see that it installs over the old.
newer() {
  local tree=$base/newer
  rm -rf "$tree"
  dpkg-deb -R "$deb" "$tree"
  sed -i 's/^Version: .*/&+newer/' "$tree/DEBIAN/control"
  dpkg-deb --root-owner-group -Zgzip -z1 --build "$tree" "$base/newer.deb" >/dev/null
  rm -rf "$tree"
}

say "A bare root, without a desktop"
make_root bare ""
listing >"$base/before"
install_deb "$deb"
terminal
removal "$base/before"
leave_root

say "A root with what a desktop has"
make_root desktop "$desktop_packages"
listing >"$base/before"
install_deb "$deb"
terminal
in_root "zonewright --smoke"
grep -q 'Zonewright.desktop' "$root/usr/share/applications/mimeinfo.cache" ||
  die "the menu entry does not offer itself for YAML."
Xvfb "$display" -screen 0 1440x900x24 -nolisten tcp >"$base/xvfb.log" 2>&1 &
screen=$!
for _ in $(seq 50); do
  [ -S "/tmp/.X11-unix/X${display#:}" ] && break
  sleep 0.1
done
# the screen makes this folder where it is the machine's first
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
in_root "DISPLAY=$display zonewright --new-window /opt/zonewright/lib/app/samples" >"$base/window.log" 2>&1 &
# the settings appear once the window is there; the picture is of a window that had time to review
picture=$out/window.png
for _ in $(seq 60); do
  sleep 1
  DISPLAY=$display import -window root "$picture"
  colours=$(identify -format %k "$picture")
  [ "$colours" -gt 800 ] && break
done
[ "$colours" -gt 800 ] || die "no window came up: $base/window.log"
sleep 8
DISPLAY=$display import -window root "$picture"

say "A second start hands its files over"
in_root "printf 'apiVersion: v1\nkind: Pod\nmetadata: {name: late}\n' > late.yaml"
in_root "XDG_CONFIG_HOME=/home/person/other DISPLAY=$display zonewright late.yaml" >"$base/first.log" 2>&1 &
first=$!
for _ in $(seq 60); do
  [ -S "$root/home/person/other/zonewright/window.sock" ] && break
  sleep 0.5
done
in_root "XDG_CONFIG_HOME=/home/person/other DISPLAY=$display timeout 60 zonewright late.yaml" ||
  die "a second start did not end after it handed its file over."
kill -0 "$first" || die "the first window is gone."

say "A newer package over the old one"
newer
settings=$(find "$root/home/person" -name '*.json' -path '*onewright*' | LC_ALL=C sort)
install_deb "$base/newer.deb"
in_root "zonewright --version"
[ "$settings" = "$(find "$root/home/person" -name '*.json' -path '*onewright*' | LC_ALL=C sort)" ] ||
  die "settings did not survive the newer package."
end_inside
removal "$base/before"
umount "$root/tmp/.X11-unix"
leave_root
say "All of it works; the picture is $picture"
