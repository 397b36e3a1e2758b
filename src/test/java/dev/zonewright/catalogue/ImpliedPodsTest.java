package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of Tekton make pods also where they say nothing of them. */
class ImpliedPodsTest {
  private static Reviewed review(String version, String kind, String spec) {
    return Reviewed.of(
        "apiVersion: tekton.dev/%s\nkind: %s\nmetadata: {name: a, namespace: b}\nspec: %s\n"
            .formatted(version, kind, spec));
  }

  private static List<String> found(Reviewed reviewed, String... controls) {
    return reviewed.analysis().findings().stream()
        .filter(f -> List.of(controls).contains(f.finding().control().id()))
        .map(f -> f.finding().control().id() + " " + f.finding().path())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "v1; TaskRun; {taskRef: {name: t}}; spec.podTemplate",
        "v1beta1; TaskRun; {taskRef: {name: t}}; spec.podTemplate",
        "v1; TaskRun; {taskRef: {name: t}, podTemplate: {}}; spec.podTemplate",
        "v1; PipelineRun; {pipelineRef: {name: t}}; spec.taskRunTemplate.podTemplate",
        "v1beta1; PipelineRun; {pipelineRef: {name: t}}; spec.podTemplate",
      })
  void aRunWithoutATemplateIsInNoZone(String version, String kind, String spec, String at) {
    Reviewed run = review(version, kind, spec);
    assertThat(found(run, "missing-edera-runtime", "mounted-service-account-token"))
        .containsExactlyInAnyOrder(
            "missing-edera-runtime " + at + ".runtimeClassName",
            "mounted-service-account-token " + at + ".automountServiceAccountToken");
    assertThat(run.analysis().findings())
        .filteredOn(f -> f.finding().control().id().equals("missing-edera-runtime"))
        .flatExtracting(f -> f.finding().fixes())
        .isNotEmpty()
        .extracting(Fix::safety)
        .containsOnly(FixSafety.REVIEW);
    assertThat(found(run, "open-egress")).hasSize(1);
  }

  @Test
  void aTaskOfTheRunThatNamesItsClassLeavesTheOthersUnknown() {
    String run =
        "{pipelineRef: {name: t}, taskRunSpecs: [{pipelineTaskName: a, podTemplate:"
            + " {runtimeClassName: edera}}]}";
    assertThat(found(review("v1", "PipelineRun", run), "missing-edera-runtime")).isEmpty();
  }

  @Test
  void aTaskHasNoPodOfItsOwn() {
    assertThat(found(review("v1", "Task", "{steps: [{image: a}]}"), "missing-edera-runtime"))
        .isEmpty();
    assertThat(
            found(
                Reviewed.of(
                    """
                    apiVersion: tekton.dev/v1
                    kind: TaskRun
                    metadata: {name: a, namespace: b}
                    """),
                "missing-edera-runtime"))
        .isEmpty();
  }

  @Test
  void annotationsThatPodsTakeOverAreInTheirPlace() {
    Reviewed run =
        Reviewed.of(
            """
            apiVersion: tekton.dev/v1
            kind: TaskRun
            metadata:
              name: a
              namespace: b
              annotations: {dev.edera/kernel: 'ghcr.io/edera-dev/zone-kernel:6.1.2'}
            spec: {podTemplate: {runtimeClassName: edera}}
            """);
    assertThat(found(run, "misplaced-edera-annotation")).isEmpty();
    assertThat(found(run, "unmanaged-zone-kernel")).hasSize(1);
  }
}
