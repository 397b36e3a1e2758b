package dev.zonewright.kube.valid.field;

import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules of single fields by the path to them; each field is looked for once, whatever is asked. */
public final class FieldTree {
  private static final String ITEMS = "[]";

  private final Map<String, FieldTree> below = new LinkedHashMap<>();
  private final List<FieldRule> rules = new ArrayList<>();

  /**
   * Adds a rule for fields.
   *
   * @param paths such as {@code volumes[].secret.defaultMode}
   */
  public FieldTree add(FieldRule rule, String... paths) {
    for (String path : paths) {
      FieldTree at = this;
      for (String key : path.replace(ITEMS, "." + ITEMS).split("\\.")) {
        at = at.below.computeIfAbsent(key, _ -> new FieldTree());
      }
      at.rules.add(rule);
    }
    return this;
  }

  /** Applies the rules to all fields that are set; a field that is null is not. */
  public void check(YamlCursor from, Found found) {
    below.forEach((key, tree) -> {
      if (key.equals(ITEMS)) {
        from.items().forEach(item -> tree.visit(item, found));
      } else {
        tree.visit(from.get(key), found);
      }
    });
  }

  private void visit(YamlCursor at, Found found) {
    if (at.isSet()) {
      rules.forEach(rule -> rule.check(at, found));
      check(at, found);
    }
  }
}
