package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bounds, metrics and behaviour of a HorizontalPodAutoscaler. Source: Kubernetes 1.36. */
final class ScalingRules {
  private static final long LARGEST = Integer.MAX_VALUE;
  private static final String POSITIVE = "%s must be at least 1";
  private static final int LONGEST_WINDOW = 3600;
  private static final int LONGEST_PERIOD = 1800;

  /** The field that each type of metric fills in. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "Resource", "resource",
          "ContainerResource", "containerResource",
          "Pods", "pods",
          "Object", "object",
          "External", "external");

  /** What the target of each source can say; it must say one of it. */
  private static final Map<String, List<String>> TARGETS =
      Map.of(
          "resource", List.of("averageUtilization", "averageValue"),
          "containerResource", List.of("averageUtilization", "averageValue"),
          "pods", List.of("averageValue"),
          "object", List.of("value", "averageValue"),
          "external", List.of("value", "averageValue"));

  /** Metrics that can be watched while nothing runs. */
  private static final Set<String> WITHOUT_PODS = Set.of("Object", "External");

  private static final FieldTree SPEC = spec();

  /** Not asked of what may be laid over another manifest. */
  private static final FieldRule MOST =
      FieldRule.needs("maxReplicas", "an autoscaler needs maxReplicas");

  private ScalingRules() {}

  private static FieldTree spec() {
    FieldTree tree =
        new FieldTree()
            .add(FieldRule.range(1, LARGEST, POSITIVE), "maxReplicas")
            .add(FieldRule.range(1, LARGEST, POSITIVE), "targetCPUUtilizationPercentage")
            .add(
                FieldRule.oneOf("Resource", "ContainerResource", "Pods", "Object", "External"),
                "metrics[].type")
            .add(FieldRule.needs("type", "a metric needs a type"), "metrics[]")
            .add(ScalingRules::metric, "metrics[]")
            .add(
                FieldRule.needs("name", "the metric needs the name of a resource"),
                "metrics[].resource",
                "metrics[].containerResource")
            .add(
                FieldRule.needs("container", "the metric needs the name of a container"),
                "metrics[].containerResource")
            .add(
                FieldRule.needs("metric", "the source needs a metric"),
                "metrics[].pods",
                "metrics[].object",
                "metrics[].external")
            .add(
                FieldRule.needs("name", "the metric needs a name"),
                "metrics[].pods.metric",
                "metrics[].object.metric",
                "metrics[].external.metric")
            .add(
                FieldRule.needs("describedObject", "the metric needs describedObject"),
                "metrics[].object")
            .add(
                FieldRule.needs("kind", "the object needs a kind"),
                "scaleTargetRef",
                "metrics[].object.describedObject")
            .add(
                FieldRule.needs("name", "the object needs a name"),
                "scaleTargetRef",
                "metrics[].object.describedObject");
    TARGETS.keySet().stream()
        .sorted()
        .forEach(source -> {
          String at = "metrics[]." + source;
          tree.add(FieldRule.needs("target", "the metric needs a target"), at)
              .add(FieldRule.needs("type", "the target needs a type"), at + ".target")
              .add(FieldRule.oneOf("Utilization", "Value", "AverageValue"), at + ".target.type")
              .add(FieldRule.range(1, LARGEST, POSITIVE), at + ".target.averageUtilization")
              .add(ScalingRules::positive, at + ".target.value", at + ".target.averageValue")
              .add((target, found) -> target(source, target, found), at + ".target");
        });
    for (String way : List.of("behavior.scaleUp", "behavior.scaleDown")) {
      tree.add(FieldRule.oneOf("Max", "Min", "Disabled"), way + ".selectPolicy")
          .add(
              FieldRule.range(0, LONGEST_WINDOW, "%s must be from 0 to 3600"),
              way + ".stabilizationWindowSeconds")
          .add(ScalingRules::policies, way + ".policies")
          .add(FieldRule.needs("type", "a policy needs a type"), way + ".policies[]")
          .add(FieldRule.needs("value", "a policy needs a value"), way + ".policies[]")
          .add(
              FieldRule.needs("periodSeconds", "a policy needs periodSeconds"), way + ".policies[]")
          .add(FieldRule.oneOf("Pods", "Percent"), way + ".policies[].type")
          .add(FieldRule.range(1, LARGEST, POSITIVE), way + ".policies[].value")
          .add(
              FieldRule.range(1, LONGEST_PERIOD, "%s must be from 1 to 1800"),
              way + ".policies[].periodSeconds");
    }
    return tree;
  }

