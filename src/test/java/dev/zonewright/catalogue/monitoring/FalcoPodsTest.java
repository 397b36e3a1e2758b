package dev.zonewright.catalogue.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.zone.UnmanagedZoneKernel;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where Falco's own pods run, and what they are given. */
class FalcoPodsTest {
  private static final String PLUGIN =
      """
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: falco, namespace: falco}
      data:
        falco.yaml: |
          plugins:
            - name: edera
              library_path: /var/lib/edera/protect/falco/libedera_falco_plugin.so
          load_plugins: [edera]
      """;

  private static String falco(String kind, String name, String spec) {
    return """
    ---
    apiVersion: apps/v1
    kind: %s
    metadata: {name: %s, namespace: falco}
    spec:
      template:
        spec: {%s containers: [{name: falco, image: falco, volumeMounts: [{name: e, mountPath: /var/lib/edera/protect}]}], volumes: [{name: e, hostPath: {path: /var/lib/edera/protect}}]}
    """
        .formatted(kind, name, spec);
  }

  private static String zones(String scheduling) {
    return """
    ---
    apiVersion: node.k8s.io/v1
    kind: RuntimeClass
    metadata: {name: edera}
    handler: edera
    scheduling: {%s}
    """
        .formatted(scheduling);
  }

  private static String node(String name, String labels, String taints) {
    return """
    ---
    apiVersion: v1
    kind: Node
    metadata: {name: %s, labels: {%s}}
    spec: {taints: [%s]}
    """
        .formatted(name, labels, taints);
  }

  /** What is said of Falco's pods, without what is said of its rules. */
  private static List<String> ofPods(String text) {
    return new Analyzer(List.of(new MissingFalco()), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text + PLUGIN))).findings().stream()
            .map(f -> f.finding().verdict().word() + ": " + f.finding().message())
            .toList();
  }

  private static final String SELECTED = "nodeSelector: {runtime: edera}";
  private static final String TAINT = "{key: zoned, value: a, effect: NoSchedule}";

  @Test
  void falcoMustTolerateTheTaintsOfEachNodeThatHasZones() {
    String nodes = node("plain", "", TAINT) + node("zoned", "runtime: edera", TAINT);
    assertThat(ofPods(zones(SELECTED) + nodes + falco("DaemonSet", "falco", "")))
        .singleElement()
        .asString()
        .startsWith("violated: Falco cannot run on node zoned,");
    for (String tolerations :
        List.of(
            "tolerations: [{operator: Exists}],",
            "tolerations: [{key: zoned, operator: Exists}],",
            "tolerations: [{key: zoned, value: a, effect: NoSchedule}],")) {
      assertThat(ofPods(zones(SELECTED) + nodes + falco("DaemonSet", "falco", tolerations)))
          .isEmpty();
    }
  }

  @Test
  void aTaintThatKubernetesSetsWhileANodeIsInTroubleKeepsFalcoFromNone() {
    String trouble = "{key: node.kubernetes.io/not-ready, effect: NoExecute}";
    assertThat(
            ofPods(
                zones(SELECTED)
                    + node("zoned", "runtime: edera", trouble)
                    + falco("DaemonSet", "falco", "")))
        .isEmpty();
  }

  @Test
  void aNodeThatThePodsOfTheClassDoNotComeToNeedsNoFalco() {
    String nodes =
        node("first", "", "{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}")
            + node("second", "", "");
    assertThat(ofPods(zones("") + nodes + falco("DaemonSet", "falco", ""))).isEmpty();
  }

  @Test
  void severalOfFalcoTogetherMayCoverTheNodes() {
    String both =
        falco("DaemonSet", "a", "nodeSelector: {runtime: edera},")
            + falco("DaemonSet", "b", "nodeSelector: {runtime: runc},");
    assertThat(ofPods(zones(SELECTED) + both)).isEmpty();
    assertThat(
            ofPods(
                zones(SELECTED)
                    + node("zoned", "runtime: edera", "")
                    + node("other", "runtime: runc", "")
                    + both))
        .isEmpty();
  }

  @Test
  void withoutNodesATaintThatThePodsOfTheClassTolerateIsUndetermined() {
    String tainted = zones("tolerations: [{key: zoned, operator: Exists}]");
    assertThat(ofPods(tainted + falco("DaemonSet", "falco", "")))
        .singleElement()
        .asString()
        .startsWith("undetermined: The pods of RuntimeClass edera tolerate the taint zoned");
    assertThat(ofPods(tainted + falco("DaemonSet", "falco", "tolerations: [{operator: Exists}],")))
        .isEmpty();
    assertThat(ofPods(tainted + node("any", "", "") + falco("DaemonSet", "falco", ""))).isEmpty();
  }

  @Test
  void replicasDoNotComeToEveryNode() {
    assertThat(ofPods(falco("Deployment", "falco", "")))
        .singleElement()
        .asString()
        .startsWith("violated: Falco is a Deployment");
    // the chart runs a Deployment beside the DaemonSet for the audit log of the server
    assertThat(ofPods(falco("Deployment", "audit", "") + falco("DaemonSet", "falco", "")))
        .isEmpty();
  }

  @Test
  void theContainerOfFalcoMountsTheFolderOfTheDaemon() {
    String apart =
        falco("DaemonSet", "falco", "").replace("{name: e, mountPath", "{name: o, mountPath");
    assertThat(ofPods(apart)).singleElement().asString().contains("its container falco does not");
  }

  @Test
  void falcoOnTheNodeNamesNoKernelOfAZone() {
    Analyzer kernels = new Analyzer(List.of(new UnmanagedZoneKernel()), Profile.EDERA_REFERENCE);
    assertThat(
            kernels
                .analyze(List.of(Manifest.of("a.yaml", falco("DaemonSet", "falco", ""))))
                .findings())
        .isEmpty();
    assertThat(
            kernels
                .analyze(
                    List.of(
                        Manifest.of(
                            "a.yaml",
                            falco("DaemonSet", "falco", "").replace("image: falco", "image: web"))))
                .findings())
        .hasSize(1);
  }
}
