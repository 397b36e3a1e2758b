package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fix that empties a mapping takes it along where an empty one says nothing. */
class EmptiedMappingTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: a
        namespace: b
      spec:
        containers:
          - name: c
            image: i
      """;

  /** The text after the first fix of the control whose title begins so. */
  private static String fixed(String text, String control, String title) {
    Manifest manifest = Manifest.of("a.yaml", text);
    Analysis analysis =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE).analyze(List.of(manifest));
    LocatedFinding finding =
        analysis.findings().stream()
            .filter(f -> f.finding().control().id().equals(control))
            .findFirst()
            .orElseThrow();
    Fix fix =
        finding.finding().fixes().stream()
            .filter(f -> f.title().startsWith(title))
            .findFirst()
            .orElseThrow();
    return Fixer.apply(manifest, finding, fix) instanceof FixOutcome.Applied applied
        ? applied.after().stream().text()
        : "refused";
  }

  @Test
  void theLastAddedCapabilityTakesItsEmptiedMappingsAlong() {
    String only = "      securityContext:\n        capabilities:\n          add: [SYS_ADMIN]\n";
    assertThat(fixed(POD + only, "added-capability", "Remove")).isEqualTo(POD);
    String beside = "      securityContext:\n        readOnlyRootFilesystem: true\n";
    assertThat(
            fixed(
                POD + beside + "        capabilities:\n          add: [SYS_ADMIN]\n",
                "added-capability",
                "Remove"))
        .isEqualTo(POD + beside);
  }

  @Test
  void anUnknownKeyTakesItsEmptiedMappingAlong() {
    assertThat(
            fixed(
                POD + "      securityContext:\n        allowPrivilegedEscalation: false\n",
                "unknown-field",
                "Remove"))
        .isEqualTo(POD);
  }

  @Test
  void whatSaysSomethingWhenItIsEmptyStays() {
    assertThat(
            fixed(
                POD + "  volumes:\n    - name: v\n      emptyDir:\n        sizelimit: 1Gi\n",
                "unknown-field",
                "Remove"))
        .isEqualTo(POD + "  volumes:\n    - name: v\n      emptyDir: {}\n");
  }

  @Test
  void whatHasAnAnchorStays() {
    assertThat(
            fixed(
                POD + "      securityContext: &context\n        allowPrivilegedEscalation: false\n",
                "unknown-field",
                "Remove"))
        .isEqualTo(POD + "      securityContext: &context {}\n");
  }
}