  static void check(YamlCursor spec, Found found) {
    SPEC.check(spec, found);
    if (spec.get("scaleTargetRef").isSet() && Found.isWhole(spec)) {
      MOST.check(spec, found);
    }
    target(spec.get("scaleTargetRef"), found);
    bounds(spec, found);
  }

  /** Only a ReplicationController is in the group that has no name. */
  private static void target(YamlCursor target, Found found) {
    YamlCursor version = target.get("apiVersion");
    boolean said =
        Found.text(target.get("kind")).filter(k -> !k.equals("ReplicationController")).isPresent();
    if (said
        && Found.isWhole(target)
        && !UnknownValue.hides(version)
        && version.raw().indexOf('/') < 0) {
      found.applied(version, "apiVersion must name the group of what is scaled, as in apps/v1");
    }
  }

  private static void bounds(YamlCursor spec, Found found) {
    YamlCursor at = spec.get("minReplicas");
    Optional<BigInteger> least = Found.number(at);
    Optional<BigInteger> most = Found.number(spec.get("maxReplicas"));
    if (least.isEmpty()) {
      return;
    }
    YamlCursor metrics = spec.get("metrics");
    // a gate, off by default, lets what needs no pods scale to none
    boolean canBeNone =
        UnknownValue.hides(metrics)
            || metrics.items().stream()
                .map(m -> m.get("type"))
                .anyMatch(t -> WITHOUT_PODS.contains(t.raw()) || UnknownValue.hides(t));
    if (least.get().signum() < 0 || (least.get().signum() == 0 && !canBeNone)) {
      found.applied(at, "minReplicas must be at least 1");
    } else if (most.isPresent()
        && most.get().signum() > 0
        && least.get().compareTo(most.get()) > 0) {
      found.applied(at, "minReplicas is above maxReplicas");
    }
  }

  private static void metric(YamlCursor metric, Found found) {
    String source = SOURCES.get(metric.get("type").raw());
    if (source == null || !Found.isWhole(metric)) {
      return;
    }
    YamlCursor at = metric.get(source);
    boolean none = !at.isSet() || (at.isMapping() && at.entries().isEmpty());
    if (none && !at.exists()) {
      found.applied(
          at, "a metric of the type %s needs %s".formatted(metric.get("type").raw(), source));
    }
    for (String other : TARGETS.keySet().stream().sorted().toList()) {
      if (!none && !other.equals(source) && metric.get(other).isSet()) {
        found.applied(
            metric.get(other),
            "a metric of the type %s has only %s".formatted(metric.get("type").raw(), source));
      }
    }
  }

  private static void target(String source, YamlCursor target, Found found) {
    List<String> fields = TARGETS.get(source);
    if (fields == null || target.get("type").raw().isEmpty() || !Found.isWhole(target)) {
      return;
    }
    List<String> said = fields.stream().filter(f -> target.get(f).isSet()).toList();
    if (said.isEmpty()) {
      found.applied(target, "the target needs " + String.join(" or ", fields));
    } else if (said.size() > 1 && !source.equals("object")) {
      found.applied(target, "the target has %s, not both".formatted(String.join(" or ", said)));
    }
  }

  private static void positive(YamlCursor at, Found found) {
    if (Quantities.of(at).filter(amount -> amount.signum() <= 0).isPresent()) {
      found.applied(at, "%s must be greater than 0".formatted(at.key()));
    }
  }

  private static void policies(YamlCursor policies, Found found) {
    if (policies.isSequence() && policies.items().isEmpty()) {
      found.applied(policies, "at least one of policies is needed, or none of the list");
    }
  }
}
