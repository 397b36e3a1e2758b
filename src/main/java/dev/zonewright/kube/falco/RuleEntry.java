package dev.zonewright.kube.falco;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.Optional;

/**
 * An item of a file of rules. A later one of the same name adds to the earlier, or changes it.
 *
 * @param kind {@code rule}, {@code macro} or {@code list}
 * @param text the condition; of a list its items
 * @param output what the alert of a rule says
 * @param source empty where it says none
 * @param adds whether the text is added to that of the earlier one
 * @param path where the file is written in the object
 */
record RuleEntry(
    String kind,
    String name,
    Optional<String> text,
    Optional<String> output,
    Optional<String> source,
    Optional<Boolean> enabled,
    boolean adds,
    YamlPath path) {
  /** What the item says; empty where it is no item of such a file. */
  static Optional<RuleEntry> of(YamlCursor item, YamlPath path) {
    for (String kind : new String[] {"rule", "macro", "list"}) {
      if (item.get(kind).isScalar()) {
        return Optional.of(of(kind, item, path));
      }
    }
    return Optional.empty();
  }

  private static RuleEntry of(String kind, YamlCursor item, YamlPath path) {
    YamlCursor text = item.get(kind.equals("list") ? "items" : "condition");
    Optional<String> said =
        text.isSequence()
            ? Optional.of(String.join(", ", text.items().stream().map(YamlCursor::raw).toList()))
            : Optional.of(text.raw()).filter(t -> !t.isBlank());
    String override = item.get("override", kind.equals("list") ? "items" : "condition").raw();
    return new RuleEntry(
        kind,
        item.get(kind).raw(),
        said,
        Optional.of(item.get("output").raw()).filter(t -> !t.isBlank()),
        Optional.of(item.get("source").raw()).filter(s -> !s.isEmpty()),
        item.get("enabled").bool(),
        item.get("append").isTrue() || override.equals("append"),
        path);
  }
}
