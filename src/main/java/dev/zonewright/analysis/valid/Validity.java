package dev.zonewright.analysis.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.schema.Mismatch;
import dev.zonewright.kube.schema.SchemaCheck;
import dev.zonewright.kube.valid.ObjectRules;
import dev.zonewright.kube.valid.Violation;
import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the result of fixes to what Kubernetes accepts: nothing may be broken that was whole. */
public final class Validity {
  private final String text;
  private final int offset;
  private final Map<String, Integer> known = new HashMap<>();
  private final Set<YamlPath> mismatched = new HashSet<>();
  private int mismatches;

  private Validity(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  /**
   * What edits would break.
   *
   * @param reason of the first, for a person; empty where nothing is broken
   * @param places what would be wrong, in paths of the result
   */
  public record Damage(Optional<String> reason, Set<YamlPath> places) {
    public boolean isNone() {
      return reason.isEmpty();
    }
  }

  /**
   * What a document is before any edit.
   *
   * @param offset of the text, in which the edits count
   */
  public static Validity of(YamlDocument before, String text, int offset) {
    Validity out = new Validity(text, offset);
    for (KubeObject object : KubeObject.in(before.cursor())) {
      for (Mismatch mismatch : SchemaCheck.of(object)) {
        out.mismatches++;
        out.mismatched.add(mismatch.path());
      }
      ObjectRules.of(object).forEach(v -> out.known.merge(key(object, v), 1, Integer::sum));
    }
    return out;
  }

  /**
   * What the edits would break; empty where they break nothing.
   *
   * @param edits in offsets of the document
   */
  public static Optional<String> objection(YamlDocument before, String text, EditSet edits) {
    return edits.isEmpty() ? Optional.empty() : of(before, text, 0).damage(edits).reason();
  }

  /** What the edits would break. */
  public Damage damage(EditSet edits) {
    if (edits.isEmpty()) {
      return new Damage(Optional.empty(), Set.of());
    }
    List<YamlStream.Part> parts = YamlStream.parse(edits.shift(-offset).apply(text)).parts();
    return parts.isEmpty()
        ? new Damage(Optional.empty(), Set.of())
        : damage(parts.getFirst().document());
  }

  private Damage damage(YamlDocument after) {
    Map<String, Integer> left = new HashMap<>(known);
    List<String> reasons = new ArrayList<>();
    Set<YamlPath> broken = new HashSet<>();
    Set<YamlPath> unknown = new HashSet<>();
    int more = -mismatches;
    for (KubeObject object : KubeObject.in(after.cursor())) {
      for (Mismatch mismatch : SchemaCheck.of(object)) {
        more++;
        if (!mismatched.contains(mismatch.path())) {
          unknown.add(mismatch.path());
        }
      }
      for (Violation violation : ObjectRules.of(object)) {
        if (left.merge(key(object, violation), -1, Integer::sum) < 0) {
          reasons.add("Kubernetes would refuse the result: " + violation.message());
          broken.add(violation.at().path());
        }
      }
    }
    if (more > 0) {
      reasons.add(
          "Kubernetes would refuse the result: it has a field that the kind does not have there");
      broken.addAll(unknown);
    }
    return new Damage(reasons.stream().findFirst(), broken);
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
