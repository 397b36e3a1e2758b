# shellcheck shell=bash disable=SC2154 # the scripts that source this set what it expects
# What the packaging scripts of Linux and macOS share. To be sourced; expects $here, the folder of the scripts.
# Reads settings.env, and leaves its results in $work: runtime/ (linked), input/ (jars), version and class path.

die() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 1
}

say() {
  printf -- '--- %s\n' "$1"
}

setting() {
  sed -n "s/^$1=//p" "$here/settings.env"
}

need() { # COMMAND REMEDY
  command -v "$1" >/dev/null 2>&1 || die "'$1' is not installed. $2"
}

# The first JDK of the wanted version among the usual places.
find_jdk() {
  local home wanted
  wanted=$(setting JAVA)
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/*; do
    if [ -x "$home/bin/jpackage" ] && [ -x "$home/bin/jlink" ] && [ -x "$home/bin/jmod" ] &&
      "$home/bin/java" -version 2>&1 | grep -q "version \"${wanted}[.\"]"; then
      printf '%s\n' "$home"
      return
    fi
  done
  die "no JDK $wanted with jlink, jmod and jpackage found. Install one (any vendor) or set JAVA_HOME to it."
}

find_version() {
  local found
  found=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$top/pom.xml" | head -n 1)
  [ -n "$found" ] || die "pom.xml has no <version> of its own."
  printf '%s\n' "$found"
}

# The commit that is packed, as About shows it; empty outside a repository.
find_revision() {
  command -v git >/dev/null 2>&1 || return 0
  git -C "$top" describe --always --dirty --abbrev=12 --exclude '*' 2>/dev/null || true
}

build_jar() { # [as-it-is]
  if [ "${1:-}" != as-it-is ]; then
    say "Building the jar"
    (cd "$top" && JAVA_HOME=$jdk mvn -B -q -ntp -DskipTests "-Dbuild.revision=$(find_revision)" clean package) || die "the build failed; see above."
  fi
  [ -f "$top/target/zonewright.jar" ] || die "target/zonewright.jar is not there. Leave --no-build out."
}

# JavaFX's jars hold native libraries, which a linked runtime has to have as files: else each first start
# would unpack them into the person's home.
make_fx_modules() { # FROM TO
  local jar name tree
  mkdir -p "$2"
  for jar in "$1"/javafx-*-"$fx_platform".jar; do
    [ -f "$jar" ] || die "no JavaFX for $fx_platform in $1. Build with -Djavafx.platform=$fx_platform."
    name=$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/javafx.\1/')
    tree=$work/fx/$name
    mkdir -p "$tree/classes" "$tree/lib"
    (cd "$tree/classes" && "$jdk/bin/jar" xf "$jar")
    rm -rf "$tree/classes/META-INF"
    find "$tree/classes" -maxdepth 1 \( -name '*.so' -o -name '*.dylib' -o -name '*.dll' \) -exec mv {} "$tree/lib/" \;
    rm -f "$tree"/lib/libjavafx_iio_*.so "$tree"/lib/*gstreamer* "$tree"/lib/*avplugin*
    "$jdk/bin/jmod" create --class-path "$tree/classes" --libs "$tree/lib" \
      --target-platform "$jmod_platform" "$2/$name.jmod"
  done
}

link_runtime() { # MODULES TO [MODULE-PATH]
  rm -rf "$2"
  "$jdk/bin/jlink" --add-modules "$1" ${3:+--module-path "$3"} \
    --strip-debug --no-header-files --no-man-pages --compress zip-9 \
    --exclude-resources "$(setting LEFT_OUT)" --exclude-files "$(setting FILES_LEFT_OUT)" --output "$2"
}

# Jars of the class path: ours, and the libraries, but for JavaFX, which is in the runtime, and for what is never used.
gather_jars() { # TO
  "$jdk/bin/java" "$here/GatherJars.java" "$here/settings.env" "$top/target/zonewright.jar" "$top/target/lib" "$1" ||
    die "the jars could not be gathered; see above."
}

# The jars that the terminal needs, those of $more_jars too, joined by colons, in folder $1 as the program will see it.
terminal_class_path() { # FOLDER
  local name jar path=$1/zonewright.jar
  for name in $(setting TERMINAL_JARS) ${more_jars-}; do
    for jar in "$1/$name"-[0-9]*.jar; do
      [ -f "$jar" ] || die "$name is missing in $1."
      path=$path:$jar
    done
  done
  printf '%s\n' "$path"
}

# Names of the commands, as the program lists them for bash.
terminal_commands() { # RUNTIME CLASS-PATH
  "$1/bin/java" -cp "$2" "$(setting MAIN_CLASS)" completion bash | sed -n 's/^ *help) words="\(.*\)" ;;/\1/p'
}

# What every start goes through is kept ready in a file beside the jars.
train_terminal() { # IMAGE-ROOT LIB-FOLDER
  local flags java=$1/$runtime_in/bin/java path
  say "Training: terminal"
  read -ra flags <<<"$(setting TERMINAL_FLAGS) $(setting TERMINAL_TRAINING_FLAGS)"
  path=$(terminal_class_path "$2")
  "$java" "${flags[@]}" -XX:AOTCacheOutput="$2/terminal.aot" -cp "$path" \
    "$(setting TRAINING_CLASS)" "$2/samples" >"$work/train-terminal.log" 2>&1 ||
    die "training the terminal failed: $work/train-terminal.log"
  rm -f "$2"/*.aot.config
}

train_window() { # IMAGE-ROOT LIB-FOLDER
  local flags java=$1/$runtime_in/bin/java
  say "Training: window"
  read -ra flags <<<"$(setting WINDOW_FLAGS)"
  "$java" "${flags[@]}" -XX:AOTCacheOutput="$2/window.aot" -cp "$(window_class_path "$2")" \
    "$(setting MAIN_CLASS)" --smoke >"$work/train-window.log" 2>&1 ||
    die "training the window failed: $work/train-window.log"
  rm -f "$2"/*.aot.config
}

# As jpackage orders it: our jar, then the others as they stand in its configuration.
window_class_path() { # LIB-FOLDER
  sed -n "s:^app.classpath=\$APPDIR:$1:p" "$1/$window.cfg" | paste -sd: -
}

# The script that tells terminal from window.
write_launcher() { # TO IMAGE-ROOT LIB-FOLDER
  local path commands
  path=$(terminal_class_path "$3")
  commands=$(terminal_commands "$2/$runtime_in" "$path")
  [ -n "$commands" ] || die "the program lists no commands."
  sed -e "s#@COMMANDS@#$(printf '%s' "$commands" | sed 's/ /|/g')#" \
    -e "s#@FLAGS@#$(setting TERMINAL_FLAGS)#" \
    -e "s#@MAIN@#$(setting MAIN_CLASS)#" \
    -e "s#@CLASSPATH@#$(printf '%s' "$path" | sed "s#$3#\$lib#g")#" \
    -e "s#@RUNTIME@#$runtime_in#" -e "s#@LIB@#$lib_in#" -e "s#@WINDOW@#$window_in#" \
    "$here/zonewright.sh" >"$1"
  chmod 755 "$1"
}

smoke() { # PROGRAM SAMPLES
  say "Smoke test"
  "$1" --version || die "the packaged program does not start."
  "$1" review --format json "$2" >"$work/smoke.json" || [ $? -eq 1 ] || die "the packaged program cannot review."
  grep -q '"findings"' "$work/smoke.json" || die "the packaged review holds no findings."
  "$1" report "$2" -o "$work/smoke.pdf" || die "the packaged program cannot write a report."
  "$1" fix --include-review "$2" >"$work/smoke.diff" || [ $? -eq 1 ] || die "the packaged program cannot fix."
  grep -q '^+kind: NetworkPolicy' "$work/smoke.diff" || die "the packaged program adds no NetworkPolicy."
  "$1" --smoke || die "the packaged window does not come up."
}

report() { # FILE...
  local file sum
  for file in "$@"; do
    if command -v sha256sum >/dev/null 2>&1; then sum=$(sha256sum "$file"); else sum=$(shasum -a 256 "$file"); fi
    printf '%s  %s bytes  sha256 %s\n' "$file" "$(wc -c <"$file" | tr -d ' ')" "${sum%% *}"
    (cd "$(dirname "$file")" && printf '%s  %s\n' "${sum%% *}" "$(basename "$file")" >"$(basename "$file").sha256")
  done
}
