package dev.zonewright.kube.custom;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that operators give to fields which become a pod's: as in a pod ({@code hostNetwork}), with
 * words before it ({@code spiloPrivileged}), or in another case ({@code spilo_privileged}).
 */
final class FieldNames {
  /** These matter when they are set to true. */
  private static final List<String> SWITCHES =
      List.of(
          "privileged",
          "host network",
          "host networking",
          "host pid",
          "host ipc",
          "privilege escalation",
          "run as root",
          "docker socket");

  /** These matter when they are there at all, also with words before them. */
  private static final List<String> MARKS = List.of("security context", "host path", "host paths");

  /** These matter when they are nought. */
  private static final List<String> USERS = List.of("run as user");

  /** And these only as they are. */
  private static final Set<String> EXACT =
      Set.of(
          "runtimeClassName",
          "automountServiceAccountToken",
          "hostPort",
          "hostDisk",
          "hostDevices");

  /** A word before it that turns the meaning around: {@code nonPrivileged}. */
  private static final Set<String> AGAINST =
      Set.of(
          "avoid",
          "block",
          "deny",
          "detect",
          "disable",
          "disallow",
          "exclude",
          "forbid",
          "ignore",
          "never",
          "no",
          "non",
          "not",
          "prevent",
          "reject",
          "restrict",
          "skip",
          "un",
          "without");

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[-_ ]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  /** What stands in the way of the words where they are written as one. */
  private static final Pattern OF_HOST =
      Pattern.compile(" host(?=(network|networking|pid|ipc|paths?)( |$))");

  /** Words after a switch that leave its meaning as it is: {@code hostNetwork: {enabled: true}}. */
  private static final Pattern TURNED_ON = Pattern.compile(" enabled?$");

  private static final Pattern STEPS = Pattern.compile("[./\\[\\]]+");

  /** A text without any of these words names no such field. */
  static final Pattern IN_A_TEXT =
      Pattern.compile(
          Stream.concat(
                  Stream.of(SWITCHES, MARKS, USERS)
                      .flatMap(List::stream)
                      .map(n -> n.replace(" ", "[-_]?")),
                  EXACT.stream())
              .sorted()
              .collect(Collectors.joining("|")),
          Pattern.CASE_INSENSITIVE);

  private FieldNames() {}

  /** Whether the field of this name gives a pod a right of the node when it is true. */
  static boolean isSwitch(String name) {
    return endsIn(SWITCHES, name);
  }

  /** Whether the field of this name says for its holder that it is to be. */
  static boolean turnsOn(String name) {
    return name.equals("enabled") || name.equals("enable");
  }

  /** Whether the field of this name is the number of the user that a program runs as. */
  static boolean isUser(String name) {
    return endsIn(USERS, name);
  }

  /** Whether the field of this name matters when it has a value. */
  static boolean isMark(String name) {
    return EXACT.contains(name) || endsIn(MARKS, name);
  }

  /**
   * The fields that a path names, as Helm ({@code a.b}) and JSON patches ({@code /a/b}) write it.
   */
  static List<String> steps(String path) {
    return Arrays.stream(STEPS.split(path)).filter(step -> !step.isEmpty()).toList();
  }

  private static boolean endsIn(List<String> names, String name) {
    if (name.isEmpty() || !IN_A_TEXT.matcher(name).find()) {
      return false;
    }
    List<String> words = List.of(BETWEEN_WORDS.split(name));
    String joined = " " + String.join(" ", words).toLowerCase(Locale.ROOT);
    String all = TURNED_ON.matcher(OF_HOST.matcher(joined).replaceAll(" host ")).replaceAll("");
    return names.stream().anyMatch(n -> all.endsWith(" " + n))
        && words.stream().noneMatch(word -> AGAINST.contains(word.toLowerCase(Locale.ROOT)));
  }
}
