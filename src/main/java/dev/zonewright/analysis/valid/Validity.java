package dev.zonewright.analysis.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.schema.Mismatch;
import dev.zonewright.kube.schema.SchemaCheck;
import dev.zonewright.kube.valid.ObjectRules;
import dev.zonewright.kube.valid.field.Violation;
import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.ReadText;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the result of fixes to what Kubernetes accepts: nothing may be broken that was whole. What
 * the document is before is asked only where the result has something wrong with it, for mostly
 * there is nothing.
 */
public final class Validity {
  private final YamlDocument before;
  private final String text;
  private final int offset;
  private final Supplier<@Nullable List<KubeObject>> objects;
  private @Nullable Known known;

  private Validity(
      YamlDocument before, String text, int offset, Supplier<@Nullable List<KubeObject>> objects) {
    this.before = before;
    this.text = text;
    this.offset = offset;
    this.objects = objects;
  }

  /**
   * What is wrong with a document before any edit.
   *
   * @param violations how often each is broken
   * @param mismatched where a field is not what the kind has
   * @param mismatches how many of them there are
   */
  private record Known(Map<String, Integer> violations, Set<YamlPath> mismatched, int mismatches) {
    static Known of(List<KubeObject> objects) {
      Map<String, Integer> violations = new HashMap<>();
      Set<YamlPath> mismatched = new HashSet<>();
      int mismatches = 0;
      for (KubeObject object : objects) {
        for (Mismatch mismatch : SchemaCheck.of(object)) {
          mismatches++;
          mismatched.add(mismatch.path());
        }
        ObjectRules.of(object).forEach(v -> violations.merge(key(object, v), 1, Integer::sum));
      }
      return new Known(violations, mismatched, mismatches);
    }
  }

  /**
   * What edits would break.
   *
   * @param reason of the first, for a person; empty where nothing is broken
   * @param places what would be wrong, in paths of the result
   * @param objects those of the result, with what was worked out of them; none where the document
   *     is what it was
   */
  public record Damage(Optional<String> reason, Set<YamlPath> places, List<KubeObject> objects) {
    private static final Damage NONE = new Damage(Optional.empty(), Set.of(), List.of());

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
    return of(before, text, offset, () -> null);
  }

  /**
   * The same where the document may be judged already.
   *
   * @param objects those of the document, with what was worked out of them; null where they are not
   *     known
   */
  public static Validity of(
      YamlDocument before, String text, int offset, Supplier<@Nullable List<KubeObject>> objects) {
    return new Validity(before, text, offset, objects);
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
    return damage(edits, new ReadText(text, before));
  }

  /**
   * The same where the result may be read already.
   *
   * @param read not used where it is not what the edits make
   */
  public Damage damage(EditSet edits, ReadText read) {
    if (edits.isEmpty()) {
      return Damage.NONE;
    }
    List<YamlStream.Part> parts = YamlStream.parse(edits.shift(-offset).apply(text), read).parts();
    return parts.isEmpty() || isBefore(parts.getFirst().document())
        ? Damage.NONE
        : damage(parts.getFirst().document());
  }

  /** Whether nothing is changed but what comes behind the document. */
  @SuppressWarnings("ReferenceEquality") // the same tree and not one like it
  private boolean isBefore(YamlDocument document) {
    return document == before;
  }

  private Damage damage(YamlDocument after) {
    List<Wrong> wrong = new ArrayList<>();
    Set<YamlPath> mismatched = new HashSet<>();
    int mismatches = 0;
    List<KubeObject> objects = KubeObject.in(after.cursor());
    for (KubeObject object : objects) {
      for (Mismatch mismatch : SchemaCheck.of(object)) {
        mismatches++;
        mismatched.add(mismatch.path());
      }
      ObjectRules.of(object).forEach(v -> wrong.add(new Wrong(key(object, v), v)));
    }
    return wrong.isEmpty() && mismatches == 0
        ? new Damage(Optional.empty(), Set.of(), objects)
        : damage(wrong, mismatched, mismatches, objects);
  }

  /** A rule that an object of the result breaks. */
  private record Wrong(String key, Violation violation) {}

  /** What of it was not so before. */
  private Damage damage(
      List<Wrong> wrong, Set<YamlPath> mismatched, int mismatches, List<KubeObject> objects) {
    Known was = known();
    Map<String, Integer> left = new HashMap<>(was.violations());
    List<String> reasons = new ArrayList<>();
    Set<YamlPath> broken = new HashSet<>();
    for (Wrong one : wrong) {
      if (left.merge(one.key(), -1, Integer::sum) < 0) {
        reasons.add("Kubernetes would refuse the result: " + one.violation().message());
        broken.add(one.violation().at().path());
      }
    }
    if (mismatches > was.mismatches()) {
      reasons.add(
          "Kubernetes would refuse the result: it has a field that the kind does not have there");
      mismatched.stream().filter(path -> !was.mismatched().contains(path)).forEach(broken::add);
    }
    return new Damage(reasons.stream().findFirst(), broken, objects);
  }

  private Known known() {
    Known found = known;
    if (found == null) {
      found = Known.of(objectsBefore());
      known = found;
    }
    return found;
  }

  /** The result is judged by itself, so that what it was must be, too. */
  private List<KubeObject> objectsBefore() {
    List<KubeObject> judged = objects.get();
    return judged == null || judged.stream().anyMatch(o -> o.listedAsPatch() || o.listedAsAgent())
        ? KubeObject.in(before.cursor())
        : judged;
  }

  /**
   * Places shift by edits, so an object's name and the rule must do. The name is the one that is
   * written: only what was analysed knows where an object goes that names no namespace.
   */
  private static String key(KubeObject object, Violation violation) {
    return object.kind()
        + '\n'
        + object.root().get("metadata", "namespace").raw()
        + '\n'
        + object.name()
        + '\n'
        + violation.message();
  }
}
