package dev.zonewright.catalogue;

import static dev.zonewright.catalogue.Reviewed.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Verdict;
import dev.zonewright.text.TextRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rare cases of the controls that ask whether a manifest can be believed. */
class ManifestCasesTest {
  private static final String IN_ZONE =
      "apiVersion: v1\nkind: Pod\nspec:\n  runtimeClassName: edera\n";

  @Test
  void aPlaceholderIsReportedOnceAndNeverPasses() {
    String text =
        IN_ZONE
            + """
              hostNetwork: ${A}
              containers:
                - name: app
                  securityContext: ${B}
              volumes: {{ .Values.volumes }}
            """;
    assertThat(find("undetermined-value", text))
        .extracting(f -> f.finding().path().toString() + " " + f.finding().container())
        .containsExactly(
            "spec.hostNetwork ", "spec.containers[0].securityContext app", "spec.volumes ");
    assertThat(find("undetermined-value", text))
        .allMatch(f -> f.finding().verdict() == Verdict.UNDETERMINED);
    for (String id : List.of("host-network", "privileged-container", "undropped-capabilities")) {
      assertThat(find(id, text)).as(id).isEmpty();
    }
  }

  @Test
  void aPodThatIsItselfAPlaceholderIsUndetermined() {
    assertThat(
            find(
                "undetermined-value",
                "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template: ${POD}\n"))
        .extracting(f -> f.finding().path().toString())
        .containsExactly("spec.template");
  }

  @Test
  void mergeKeysMayRepeatAndAliasesAreLookedAtOnce() {
    String text =
        """
        a: &a {x: 1, x: 2}
        b: {<<: *a, <<: *a}
        c: *a
        """;
    assertThat(find("duplicate-key", text)).hasSize(1);
    assertThat(find("duplicate-key", "x: 1\nx: 2\nx: 3\n"))
        .extracting(f -> f.finding().message())
        .satisfiesExactly(
            m -> assertThat(m).contains("this one has no effect"),
            m -> assertThat(m).contains("this one counts"));
  }

  @Test
  void aMissingSeparatorIsGuessed() {
    String text = "kind: ConfigMap\ndata: {}\nkind: Pod\nspec: {}\n";
    assertThat(find("duplicate-key", text).getFirst().finding().guidance()).contains("---");
  }

  @Test
  void pointsIntoTheDocumentEvenAtItsVeryEnd() {
    assertThat(find("invalid-yaml", "a: [1,\n").getFirst().range()).isEqualTo(new TextRange(3, 6));
    assertThat(find("invalid-yaml", "a: {{ x\n").getFirst().finding().guidance())
        .contains("helm template");
  }
}
