package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where volumes of a StorageClass may be: labels of nodes with the values that are allowed, each
 * said once. Source: Kubernetes 1.36, allowedTopologies.
 */
final class TopologyRules {
  private static final FieldTree EXPRESSION =
      new FieldTree()
          .add(FieldRule.text(LabelSyntax::isKey, "“%s” is not a valid label key"), "key");

  private TopologyRules() {}

  static void check(YamlCursor topologies, Found found) {
    Set<Map<String, Set<String>>> seen = new HashSet<>();
    for (YamlCursor term : topologies.items()) {
      YamlCursor expressions = term.get("matchLabelExpressions");
      Map<String, Set<String>> said = new HashMap<>();
      boolean known = Found.isWhole(term) && !UnknownValue.hides(expressions);
      for (YamlCursor one : expressions.items()) {
        known &= expression(one, said, found);
      }
      if (known && said.isEmpty()) {
        found.applied(term, "a topology needs matchLabelExpressions");
      } else if (known && !seen.add(said)) {
        found.applied(term, "the same topology is listed twice");
      }
    }
  }

  /** Takes down a key and its values; false where not all is known. */
  private static boolean expression(YamlCursor one, Map<String, Set<String>> said, Found found) {
    FieldRule.needs("key", "the expression needs the key of a label").check(one, found);
    FieldRule.needs("values", "the expression needs values").check(one, found);
    EXPRESSION.check(one, found);
    YamlCursor key = one.get("key");
    YamlCursor values = one.get("values");
    Set<String> allowed = new HashSet<>();
    for (YamlCursor value : values.items()) {
      if (Found.text(value).filter(v -> !allowed.add(v)).isPresent()) {
        found.applied(value, "the value %s is listed twice".formatted(UnknownValue.quoted(value)));
      }
    }
    if (Found.text(key).filter(said::containsKey).isPresent()) {
      found.applied(key, "the key %s stands twice in one topology".formatted(key.raw()));
    }
    said.put(key.raw(), allowed);
    return Found.isWhole(one)
        && Found.text(key).isPresent()
        && values.items().stream().allMatch(v -> Found.text(v).isPresent());
  }
}
