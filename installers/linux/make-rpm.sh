#!/usr/bin/env bash
# Packs a laid-out root as an RPM package.
# Usage: make-rpm.sh ROOT VERSION ARCHITECTURE OUT INSTALLERS
set -euo pipefail
root=$1 version=$2 arch=$3 out=$4 installers=$5
setting() { sed -n "s/^$1=//p" "$installers/settings.env"; }
package=$(setting PACKAGE)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
cat >"$build/$package.spec" <<SPEC
Name: $package
Version: ${version//-/\~}
Release: 1
Summary: $(setting SUMMARY)
License: $(setting LICENSE)
AutoReqProv: no
Requires: glibc, zlib, freetype, fontconfig
Recommends: gtk3, libXtst, libXxf86vm, libglvnd-glx, alsa-lib, pango
%global __os_install_post %{nil}
%define _build_id_links none
%description
Shows where Kubernetes manifests break the controls of Edera's security reference architecture, fixes them
without changing any other byte, and shows what risk is left. The commands of the terminal need none of the
recommended packages; the window does.
%install
cp -a "$root/." %{buildroot}/
rm -rf %{buildroot}/usr/share/zsh/vendor-completions
%files
/opt/$package
/usr/bin/$package
/usr/share/applications/*
/usr/share/metainfo/*
/usr/share/icons/hicolor/*/apps/*
/usr/share/man/man1/*
/usr/share/bash-completion/completions/*
/usr/share/zsh/site-functions/*
/usr/share/fish/vendor_completions.d/*
/usr/share/$package
/usr/share/doc/$package
SPEC
rpmbuild -bb --target "$arch" --define "_topdir $build" --define "_rpmdir $out" \
  --define "_rpmfilename $package-$version.$arch.rpm" --define "_binary_payload w7.xzdio" "$build/$package.spec"
