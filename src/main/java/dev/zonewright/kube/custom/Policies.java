package dev.zonewright.kube.custom;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows the kinds that say what other objects may hold, and so describe pods without any. Some also
 * make objects, or change those of others. Source: the types of Kyverno (GenerateRule, Mutation)
 * and of Gatekeeper (Assign).
 */
final class Policies {
  private Policies() {}

  /** Whether a policy of Open Cluster Management holds here what no cluster may have. */
  static boolean forbids(YamlCursor at) {
    return at.get("complianceType").raw().equalsIgnoreCase("mustnothave");
  }

  static boolean describesPods(KubeObject object) {
    String group = object.group();
    return group.equals("kyverno.io")
        || group.endsWith(".kyverno.io")
        || group.endsWith("gatekeeper.sh")
        || group.equals("policies.kubewarden.io")
        || group.equals("security.openshift.io");
  }

  /** The objects that a policy makes. */
  static Stream<YamlCursor> made(KubeObject object) {
    return rules(object)
        .map(rule -> rule.get("generate"))
        .flatMap(rule -> Stream.concat(Stream.of(rule), rule.get("foreach").items().stream()))
        .map(rule -> rule.get("data"))
        .filter(YamlCursor::isMapping);
  }

  /** What a policy sets in objects of others. */
  static Stream<YamlCursor> changed(KubeObject object) {
    return rules(object)
        .map(rule -> rule.get("mutate"))
        .flatMap(rule -> Stream.concat(Stream.of(rule), rule.get("foreach").items().stream()))
        .flatMap(rule -> Stream.of(rule.get("patchStrategicMerge"), rule.get("patchesJson6902")))
        .filter(YamlCursor::isSet);
  }

  /** The value that Gatekeeper sets in pods, where it is one that matters. */
  static Optional<YamlCursor> assigned(KubeObject object) {
    if (!object.group().equals("mutations.gatekeeper.sh")) {
      return Optional.empty();
    }
    YamlCursor spec = object.root().get("spec");
    YamlCursor value = spec.get("parameters", "assign", "value");
    return Optional.of(value)
        .filter(v -> FieldMarks.says(FieldNames.steps(spec.get("location").raw()), v))
        .filter(v -> !v.isScalar() || v.isTrue() || !v.raw().equals("false"));
  }

  private static Stream<YamlCursor> rules(KubeObject object) {
    return object.group().equals("kyverno.io")
        ? object.root().get("spec", "rules").items().stream()
        : Stream.empty();
  }
}
