package dev.zonewright.catalogue;

import static dev.zonewright.catalogue.Reviewed.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Verdict;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.edit.EditOutcome;
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
  void whatARepeatedKeyHidesIsNotLookedInto() {
    // both would have the path a.x, and a fix can only reach the one that counts
    assertThat(find("duplicate-key", "a: {x: 1, x: 2}\na: {x: 3, x: 4}\n"))
        .extracting(f -> f.start() + " " + f.finding().path())
        .containsExactly("2:1 a", "2:11 a.x");
  }

  @Test
  void aKeyOfAMegabyteIsNamedByItsBeginning() {
    String text = IN_ZONE + "  ? " + "k".repeat(1_000_000) + "\n  : v\n";
    assertThat(find("unknown-field", text))
        .extracting(f -> f.finding().message())
        .containsExactly("PodSpec has no field " + "k".repeat(80) + "…, so this has no effect");
  }

  @Test
  void aMisspeltKeyThatStandsTwiceIsNotRenamedAndSoUncovered() {
    Finding finding =
        find("unknown-field", IN_ZONE + "  ontainers: []\n  ontainers: [{name: a}]\n")
            .getFirst()
            .finding();
    Fix rename = finding.fixes().getFirst();
    assertThat(rename.title()).isEqualTo("Rename ontainers to containers");
    assertThat(rename.on(IN_ZONE + "  ontainers: []\n  ontainers: [{name: a}]\n"))
        .isEqualTo(
            new EditOutcome.Refused(
                "“spec.ontainers” is not changed: “ontainers” stands there more than once; keep one"
                    + " first"));
  }

  @Test
  void aMissingSeparatorIsGuessed() {
    String text = "kind: ConfigMap\ndata: {}\nkind: Pod\nspec: {}\n";
    assertThat(find("duplicate-key", text).getFirst().finding().guidance()).contains("---");
  }

  @Test
  void pointsIntoTheDocumentEvenAtItsVeryEnd() {
    assertThat(find("invalid-yaml", "a: [1,\n").getFirst().range()).isEqualTo(new TextRange(3, 6));
  }

  @Test
  void aTemplateIsToBlameWhereTheRestIsYaml() {
    String text = "a: [1, {{ .Values.b }} c]\n{{- if .Values.x }}\nd: e\n{{- end }}\n";
    assertThat(find("unrendered-template", text))
        .extracting(f -> f.start().line() + " " + f.finding().guidance())
        .satisfiesExactly(f -> assertThat(f).startsWith("1 ").contains("helm template"));
    assertThat(find("invalid-yaml", text)).isEmpty();
    assertThat(find("unrendered-template", "a:\n{% for x in y %}\n  b: {{ x }}-1\n{% endfor %}\n"))
        .extracting(f -> f.finding().guidance())
        .satisfiesExactly(f -> assertThat(f).contains("the tool that it is written for"));
    for (String other :
        List.of(
            "a: {{ x\n",
            "a: {{ x }}\n{{ include \"labels\" . }}\nb: [{{ y }}]z\n",
            "a: {{- include \"labels\" . | nindent 2 }}\n  b: c\n",
            "a:\n  {{- with .b }}{{ toYaml . }}{{- end }}\n  c: d\n")) {
      assertThat(find("unrendered-template", other)).as(other).hasSize(1);
    }
  }

  @Test
  void bracesInTheStringsOfABrokenManifestAreNotToBlame() {
    String text = "a: \"{{ $labels.pod }}\"\nb: |\n  {{ range }}\nc: [1,\n";
    assertThat(find("invalid-yaml", text)).hasSize(1);
    assertThat(find("unrendered-template", text)).isEmpty();
    assertThat(find("unrendered-template", "a: " + "{% ".repeat(100_000) + "\n")).hasSize(1);
  }

  @Test
  void aTemplateInPlaceOfTheObjectOrItsKindIsNotPassedOver() {
    for (String whole : List.of("{{ include \"lib.pod\" . }}\n", "${POD}\n")) {
      assertThat(find("unrendered-template", whole)).as(whole).hasSize(1);
      assertThat(Reviewed.of(whole).analysis().coverage().notAnalysed().getFirst().reason())
          .contains("not rendered");
    }
    for (String kind : List.of("{{ .Values.kind }}", "\"{{ .Values.kind }}\"", "${KIND}")) {
      assertThat(find("unrendered-template", "apiVersion: v1\nkind: " + kind + "\n"))
          .as(kind)
          .extracting(f -> f.finding().path() + " " + f.finding().verdict().word())
          .containsExactly("kind undetermined");
    }
    String list = "kind: List\nitems:\n  - {kind: \"${A}\"}\n  - {kind: Pod}\n";
    assertThat(find("unrendered-template", list)).hasSize(1);
    assertThat(find("unrendered-template", "image: {{ .Values.image }}\n")).isEmpty();
    assertThat(find("unrendered-template", "Costs $5 and {more}\n")).isEmpty();
  }

  @Test
  void theNamespaceIsMissedOnlyWhereTheFileIsAboutOne() {
    String namespace = "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
    String inShop = "---\napiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\n";
    String inNone = "---\napiVersion: v1\nkind: Service\nmetadata: {name: b}\n";
    String inMail = inShop.replace("shop", "mail");
    String id = "missing-namespace";
    assertThat(find(id, namespace + inNone)).hasSize(1);
    assertThat(find(id, inShop + inShop + inNone)).hasSize(1);
    assertThat(find(id, namespace + inShop.replace("shop", "kube-system") + inNone)).hasSize(1);
    assertThat(find(id, inShop + inNone)).isEmpty();
    assertThat(find(id, namespace.replace("shop", "\"\"") + inNone)).isEmpty();
    assertThat(find(id, namespace.replace("name", "generateName") + inNone)).isEmpty();
    assertThat(find(id, namespace + inMail + inNone)).isEmpty();
    assertThat(find(id, (inShop + inShop + inNone).replace("shop", "default"))).isEmpty();
    assertThat(find(id, namespace + inNone.replace("Service", "Widget"))).isEmpty();
    assertThat(find(id, namespace + inNone.replace("b}", "b, namespace: \"${NS}\"}"))).isEmpty();
    assertThat(find(id, namespace + inNone.replace("b}", "b, namespace: \"\"}"))).hasSize(1);
  }

  @Test
  void aListWithoutNamespacesIsOneFindingAndOneFix() {
    String text =
        """
        kind: Namespace
        apiVersion: v1
        metadata: {name: shop}
        ---
        kind: List
        apiVersion: v1
        items:
          - {apiVersion: v1, kind: Service, metadata: {name: a, namespace: shop}}
          - {apiVersion: v1, kind: Service, metadata: {name: b}}
          - {apiVersion: v1, kind: Secret, metadata: {name: c}}
        """;
    assertThat(find("missing-namespace", text))
        .extracting(f -> f.finding().path().toString())
        .containsExactly("items[1].metadata.namespace");
    Reviewed after =
        new Reviewed(
            Reviewed.of(text)
                .fixed(ControlCatalogue.byId("missing-namespace").orElseThrow())
                .after());
    assertThat(after.text()).contains("{name: b, namespace: shop}", "{name: c, namespace: shop}");
    assertThat(find("missing-namespace", after.text())).isEmpty();
  }

  @Test
  void whatTheFileIsAboutIsAskedAgainWhenAnotherDocumentChanges() {
    String service = "---\napiVersion: v1\nkind: Service\nmetadata: {name: b}\n";
    String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
    Manifest file = Manifest.of("a.yaml", namespace + service);
    Analysis before = analyzer.analyze(List.of(file));
    Analysis after =
        analyzer.analyze(
            List.of(file.withText(namespace.replace("shop", "mail") + service)), List.of(), before);
    assertThat(before.findings())
        .extracting(f -> f.finding().message())
        .anyMatch(m -> m.contains("shop"));
    assertThat(after.findings())
        .extracting(f -> f.finding().message())
        .anyMatch(m -> m.contains("namespace mail"))
        .noneMatch(m -> m.contains("shop"));
  }
}
