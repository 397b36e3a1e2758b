package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fix edits only the object that it was offered for, also when the text has moved on. */
class StaleFindingTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: NAME
      spec:
        hostPID: true
        containers:
          - name: main
            image: registry.example/main:1
            securityContext:
              privileged: true
      """;

  private static final String A = POD.replace("NAME", "a");
  private static final String B = POD.replace("NAME", "b");
  private static final String C = POD.replace("NAME", "c");

  private static final Analysis ANALYSED =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
          .analyze(List.of(Manifest.of("pods.yaml", String.join("---\n", A, B, C))));

  private static FixOutcome fixOfB(String control, Manifest now) {
    LocatedFinding finding =
        ANALYSED.findings().stream()
            .filter(f -> f.finding().control().id().equals(control))
            .filter(f -> f.finding().name().equals("b"))
            .findFirst()
            .orElseThrow();
    return Fixer.apply(ANALYSED.manifests(), now, finding, finding.finding().fixes().getFirst());
  }

  private static Manifest edited(String text) {
    return ANALYSED.manifests().getFirst().withText(text);
  }

  private static String fixed(FixOutcome outcome) {
    return ((FixOutcome.Applied) outcome).after().stream().text();
  }

  @Test
  void afterADocumentBeforeItIsDeletedTheSameObjectIsFixed() {
    String left = String.join("---\n", B, C);
    String expected = String.join("---\n", B.replace("  hostPID: true\n", ""), C);
    assertThat(fixed(fixOfB("host-pid", edited(left)))).isEqualTo(expected);
    // and where no tree was kept
    assertThat(fixed(fixOfB("host-pid", Manifest.of("pods.yaml", left)))).isEqualTo(expected);
  }

  @Test
  void whereTheObjectIsGoneNothingIsEdited() {
    assertThat(fixOfB("host-pid", edited(String.join("---\n", A, C))))
        .isEqualTo(new FixOutcome.Refused("Pod b is no longer there"));
  }

  @Test
  void whereItsCharactersAreGoneNothingIsEdited() {
    String now = String.join("---\n", A, B.replace("hostPID: true", "hostPID: false"), C);
    assertThat(fixOfB("host-pid", edited(now)))
        .isEqualTo(
            new FixOutcome.Refused("what the finding marks was changed since it was analysed"));
  }

  @Test
  void whereAnotherContainerStandsInItsPlaceNothingIsEdited() {
    String other = B.replace("    - name: main", "    - {name: new}\n    - name: main");
    String renamed = B.replace("name: main", "name: other");
    for (String b : List.of(other, renamed)) {
      assertThat(fixOfB("privileged-container", edited(String.join("---\n", A, b, C))))
          .isInstanceOf(FixOutcome.Refused.class);
    }
  }

  @Test
  void anEditElsewhereInTheObjectIsNoObstacle() {
    String longer = B.replace("  hostPID", "  hostNetwork: false\n  hostPID");
    assertThat(fixed(fixOfB("host-pid", edited(String.join("---\n", A, longer, C)))))
        .isEqualTo(String.join("---\n", A, longer.replace("  hostPID: true\n", ""), C));
  }

  @Test
  void whereTheNameIsTakenTwiceNothingIsGuessed() {
    String changed = B.replace("  hostPID", "  hostNetwork: false\n  hostPID");
    assertThat(fixOfB("host-pid", edited(String.join("---\n", A, changed, changed))))
        .isEqualTo(new FixOutcome.Refused("Pod b is there more than once"));
  }
}
