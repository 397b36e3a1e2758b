package dev.zonewright.catalogue.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassConflictTest {
  private static final String CLASS =
      """
      apiVersion: node.k8s.io/v1
      kind: RuntimeClass
      metadata: {name: edera}
      handler: edera
      scheduling: {nodeSelector: {runtime: edera}}
      ---
      """;

  private static List<LocatedFinding> find(String control, String... spec) {
    String pod =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec:\n"
            + "  containers: [{name: c, image: 'r.example/c:1'}]\n"
            + String.join("\n", spec)
            + "\n";
    return new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", CLASS + pod))).findings().stream()
            .filter(f -> f.finding().control().id().equals(control))
            .toList();
  }

  private static Fix zoneFix(String... spec) {
    return find("missing-edera-runtime", spec).getFirst().finding().fixes().getFirst();
  }

  @Test
  void theReasonSaysWhatTheClusterMustHave() {
    assertThat(zoneFix().reason()).endsWith("and the RuntimeClass edera is opened");
    String alone =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop}
        spec: {containers: [{name: c, image: 'r.example/c:1'}]}
        """;
    Fix fix =
        new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE)
            .analyze(List.of(Manifest.of("a.yaml", alone))).findings().stream()
                .map(LocatedFinding::finding)
                .filter(f -> f.control().id().equals("missing-edera-runtime"))
                .findFirst()
                .orElseThrow()
                .fixes()
                .getFirst();
    assertThat(fix.safety()).isEqualTo(FixSafety.SAFE);
    assertThat(fix.reason())
        .endsWith(
            "the cluster must have the RuntimeClass edera, which Edera's installation creates:"
                + " without it the pod is refused");
  }

  @Test
  void anAffinityThatExcludesTheNodesOfTheClassIsSaidAtTheTerms() {
    String affinity =
        "  affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
            + " {nodeSelectorTerms: [{matchExpressions: [{key: runtime, operator: NotIn, values:"
            + " [edera]}]}]}}}";
    assertThat(find("invalid-object", "  runtimeClassName: edera", affinity))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.finding().message()).contains("never scheduled");
          assertThat(f.finding().path().toString()).endsWith("nodeSelectorTerms");
          assertThat(f.finding().fixes()).isEmpty();
        });
    assertThat(zoneFix(affinity).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(zoneFix(affinity).reason()).contains("node affinity excludes");
  }

  @Test
  void oneTermThatFitsIsEnough() {
    String affinity =
        "  affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
            + " {nodeSelectorTerms: [{matchExpressions: [{key: runtime, operator: In, values:"
            + " [gvisor]}]}, {matchExpressions: [{key: zone, operator: Exists}]}]}}}";
    assertThat(find("invalid-object", "  runtimeClassName: edera", affinity)).isEmpty();
  }

  @Test
  void theSelectorThatContradictsTheClassIsTakenOutByAReviewFix() {
    List<LocatedFinding> found =
        find("invalid-object", "  runtimeClassName: edera", "  nodeSelector: {runtime: gvisor}");
    assertThat(found)
        .singleElement()
        .satisfies(f -> {
          assertThat(f.finding().fixes())
              .singleElement()
              .satisfies(fix -> assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW));
          assertThat(f.finding().message()).contains("such a pod is refused");
        });
  }

  @Test
  void labelsOfOtherRuntimesAreKnownByWholeWords() {
    assertThat(zoneFix("  nodeSelector: {team: spinnaker}").title())
        .isEqualTo("Set runtimeClassName to edera");
    assertThat(zoneFix("  nodeSelector: {katacontainers.io/kata-runtime: 'true'}").title())
        .contains("remove what belongs to the other runtime");
    assertThat(
            zoneFix(
                    "  affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                        + " {nodeSelectorTerms: [{matchExpressions: [{key: kata-runtime, operator:"
                        + " Exists}]}]}}}")
                .reason())
        .contains("kata-runtime");
  }

  @Test
  void aLabelThatOnlySomeNodesHaveMayNotBeOneOfEderasNodes() {
    for (String tied :
        List.of(
            "  nodeSelector: {disktype: ssd}",
            "  nodeSelector: {dedicated: db, kubernetes.io/os: linux}",
            "  affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                + " {nodeSelectorTerms: [{matchExpressions: [{key: pool, operator: In, values:"
                + " [a]}]}]}}}")) {
      assertThat(zoneFix(tied).safety()).as(tied).isEqualTo(FixSafety.REVIEW);
      assertThat(zoneFix(tied).reason()).contains("nodes that may not be Edera's");
    }
    for (String free :
        List.of(
            "  nodeSelector: {kubernetes.io/os: linux, topology.kubernetes.io/zone: a}",
            "  nodeSelector: {runtime: edera}")) {
      assertThat(zoneFix(free).safety()).as(free).isEqualTo(FixSafety.SAFE);
    }
  }

  @Test
  void aPodThatSelectsWindowsNodesIsNotPutIntoAZone() {
    assertThat(
            find("missing-edera-runtime", "  nodeSelector: {kubernetes.io/os: windows}")
                .getFirst()
                .finding()
                .fixes())
        .isEmpty();
  }
}
