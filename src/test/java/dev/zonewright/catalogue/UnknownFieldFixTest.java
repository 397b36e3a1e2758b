package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Control;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is offered for a key that a kind does not have: never the loss of more than a few values.
 */
class UnknownFieldFixTest {
  private static final String HEAD =
      "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: b\n";

  private static List<String> fixes(String text) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", HEAD + text))).findings().stream()
            .map(f -> f.finding())
            .filter(f -> f.control().id().equals("unknown-field"))
            .map(Finding::fixes)
            .flatMap(List::stream)
            .map(Fix::title)
            .toList();
  }

  @Test
  void aKeyWithACharacterThatNobodySeesIsRenamedAndNeverRemoved() {
    assertThat(fixes("spec\u202e:\n  hostPID: true\n  containers:\n  - name: c\n    image: i\n"))
        .containsExactly("Rename spec\u202e to spec");
    assertThat(fixes("spec:\n  nodeName\u200b: x\n"))
        .containsExactly("Rename nodeName\u200b to nodeName");
  }

  @Test
  void muchBelowAnUnknownKeyIsNotRemoved() {
    assertThat(fixes("zzzzzzzz:\n  a: {b: 1, c: 2, d: 3, e: [4, 5, 6]}\n")).isEmpty();
    assertThat(fixes("zzzzzzzz: |\n" + "  some long text\n".repeat(40))).isEmpty();
    assertThat(fixes("zzzzzzzz: {a: 1, b: 2}\n")).containsExactly("Remove zzzzzzzz");
    assertThat(fixes("zzzzzzzz: 1\n")).containsExactly("Remove zzzzzzzz");
  }

  @Test
  void whatAnEarlierVersionOfTheApiHadIsMovedToWhereItIsNow() {
    String text =
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: a, namespace: b}
        spec:
          backend: {serviceName: web, servicePort: "80"}
          rules:
          - http:
              paths:
              - path: /
                pathType: Prefix
                backend:
                  serviceName: shop
                  servicePort: http
        """;
    Control control = ControlCatalogue.byId("unknown-field").orElseThrow();
    Analysis after = Reviewed.of(text).fixed(control).after();
    assertThat(new Reviewed(after).text())
        .contains("defaultBackend: {service: {name: \"web\", port: {number: 80}}}")
        .contains("backend:\n", "service:\n", "name: shop\n", "port:\n", "name: http\n")
        .doesNotContain("serviceName", "servicePort");
  }

  @Test
  void theCommentsOfAKeyThatIsMovedGoWithIt() {
    String text =
        HEAD
            + """
            spec:
              securityContext:   # of all of them
                runAsUser: 1000
                # the cache lies in memory
                readOnlyRootFilesystem: true   # since 2.0
              # the one container
              containers:
              - name: c
                image: i
            """;
    Control control = ControlCatalogue.byId("unknown-field").orElseThrow();
    assertThat(new Reviewed(Reviewed.of(text).fixed(control).after()).text())
        .isEqualTo(
            HEAD
                + """
                spec:
                  securityContext:   # of all of them
                    runAsUser: 1000
                  # the one container
                  containers:
                  - name: c
                    image: i
                    securityContext:
                      # the cache lies in memory
                      readOnlyRootFilesystem: true   # since 2.0
                """);
  }

  @Test
  void soDoThoseOfTheMappingThatItLeavesEmpty() {
    String text =
        HEAD
            + """
            spec:
              # agreed with the platform team
              securityContext:
                # the cache lies in memory
                readOnlyRootFilesystem: true
              containers:
              - name: c
                image: i
            """;
    Control control = ControlCatalogue.byId("unknown-field").orElseThrow();
    assertThat(new Reviewed(Reviewed.of(text).fixed(control).after()).text())
        .isEqualTo(
            HEAD
                + """
                spec:
                  containers:
                  - name: c
                    image: i
                    securityContext:
                      # agreed with the platform team
                      # the cache lies in memory
                      readOnlyRootFilesystem: true
                """);
  }
}
