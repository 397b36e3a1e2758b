#!/usr/bin/env bash
# Packs a laid-out root as a Debian package. It has no scripts of its own: Debian's triggers see to menus and icons
# where there is a desktop, and where there is none nothing can fail.
# Usage: make-deb.sh ROOT VERSION ARCHITECTURE OUT INSTALLERS
set -euo pipefail
root=$1 version=$2 arch=$3 out=$4 installers=$5
setting() { sed -n "s/^$1=//p" "$installers/settings.env"; }
package=$(setting PACKAGE)
mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: $package
Version: $version
Architecture: $arch
Maintainer: $(setting MAINTAINER)
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: libc6, zlib1g, libfreetype6, libfontconfig1
Recommends: libgtk-3-0 | libgtk-3-0t64, libxtst6, libxxf86vm1, libgl1, libasound2 | libasound2t64, libpangoft2-1.0-0
Section: devel
Priority: optional
Description: $(setting SUMMARY)
 Shows where Kubernetes manifests break the controls of Edera's security reference
 architecture, fixes them without changing any other byte, and shows what risk is left.
 .
 The commands of the terminal need none of the recommended packages; the window does.
CONTROL
(cd "$root" && find opt usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2 >DEBIAN/md5sums)
chmod 755 "$root/DEBIAN"
chmod 644 "$root/DEBIAN"/*
# the two caches have much in common, which only a large dictionary sees
dpkg-deb --root-owner-group -Zxz -z9 -Sextreme --build "$root" "$out/${package}_${version}_$arch.deb" >/dev/null
rm -r "$root/DEBIAN"
