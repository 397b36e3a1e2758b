package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.LocatedFinding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A patch of its pods that stands as a text in a workflow is read as a part of a pod. */
class PodPatchesTest {
  private static Reviewed review(String patch) {
    return Reviewed.of(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: WorkflowTemplate
        metadata: {name: a, namespace: b}
        spec:
          templates:
            - name: a
              container: {image: a}
              podSpecPatch: %s
        """
            .formatted(patch));
  }

  private static List<LocatedFinding> inPatch(Reviewed reviewed) {
    return reviewed.analysis().findings().stream()
        .filter(f -> f.finding().path().toString().endsWith("podSpecPatch"))
        .toList();
  }

  @Test
  void whatAPatchOpensIsFoundAtItsField() {
    for (String patch :
        List.of(
            "'{\"hostNetwork\": true, \"containers\": [{\"name\": \"main\","
                + " \"securityContext\": {\"privileged\": true}}]}'",
            """
            |
                    hostNetwork: true
                    containers:
                      - name: main
                        securityContext: {privileged: true}
            """)) {
      Reviewed reviewed = review(patch);
      assertThat(inPatch(reviewed))
          .extracting(f -> f.finding().control().id())
          .containsExactlyInAnyOrder("host-network", "privileged-container");
      assertThat(inPatch(reviewed))
          .allMatch(f -> f.finding().fixes().isEmpty())
          .allMatch(f -> f.start().line() == 8)
          .anyMatch(f ->
              f.finding()
                  .message()
                  .endsWith(
                      "It is in the text of podSpecPatch, at"
                          + " containers[0].securityContext.privileged"));
      assertThat(reviewed.analysis().coverage().items().getFirst().status())
          .isEqualTo(CoverageItem.Status.ANALYSED);
    }
  }

  @Test
  void whatAPatchDoesNotSayIsNotMissingInIt() {
    Reviewed reviewed =
        review(
            "'{\"containers\": [{\"name\": \"main\", \"resources\": {\"limits\":"
                + " {\"memory\": \"{{inputs.parameters.memory}}\"}}}]}'");
    assertThat(inPatch(reviewed)).isEmpty();
    assertThat(reviewed.analysis().coverage().items().getFirst().status())
        .isEqualTo(CoverageItem.Status.ANALYSED);
  }

  @Test
  void aValueThatIsFilledInLaterIsNamed() {
    Reviewed reviewed =
        review("'{\"hostPID\": \"{{inputs.parameters.host}}\", \"hostNetwork\": true}'");
    assertThat(inPatch(reviewed))
        .extracting(f -> f.finding().control().id())
        .containsExactly("host-network");
    assertThat(reviewed.analysis().coverage().items().getFirst().reason())
        .contains("no control reads spec.templates[0].podSpecPatch.hostPID:");
  }

  @Test
  void aPatchThatIsATemplateIsNamed() {
    Reviewed reviewed = review("'{{workflow.parameters.patch}}'");
    assertThat(inPatch(reviewed)).isEmpty();
    CoverageItem row = reviewed.analysis().coverage().items().getFirst();
    assertThat(row.status()).isEqualTo(CoverageItem.Status.PARTLY_ANALYSED);
    assertThat(row.reason()).contains("spec.templates[0].podSpecPatch");
  }

  @Test
  void aPodInAConfigMapIsNamedWithWhatToDo() {
    CoverageItem row =
        Reviewed.of(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, namespace: b}
                data:
                  helper: |
                    apiVersion: v1
                    kind: Pod
                    spec: {containers: [{name: a, image: a}]}
                """)
            .analysis()
            .coverage()
            .items()
            .getFirst();
    assertThat(row.status()).isEqualTo(CoverageItem.Status.PARTLY_ANALYSED);
    assertThat(row.reason())
        .isEqualTo(
            "no control reads data.helper.spec: a pod stands there as a text. Save it as a file of"
                + " its own, and open that too.");
  }
}
