package dev.zonewright.catalogue.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.pod.HostPathVolume;
import dev.zonewright.catalogue.zone.MissingEderaRuntime;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the controls on Falco speak, and where they are silent. */
class FalcoControlsTest {
  private static final Analyzer ANALYZER =
      new Analyzer(
          List.of(new MissingFalco(), new IncompleteFalcoRules()), Profile.EDERA_REFERENCE);

  private static final String TENANT =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: api, namespace: shop}
      spec:
        template:
          spec:
            runtimeClassName: edera
            containers: [{name: api, image: api}]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings, namespace: shop}
      data: {rules.yaml: "rule: 1\\n"}
      """;

  private static final String PROXY =
      """
      ---
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: kube-proxy, namespace: kube-system}
      spec:
        template:
          spec:
            priorityClassName: system-node-critical
            containers: [{name: kube-proxy, image: kube-proxy}]
      """;

  private static List<String> findings(String text) {
    return ANALYZER.analyze(List.of(Manifest.of("a.yaml", text))).findings().stream()
        .map(FalcoControlsTest::words)
        .toList();
  }

  private static String words(LocatedFinding found) {
    return "%d %s %s"
        .formatted(
            found.start().line(), found.finding().control().id(), found.finding().verdict().word());
  }

  @Test
  void aTenantsManifestsAloneAreNotAskedForFalco() {
    assertThat(findings(TENANT)).isEmpty();
  }

  @Test
  void withThePlatformsManifestsItIsToldOnce() {
    assertThat(findings(TENANT + PROXY + PROXY.replace("kube-proxy", "kube-flannel")))
        .containsExactly("21 missing-falco undetermined");
  }

  @Test
  void aClassOfEderaIsTheFirstPlace() {
    String runtimeClass =
        """
        ---
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: {name: zone}
        handler: edera
        """;
    assertThat(findings(TENANT + PROXY + runtimeClass))
        .containsExactly("30 missing-falco undetermined");
    assertThat(findings(TENANT + runtimeClass.replace("handler: edera", "handler: kata")))
        .isEmpty();
  }

  @Test
  void falcoWithoutItsConfigurationIsUndetermined() {
    String falco =
        """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: falco, namespace: falco}
        spec: {containers: [{name: falco, image: falcosecurity/falco}]}
        """;
    assertThat(findings(TENANT + PROXY + falco))
        .containsExactly("30 incomplete-falco-rules undetermined", "30 missing-falco undetermined");
  }

  @Test
  void aManifestThatIsOpenedTwiceIsToldOnce() {
    assertThat(findings(TENANT + PROXY + PROXY)).containsExactly("21 missing-falco undetermined");
  }

  @Test
  void whatFalcoNeedsOfItsNodeIsExceptedNotTakenAway() {
    String falco =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: falco, namespace: falco}
        spec:
          containers: [{name: main, image: %s}]
          volumes:
            - {name: edera, hostPath: {path: /var/lib/edera/protect/}}
            - {name: etc, hostPath: {path: /etc}}
        """;
    Analyzer others =
        new Analyzer(
            List.of(new HostPathVolume(), new MissingEderaRuntime()), Profile.EDERA_REFERENCE);
    assertThat(
            others
                .analyze(List.of(Manifest.of("a.yaml", falco.formatted("falcosecurity/falco"))))
                .findings())
        .extracting(f -> f.start().line() + " " + !f.finding().fixes().isEmpty())
        .containsExactlyInAnyOrder("4 false", "7 false", "8 true");
    assertThat(others.analyze(List.of(Manifest.of("a.yaml", falco.formatted("other")))).findings())
        .hasSize(3)
        .noneMatch(f -> f.finding().fixes().isEmpty());
  }

  private static final String RULES =
      """
      - rule: A
        source: edera_zone
        condition: fd.name = /dev/mem
      """;

  @Test
  void aFileOfRulesIsToldOfByItself() {
    assertThat(findings(RULES)).containsExactly("1 incomplete-falco-rules violated");
    assertThat(findings("- name: a task\n  hosts: all\n")).isEmpty();
    assertThat(findings("[]\n")).isEmpty();
  }

  @Test
  void aConfigMapWithRulesIsTheFirstPlace() {
    String map =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: rules, namespace: falco}
        data:
          a.yaml: |
        """;
    assertThat(findings(RULES + "---\n" + map + RULES.indent(4)))
        .containsExactly("9 incomplete-falco-rules violated");
  }
}
