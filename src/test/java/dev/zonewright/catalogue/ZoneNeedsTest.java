package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pod has on a node and would not have in a zone: memory, profiles, parameters. */
class ZoneNeedsTest {
  private static final String RANGE =
      """
      ---
      apiVersion: v1
      kind: LimitRange
      metadata: {name: r, namespace: shop}
      spec: {limits: [{type: Container, default: {memory: 8Gi}}]}
      """;

  private static Fix zone(String annotations, String spec, String more) {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, annotations: {%s}}
        spec: {%s}
        """
            .formatted(annotations, spec);
    return new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", text + more))).findings().stream()
            .filter(f -> f.finding().control().id().equals("missing-edera-runtime"))
            .findFirst()
            .orElseThrow()
            .finding()
            .fixes()
            .getFirst();
  }

  private static Fix ofContainer(String container) {
    return zone("", "containers: [{name: c, image: 'r.example/a:1', %s}]".formatted(container), "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: {requests: {memory: 4Gi}}",
        "args: [java, -Xmx2g, -jar, a.jar]",
        "env: [{name: JAVA_OPTS, value: '-Xms512m -Xmx2048m'}]",
        "env: [{name: NODE_OPTIONS, value: --max-old-space-size=4096}]"
      })
  void whatShowsToNeedMoreMemoryThanAZoneHasIsNotPutIntoOneUnasked(String container) {
    Fix fix = ofContainer(container);
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("1024 MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: {requests: {memory: 1Gi}}",
        "resources: {requests: {memory: 4Gi}, limits: {memory: 4Gi}}",
        "args: [java, -Xmx2g], resources: {limits: {memory: 3Gi}}",
        "args: [java, -Xmx512m]"
      })
  void whatFitsIs(String container) {
    assertThat(ofContainer(container).safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void whatAZoneHasWithoutALimitIsSaidWithTheFix() {
    String open = "no container has a memory limit, so its zone has 1024 MB";
    assertThat(ofContainer("args: [run]").reason()).contains(open);
    assertThat(ofContainer("resources: {limits: {memory: 1Gi}}").reason()).doesNotContain("MB");
    assertThat(zone("", "containers: [{name: c, image: 'r.example/a:1'}]", RANGE).reason())
        .doesNotContain("MB");
  }

  @Test
  void aContainerWithoutALimitHasOnlyWhatTheOthersAreLimitedTo() {
    String spec =
        "containers: [{name: main, image: 'r.example/a:1'}, {name: side, image: 'r.example/b:1',"
            + " resources: {limits: {memory: 128Mi}}}]";
    Fix fix = zone("", spec, "");
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("main").contains("128 MB");
    assertThat(zone("", spec, RANGE).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "securityContext: {sysctls: [{name: net.core.somaxconn, value: '1024'}]}",
        "securityContext: {seccompProfile: {type: Localhost, localhostProfile: own}}",
        "securityContext: {appArmorProfile: {type: Localhost, localhostProfile: own}}",
        "shareProcessNamespace: true"
      })
  void whatTheNodesKernelDoesForThePodAZoneMayNotDo(String field) {
    String spec = "containers: [{name: c, image: 'r.example/a:1'}], " + field;
    assertThat(zone("", spec, "").safety()).isEqualTo(FixSafety.REVIEW);
  }

  @Test
  void anAnnotationNamesAProfileOfTheNodeToo() {
    String key = "container.apparmor.security.beta.kubernetes.io/c";
    String spec = "containers: [{name: c, image: 'r.example/a:1'}]";
    assertThat(zone(key + ": localhost/own", spec, "").reason()).contains("profile own");
    assertThat(zone(key + ": runtime/default", spec, "").safety()).isEqualTo(FixSafety.SAFE);
  }
}
