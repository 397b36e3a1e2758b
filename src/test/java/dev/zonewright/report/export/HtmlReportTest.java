package dev.zonewright.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.Manifest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
  @Test
  void anExcerptIsTheLineOfItsFinding() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: shop}
        spec:
          containers: []
          hostPID: true\
        """;
    ReviewDocument review =
        ExportFormatTest.document(
            List.of(Manifest.of("a.yaml", pod), Manifest.of("b.json", "{\"kind\":")), "");
    String html = ExportFormatTest.write(ExportFormat.HTML, review);
    assertThat(html).contains("a.yaml:6", "<pre>6    hostPID: true</pre>", "b.json:1");
  }

  @Test
  void oneFindingIsOne() {
    String map =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c, namespace: shop}
        data: {password: hunter2hunter2}
        """;
    assertThat(
            ExportFormatTest.write(
                ExportFormat.MARKDOWN,
                ExportFormatTest.document(List.of(Manifest.of("a.yaml", map)), "")))
        .contains("1 open finding: 1 high.")
        .doesNotContain("hunter2hunter2");
  }

  @Test
  void theLineOfAFindingShowsNoValueThatCouldBeASecret() {
    assertThat(Excerpts.masked("    privileged: true # why"))
        .isEqualTo("    privileged: true # why");
    assertThat(Excerpts.masked("      - name: api")).isEqualTo("      - name: api");
    assertThat(Excerpts.masked("  containers:")).isEqualTo("  containers:");
    assertThat(Excerpts.masked("    image: https://usr:Pw4433@reg.example/x"))
        .isEqualTo("    image: htt… (32 characters)");
    assertThat(Excerpts.masked("  csi: {volumeAttributes: {password: Pw1212}}"))
        .doesNotContain("Pw1212");
    assertThat(Excerpts.masked("  - Authorization Bearer Tok7766")).doesNotContain("Tok7766");
    assertThat(Excerpts.masked("  - {name: a, value: Pw1212}")).doesNotContain("Pw1212");
    assertThat(Excerpts.masked("  args: [--password, Pw1212]")).doesNotContain("Pw1212");
    assertThat(Excerpts.masked("  hostPID: true # password: hunter2hunter2"))
        .startsWith("  hostPID: true # password: ")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    - ipBlock: {cidr: 0.0.0.0/0}",
        "resources: [pods, \"pods/exec\"]",
        "verbs: [\"*\"]",
        "drop: [all]",
        "metadata: {name: shop-warmup-2, namespace: team-1}",
        "  - name: shop-warmup-2",
        "nfs: # the old share, until March",
        "- {port: 53, protocol: UDP}"
      })
  void theLineOfAFindingShowsWhatDecides(String line) {
    assertThat(Excerpts.masked(line)).isEqualTo(line);
  }

  @Test
  void aReviewOfNothingIsNotTakenForAGoodOne() {
    ReviewDocument failed =
        ExportFormatTest.document(List.of(Manifest.of("broken.yaml", "a: [\n")), "");
    assertThat(ExportFormatTest.write(ExportFormat.HTML, failed))
        .contains("No tenant among 1 document.", "1 could not be analysed.")
        .doesNotContain(
            "No tenant is open", "class=\"lead calm\"", "class=\"tenants\"", "Checklist:");
  }

  @Test
  void anExceptionIsShownWithItsValueUnlessThatMayBeACredential() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a, namespace: shop}
        spec:
          containers:
          - name: a
            image: 'a:1'
            securityContext: {capabilities: {add: [SYS_TIME]}}
            env: [{name: DB_PASSWORD, value: Pw1212qqZZ34}]
        """;
    String review =
        """
        exceptions:
          - {control: added-capability, namespace: shop, value: SYS_TIME, reason: r, owner: o, expires: 2026-12-04}
          - {control: literal-credential, namespace: shop, value: Pw1212qqZZ34, reason: r, owner: o, expires: 2026-12-04}
          - {control: root-user, namespace: shop, value: Pw1212qqZZ34, reason: r, owner: o, expires: 2026-12-04}
        """;
    ReviewDocument document =
        ExportFormatTest.document(List.of(Manifest.of("a.yaml", pod)), review);
    assertThat(document.exceptions().get(1).findings()).hasSize(1);
    assertThat(ExportFormatTest.write(ExportFormat.HTML, document))
        .contains("namespace shop, value SYS_TIME")
        .doesNotContain("Pw1212");
  }

  @Test
  void aReviewFileThatIsNotAppliedIsNotTakenForNoDecision() {
    String twice = "profile: edera-reference\nprofile: edera-reference\n";
    assertThat(
            ExportFormatTest.write(ExportFormat.HTML, ExportFormatTest.document(List.of(), twice)))
        .contains("<b>Not applied:</b> zonewright-review.yaml:2, ");
  }

  @Test
  void markdownEscapesWhatWouldBeAMark() throws IOException {
    ReviewDocument review = ExportFormatTest.sample();
    String markdown = ExportFormatTest.write(ExportFormat.MARKDOWN, review);
    assertThat(markdown).contains("=listens on \"443\", \\| &lt;b&gt;");
    long rows =
        markdown
            .substring(markdown.indexOf("## Findings"), markdown.indexOf("## Accepted"))
            .lines()
            .filter(l -> l.startsWith("| "))
            .count();
    assertThat(rows).isEqualTo(review.open().size() + 1);
  }

  @Test
  void whatAKustomizationChangesIsNotedThoughAllOfItIsRead() {
    ReviewDocument review =
        ExportFormatTest.document(
            List.of(Manifest.of("kustomization.yaml", "resources: [a.yaml]\nnamespace: prod\n")),
            "");
    for (ExportFormat format : List.of(ExportFormat.HTML, ExportFormat.MARKDOWN)) {
      assertThat(ExportFormatTest.write(format, review))
          .contains("kustomization.yaml:1", "namespace puts all objects into prod");
    }
  }

  @Test
  void coverageNamesWhatWasNotReadAndThenEveryFile() throws IOException {
    String html = ExportFormatTest.write(ExportFormat.HTML, ExportFormatTest.sample());
    String coverage = html.substring(html.indexOf("<h2>Coverage"), html.indexOf("<h2>Findings"));
    assertThat(coverage).contains("never closed", "<h3>The rule</h3>");
    assertThat(coverage.substring(coverage.indexOf("class=\"files\"")))
        .contains(
            "<td class=\"mono\">broken.yaml</td><td>0</td><td>1</td>",
            "<td class=\"mono\">globex.yaml</td>");
    assertThat(ExportFormatTest.write(ExportFormat.HTML, ExportFormatTest.nothing()))
        .contains("<h2>Coverage")
        .doesNotContain("The rule", "class=\"files\"");
  }

  @Test
  void whatServesTheClusterHasAPageOfItsOwn() {
    List<Manifest> manifests =
        List.of(
            Manifest.of("a.yaml", pod("logging", "collector")),
            Manifest.of("b.yaml", pod("shop", "api")));
    String html =
        ExportFormatTest.write(
            ExportFormat.HTML, ExportFormatTest.document(manifests, "platform: [logging]\n"));
    String platform =
        html.substring(html.indexOf("id=\"platform\""), html.indexOf("id=\"decisions\""));
    assertThat(platform)
        .contains("<b>logging</b></td><td>1</td><td>1</td>", "privileged-container", "a.yaml:6")
        .doesNotContain("shop", "b.yaml");
    assertThat(html).contains("<a href=\"#platform\">Platform</a>");

    assertThat(ExportFormatTest.write(ExportFormat.HTML, ExportFormatTest.document(manifests, "")))
        .doesNotContain("id=\"platform\"");
  }

  @Test
  void placesOfFindingsLeadToTheirExcerpts() throws IOException {
    String html = ExportFormatTest.write(ExportFormat.HTML, ExportFormatTest.sample());
    List<String> links =
        Pattern.compile("href=\"#(f-[^\"]+)\"")
            .matcher(html)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(links).hasSizeGreaterThan(20).allMatch(id -> html.contains("id=\"" + id + "\""));
    assertThat(html).contains("api mounts files of the node</td><td class=\"mono\"><a href=\"#f-");
  }

  private static String pod(String namespace, String name) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {namespace: %s, name: %s}
    spec:
      containers:
      - {name: a, image: 'a:1', securityContext: {privileged: true}}
    """
        .formatted(namespace, name);
  }
}
