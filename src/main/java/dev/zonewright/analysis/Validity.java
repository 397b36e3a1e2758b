package dev.zonewright.analysis;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.schema.SchemaCheck;
import dev.zonewright.kube.valid.ObjectRules;
import dev.zonewright.kube.valid.Violation;
import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the result of fixes to what Kubernetes accepts: nothing may be broken that was whole. */
final class Validity {
  private Validity() {}

  /**
   * What the edits would break; empty where they break nothing.
   *
   * @param edits in offsets of the document
   */
  static Optional<String> objection(YamlDocument before, String text, EditSet edits) {
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    List<YamlStream.Part> parts = YamlStream.parse(edits.apply(text)).parts();
    return parts.isEmpty() ? Optional.empty() : objection(before, parts.getFirst().document());
  }

  private static Optional<String> objection(YamlDocument before, YamlDocument after) {
    Map<String, Integer> known = new HashMap<>();
    int mismatches = 0;
    for (KubeObject object : KubeObject.in(before.cursor())) {
      mismatches += SchemaCheck.of(object).size();
      ObjectRules.of(object).forEach(v -> known.merge(key(object, v), 1, Integer::sum));
    }
    for (KubeObject object : KubeObject.in(after.cursor())) {
      mismatches -= SchemaCheck.of(object).size();
      for (Violation violation : ObjectRules.of(object)) {
        if (known.merge(key(object, violation), -1, Integer::sum) < 0) {
          return Optional.of("Kubernetes would refuse the result: " + violation.message());
        }
      }
    }
    return mismatches < 0
        ? Optional.of(
            "Kubernetes would refuse the result: it has a field that the kind does not have there")
        : Optional.empty();
  }

  /** Places shift by edits, so an object's name and the rule must do. */
  private static String key(KubeObject object, Violation violation) {
    return object.kind()
        + '\n'
        + object.namespace()
        + '\n'
        + object.name()
        + '\n'
        + violation.message();
  }
}
