package dev.zonewright.catalogue.manifest;

import dev.zonewright.yaml.YamlCursor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Knows the settings that give a workload more than it has by default. What has no effect today is
 * never put into force by a fix when it would open something.
 */
final class Widening {
  /** Lower-case keys and the values by which they open something. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("privileged", "true"),
          Map.entry("allowprivilegeescalation", "true"),
          Map.entry("hostnetwork", "true"),
          Map.entry("hostpid", "true"),
          Map.entry("hostipc", "true"),
          Map.entry("hostprocess", "true"),
          Map.entry("shareprocessnamespace", "true"),
          Map.entry("automountserviceaccounttoken", "true"),
          Map.entry("hostusers", "true"),
          Map.entry("runasnonroot", "false"),
          Map.entry("readonlyrootfilesystem", "false"),
          Map.entry("runasuser", "0"),
          Map.entry("runasgroup", "0"));

  /** Keys that open something whatever stands below them, or bring containers into force. */
  private static final Set<String> ALWAYS =
      Set.of(
          "add",
          "procmount",
          "sysctls",
          "hostpath",
          "hostport",
          "containers",
          "initcontainers",
          "ephemeralcontainers",
          "template",
          "jobtemplate");

  private Widening() {}

  /** Whether the entry, or anything below it, opens something. */
  static boolean isIn(YamlCursor at) {
    String key = at.key().toLowerCase(Locale.ROOT);
    String opening = VALUES.get(key);
    return ALWAYS.contains(key)
        || (opening != null && at.raw().equalsIgnoreCase(opening))
        || at.raw().equals("Unconfined")
        || at.entries().stream().anyMatch(Widening::isIn)
        || at.items().stream().anyMatch(Widening::isIn);
  }
}
