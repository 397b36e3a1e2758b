package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Where a pod takes over the annotations of its object, as Tekton's runs have it, one that a fix
 * sets there is in its place: no other fix may take it away again.
 */
class OwnAnnotationsTest {
  private static final String RUN =
      """
      apiVersion: tekton.dev/v1
      kind: TaskRun
      metadata:
        generateName: image-build-
        namespace: ci
      spec:
        taskRef: {name: image-build}
        podTemplate:
          hostNetwork: true
          securityContext: {runAsNonRoot: false}
      """;

  private final Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  private Analysis analysis(String text) {
    return analyzer.analyze(List.of(Manifest.of("run.yaml", text)));
  }

  @Test
  void theAnnotationOfARunIsSetOnceAndStays() {
    List<Analysis> looks = new ArrayList<>();
    FixRun run =
        new Fixer(analyzer)
            .fixAll(
                FixRun.Beginning.alone(analysis(RUN)),
                _ -> true,
                true,
                () -> looks.add(Analysis.empty()));
    String fixed = Objects.requireNonNull(run.edits().get("run.yaml")).apply(RUN);
    assertThat(fixed)
        .startsWith(
            """
            apiVersion: tekton.dev/v1
            kind: TaskRun
            metadata:
              generateName: image-build-
              namespace: ci
              annotations:
                dev.edera/kernel: ghcr.io/edera-dev/zone-kernel:latest
            spec:
            """);
    // what comes last in a run is not crowded out by fixes that undo each other
    assertThat(fixed).contains("\nkind: NetworkPolicy\n");
    assertThat(looks).hasSizeLessThan(20);
  }

  @Test
  void anAnnotationThatARunHandsOnIsNotMisplaced() {
    String text = RUN.replace("spec:", "  annotations: {dev.edera/kernel: a.example/k:1}\nspec:");
    assertThat(analysis(text).findings())
        .extracting(f -> f.finding().control().id())
        .doesNotContain("misplaced-edera-annotation")
        .contains("host-network");
  }
}
