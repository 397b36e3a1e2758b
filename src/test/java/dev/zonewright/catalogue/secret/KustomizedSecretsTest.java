package dev.zonewright.catalogue.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.secret.WrittenSecrets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Kustomization writes into what it builds. */
class KustomizedSecretsTest {
  private static final String HEAD =
      "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";

  private static Analysis analysis(String text) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("kustomization.yaml", text)));
  }

  private static List<String> found(String text) {
    return analysis(text).findings().stream()
        .filter(f -> f.finding().control().id().equals("literal-credential"))
        .peek(f -> assertThat(f.finding().message()).doesNotContain("Tr0ub4dor"))
        .map(f -> f.finding().severity() + " " + f.finding().path())
        .toList();
  }

  /** It may leave its kind out. */
  @ParameterizedTest
  @ValueSource(strings = {HEAD, ""})
  void whatGeneratorsAreGivenIsFoundAtTheValue(String head) {
    String text =
        head
            + """
            secretGenerator:
              - name: db
                literals: [user=shop, "password='Tr0ub4dor&3'", pin=Tr0ub4dorQz81]
            configMapGenerator:
              - name: app
                literals: [mode=fast, DB_PASSWORD=Tr0ub4dor&4]
            """;
    assertThat(found(text))
        .containsExactly(
            Severity.HIGH + " secretGenerator[0].literals[1]",
            Severity.HIGH + " configMapGenerator[0].literals[1]");
    assertThat(WrittenSecrets.in(Manifest.of("k", text).stream().parts().getFirst().document()))
        .extracting(at -> at.path().toString())
        .containsExactly(
            "secretGenerator[0].literals[0]",
            "secretGenerator[0].literals[1]",
            "secretGenerator[0].literals[2]",
            "configMapGenerator[0].literals[1]");
  }

  @Test
  void aSecretWithoutATellingNameIsSaidOnce() {
    String text = "secretGenerator:\n  - literals: [pin=Tr0ub4dorQz81, key=Tr0ub4dorQz82]\n";
    assertThat(found(HEAD + text))
        .containsExactly(Severity.MEDIUM + " secretGenerator[0].literals[0]");
    assertThat(found(HEAD + text.replaceAll("Tr0ub4dorQz8[12]", "\\${PIN}"))).isEmpty();
    assertThat(found(HEAD.replace("kustomize.config.k8s.io", "shop.example") + text)).isEmpty();
  }

  @Test
  void patchesThatStandInItAreReadToo() {
    String text =
        HEAD
            + """
            patches:
              - patch: |
                  - {op: replace, path: /data/password, value: Tr0ub4dor}
              - patch: |
                  kind: Deployment
                  spec:
                    containers:
                      - env:
                          - name: DB_PASSWORD
                            value: Tr0ub4dor
              - patch: |
                  - {op: replace, path: /spec/replicas, value: 3}
            patchesStrategicMerge:
              - {kind: ConfigMap, data: {password: Tr0ub4dor}}
            """;
    assertThat(found(text))
        .containsExactly(
            Severity.HIGH + " patches[0].patch",
            Severity.HIGH + " patches[1].patch",
            Severity.HIGH + " patchesStrategicMerge[0].data.password");
    assertThat(WrittenSecrets.in(Manifest.of("k", text).stream().parts().getFirst().document()))
        .hasSize(3);
  }

  private static String reason(String text) {
    return analysis(text).coverage().items().getFirst().reason();
  }

  @Test
  void whatItChangesInTheFilesIsSaidBesideThem() {
    String changes =
        """
        namespace: prod
        namePrefix: eu-
        commonLabels: {app: web}
        replacements: [{path: a.yaml}]
        """;
    for (String patch : List.of("", "patches: [{path: gone.yaml}]\n")) {
      assertThat(reason("resources: [a.yaml]\n" + changes + patch))
          .contains(
              "namespace puts all objects into prod, so that is their tenant",
              "namePrefix puts eu- before their names",
              "commonLabels sets labels and selectors",
              "replacements copies values into fields")
          .doesNotContain("nameSuffix");
    }
  }

  @Test
  void whatIsBuiltIsWhatToReview() {
    for (String head : List.of(HEAD, "")) {
      assertThat(analysis(head + "resources: [a.yaml, ../base]\n").coverage().built())
          .singleElement()
          .extracting(CoverageItem::reason)
          .asString()
          .contains("`kustomize build`");
    }
    assertThat(analysis("resources: [a.yaml]\n").coverage().hasHoles()).isFalse();
    assertThat(reason("resources: [a.yaml]\nnamePrefix: ''\nimages: []\n"))
        .doesNotContain("namePrefix", "images");
    assertThat(analysis(HEAD).coverage().built()).isEmpty();
  }
}
