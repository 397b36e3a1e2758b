package dev.zonewright.ui.risk;

import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What decides where a workload's pods run, as its manifest has it.
 *
 * @param runtimeClass the RuntimeClass; empty for the cluster's usual runtime
 * @param selectors what a node must have: {@code disk=ssd}, {@code affinity} where rules are given
 * @param tolerations the taints that keep no pod of it away: {@code dedicated=acme:NoSchedule}
 * @param place where its pod begins
 */
public record RunsOn(
    String kind,
    String name,
    ZoneState zone,
    String runtimeClass,
    List<String> selectors,
    List<String> tolerations,
    Place place) {
  public RunsOn {
    selectors = List.copyOf(selectors);
    tolerations = List.copyOf(tolerations);
  }

  static RunsOn of(Workload workload) {
    YamlCursor spec = workload.pod().spec();
    YamlCursor type = spec.get("runtimeClassName");
    Stream<String> labels =
        spec.get("nodeSelector").entries().stream().map(e -> e.key() + "=" + e.raw());
    Stream<String> rules =
        spec.get("affinity", "nodeAffinity").isSet() ? Stream.of("affinity") : Stream.empty();
    Stream<String> node =
        spec.get("nodeName").string().map(name -> Stream.of("node " + name)).orElse(Stream.empty());
    return new RunsOn(
        workload.kind(),
        workload.called(),
        workload.zone(),
        type.isSet() ? type.raw() : "",
        Stream.of(node, labels, rules).flatMap(s -> s).toList(),
        spec.get("tolerations").items().stream().map(RunsOn::toleration).toList(),
        new Place(
            workload.file(),
            workload.start().line(),
            workload.rangeOf(type.isSet() ? type : spec)));
  }

  /** {@code dedicated=acme:NoSchedule}; a toleration without a key is of every taint. */
  private static String toleration(YamlCursor at) {
    String key = at.get("key").string().orElse("");
    String value = Optional.of(at.get("value").raw()).filter(v -> !v.isEmpty()).orElse("");
    String taint = (key.isEmpty() ? "every taint" : key) + (value.isEmpty() ? "" : "=" + value);
    String effect = at.get("effect").string().orElse("");
    return effect.isEmpty() ? taint : taint + ":" + effect;
  }

  /** The kind of runtime in words; a pod without a class has what the cluster usually gives. */
  String classWords() {
    return runtimeClass.isEmpty() ? "none (host kernel)" : runtimeClass;
  }

  String selectorWords() {
    return words(selectors, "any node");
  }

  String tolerationWords() {
    return words(tolerations, "none");
  }

  private static String words(List<String> all, String none) {
    return all.isEmpty() ? none : all.stream().collect(Collectors.joining(", "));
  }
}
