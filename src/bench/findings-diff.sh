#!/bin/sh
# Prints what a change of the program changes in the findings of a folder of manifests: those of another revision with
# a minus, those of this checkout with a plus, one a line. Shows what a control does in the world before it is merged.
#
#   src/bench/findings-diff.sh REVISION FOLDER
#
# Archives in the folder (.tar.xz, .yaml.xz) are unpacked first, so that a corpus can be kept packed.
#
# Builds both with Maven, the other revision in a worktree of its own that is removed again. Nothing else is changed.
# Runs them with the java of JAVA_HOME or, without it, of the path: 25 or later.
# Exit codes: 0 the findings are the same, 1 they differ, 2 something could not be built or read.
set -eu

if [ $# -ne 2 ] || [ ! -e "$2" ]; then
  echo "Usage: src/bench/findings-diff.sh REVISION FOLDER" >&2
  exit 2
fi
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(cd "$2" && pwd)
revision=$(git -C "$here" rev-parse --verify --quiet "$1^{commit}") || {
  echo "There is no revision $1." >&2
  exit 2
}
# Maven finds a JDK 25 by itself; what runs the program has to be one too
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" --list-modules 2>/dev/null | grep -q '^java.base@\(2[5-9]\|[3-9][0-9]\)' || {
  echo "$java is no Java 25 or later: set JAVA_HOME to one." >&2
  exit 2
}
work=$(mktemp -d)
cleanup() {
  git -C "$here" worktree remove --force "$work/other" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 2' HUP INT TERM

# findings CHECKOUT FILE: builds a checkout and writes its findings, sorted
findings() {
  (cd "$1" && mvn -B -q -DskipTests compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=runtime) >&2 || exit 2
  code=0
  (cd "$folder" && "$java" -cp "$1/target/classes:$(cat "$work/classpath")" dev.zonewright.app.Main \
    review --format csv .) > "$work/csv" || code=$?
  # 1: there are findings; 3: not all could be analysed, which is the same on both sides or shows as a difference
  case $code in 0 | 1 | 3) ;; *) echo "$1 cannot review $folder." >&2; exit 2 ;; esac
  head -n 1 "$work/csv" | tr -d '\r' > "$2.head"
  tail -n +2 "$work/csv" | tr -d '\r' | LC_ALL=C sort > "$2"
}

# the same relative names for both sides, whatever is packed
case "$(ls "$folder")" in
  *.xz*)
    mkdir "$work/unpacked"
    for file in "$folder"/*; do
      name=$(basename "$file")
      case $name in
        *.tar.xz) mkdir "$work/unpacked/${name%.tar.xz}" && tar -xJf "$file" -C "$work/unpacked/${name%.tar.xz}" || exit 2 ;;
        *.yaml.xz) xz -dc "$file" > "$work/unpacked/${name%.xz}" || exit 2 ;;
        *) ln -s "$file" "$work/unpacked/$name" ;;
      esac
    done
    folder=$work/unpacked
    ;;
esac

git -C "$here" worktree add --quiet --detach "$work/other" "$revision"
findings "$work/other" "$work/before"
findings "$here" "$work/after"

cmp -s "$work/before.head" "$work/after.head" || {
  echo "The two revisions write other columns; every line differs." >&2
}
code=0
diff -U 0 "$work/before" "$work/after" > "$work/diff" || code=$?
[ "$code" -le 1 ] || exit 2
grep '^[-+]' "$work/diff" | grep -v -e '^--- ' -e '^+++ ' || true
gone=$(grep -c '^-' "$work/diff" || true)
come=$(grep -c '^+' "$work/diff" || true)
[ "$code" -eq 0 ] || { gone=$((gone - 1)); come=$((come - 1)); }
echo "$(wc -l < "$work/before") findings before, $(wc -l < "$work/after") after: $gone gone, $come new." >&2
exit "$code"
