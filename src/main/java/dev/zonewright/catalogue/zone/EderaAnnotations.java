package dev.zonewright.catalogue.zone;

import dev.zonewright.text.EditDistance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The annotations that Edera documents, and keys that look like one of them. */
final class EderaAnnotations {
  static final String PREFIX = "dev.edera/";
  static final String KERNEL = PREFIX + "kernel";
  static final String KERNEL_VARIANT = PREFIX + "kernel-variant";

  /** A label by which Edera's webhook selects pods; as an annotation it is never read. */
  static final String INJECT_LABEL = PREFIX + "inject-runtime";

  private static final List<String> NAMES =
      List.of(
          "kernel",
          "kernel-variant",
          "virt-backend",
          "resource-policy",
          "initial-memory-request",
          "cpu");

  private static final Map<String, List<String>> VALUES =
      Map.of(
          PREFIX + "virt-backend", List.of("auto", "pv", "pvh"),
          PREFIX + "resource-policy", List.of("dynamic", "static"));

  private static final List<String> DOMAIN_SLIPS =
      List.of("edera.dev", "dev-edera", "devedera", "edera", "edera.io", "io.edera", "com.edera");

  // below this length a slip of the pen is as likely another word: cpu, gpu
  private static final int LONG_ENOUGH = 6;
  private static final int SLIPS = 2;

  private EderaAnnotations() {}

  static boolean isKnown(String key) {
    return key.startsWith(PREFIX) && NAMES.contains(key.substring(PREFIX.length()));
  }

  /** Whether the key is Edera's, known or not. */
  static boolean isEderas(String key) {
    return key.startsWith(PREFIX);
  }

  /** The values that a known key takes; empty where any string may stand. */
  static List<String> valuesOf(String key) {
    return VALUES.getOrDefault(key, List.of());
  }

  /** The known key that was probably meant; empty for a known key and for one unlike any. */
  static Optional<String> meant(String key) {
    int slash = key.indexOf('/');
    if (slash < 0 || isKnown(key) || key.equals(INJECT_LABEL)) {
      return Optional.empty();
    }
    String domain = key.substring(0, slash).toLowerCase(Locale.ROOT);
    String name = key.substring(slash + 1).toLowerCase(Locale.ROOT);
    String ours = PREFIX.substring(0, PREFIX.length() - 1);
    boolean ownDomain = domain.equals(ours);
    if (!ownDomain && !DOMAIN_SLIPS.contains(domain) && slips(domain, ours) > SLIPS) {
      return Optional.empty();
    }
    return NAMES.stream()
        .filter(known ->
            known.equals(name) || (known.length() >= LONG_ENOUGH && slips(name, known) <= SLIPS))
        .min((a, b) -> Integer.compare(slips(name, a), slips(name, b)))
        .map(known -> PREFIX + known);
  }

  private static int slips(String a, String b) {
    return EditDistance.upTo(SLIPS, a, b);
  }
}
