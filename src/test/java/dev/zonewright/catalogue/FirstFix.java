package dev.zonewright.catalogue;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;

/** The first fix of the first finding of a control, in a manifest or for a pod. */
final class FirstFix {
  private FirstFix() {}

  static Fix in(String control, String text) {
    return new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text))).findings().stream()
            .filter(f -> f.finding().control().id().equals(control))
            .findFirst()
            .orElseThrow()
            .finding()
            .fixes()
            .getFirst();
  }

  /**
   * For a pod.
   *
   * @param annotations and {@code spec}: the entries of flow mappings
   */
  static Fix ofSpec(String control, String annotations, String spec) {
    return in(
        control,
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, labels: {app: p}, annotations: {%s}}
        spec: {%s}
        """
            .formatted(annotations, spec));
  }

  /** For a pod of one container, of which these are further entries. */
  static Fix ofContainer(String control, String container) {
    return ofSpec(
        control, "", "containers: [{name: c, image: 'r.example/a:1', %s}]".formatted(container));
  }
}
