#!/bin/sh
# Starts Zonewright: commands of the terminal in a virtual machine that is made for short runs, all else in the window.
# The words between @ are filled in when the program is packaged.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
root=$(cd "${self%/*}/.." && pwd -P)
lib=$root/@LIB@
case ${1-} in
  @COMMANDS@|help|--help|-h|--version|-V)
    # shellcheck disable=SC2086 # options of the person's own are several words
    exec "$root/@RUNTIME@/bin/java" -XX:AOTCache="$lib/terminal.aot" @FLAGS@ ${ZONEWRIGHT_JAVA_OPTIONS-} \
      -cp "@CLASSPATH@" @MAIN@ "$@" ;;
  *)
    exec "$root/@WINDOW@" "$@" ;;
esac
