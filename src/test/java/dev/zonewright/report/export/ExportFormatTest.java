package dev.zonewright.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.Checklist;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.closing.ClosingChange;
import dev.zonewright.report.closing.ClosingChanges;
import dev.zonewright.report.closing.ClosingTrials;
import dev.zonewright.review.Known;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.ResidualRisk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ExportFormatTest {
  private static final Path SCHEMAS = Path.of("..", "shared", "schemas");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String REVIEW =
      """
      exceptions:
        - control: added-capability
          container: globex/StatefulSet/ledger/ledger
          reason: =listens on "443", | <b>
          owner: ledger team
          expires: 2026-12-04
        - {control: host-ipc, namespace: none, reason: r, owner: o, expires: 2026-11-01}
      attestations:
        - {item: dom0-restricted, by: J. Doe, date: 2026-10-02, note: bastion}
      """;

  static ReviewDocument sample() throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("assets", "samples"))) {
      for (Path file : files.sorted().toList()) {
        manifests.add(Manifest.of(file.getFileName().toString(), Files.readString(file)));
      }
    }
    manifests.add(Manifest.of("broken.yaml", "a: [\n"));
    return document(manifests, REVIEW);
  }

  static ReviewDocument document(List<Manifest> manifests, String review) {
    Analysis analysis =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE).analyze(manifests);
    Reviewed reviewed =
        Reviewed.of(
            ReviewReader.read(Manifest.of("zonewright-review.yaml", review)),
            analysis,
            TODAY,
            Known.of(ControlCatalogue.all(), ChecklistItem.ids()));
    return new ReviewDocument(
        reviewed.analysis(),
        TODAY,
        ResidualRisk.of(reviewed.analysis()),
        Checklist.of(reviewed),
        Optional.of(reviewed.file()),
        reviewed.exceptions());
  }

  static ReviewDocument nothing() {
    return document(List.of(), "");
  }

  static String write(ExportFormat format, ReviewDocument review) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(review, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> prints(ReviewDocument review) {
    return review.analysis().findings().stream().map(LocatedFinding::fingerprint).toList();
  }

  @ParameterizedTest
  @EnumSource
  void theSameInputGivesTheSameBytes(ExportFormat format) throws IOException {
    assertThat(write(format, sample())).isEqualTo(write(format, sample())).isNotBlank();
    assertThat(write(format, nothing())).isNotBlank();
  }

  @Test
  void theEndingOfANameChoosesTheForm() {
    assertThat(ExportFormat.ofFile("a/b.SARIF")).contains(ExportFormat.SARIF);
    assertThat(ExportFormat.ofFile("b.sarif.json")).contains(ExportFormat.SARIF);
    assertThat(ExportFormat.ofFile("b.json")).contains(ExportFormat.JSON);
    assertThat(ExportFormat.ofFile("b.yml")).contains(ExportFormat.OPENREPORTS);
    assertThat(ExportFormat.ofFile("b.markdown")).contains(ExportFormat.MARKDOWN);
    assertThat(ExportFormat.ofFile("b.docx")).isEmpty();
    assertThat(ExportFormat.ofFile("b")).isEmpty();
  }

  @Test
  void sarifHoldsEveryFindingItsFixesAndWhatIsAccepted() throws IOException {
    ReviewDocument review = sample();
    JsonNode run = JSON.readTree(write(ExportFormat.SARIF, review)).get("runs").get(0);
    List<String> prints =
        run.get("results")
            .valueStream()
            .map(r -> r.get("partialFingerprints").get("zonewright/v1").asString())
            .toList();
    assertThat(prints).isEqualTo(prints(review));
    assertThat(run.get("results").valueStream().filter(r -> r.has("suppressions"))).hasSize(1);
    assertThat(run.get("results").valueStream().filter(r -> r.has("fixes"))).hasSizeGreaterThan(20);
    assertThat(run.get("results").valueStream().filter(r -> r.has("relatedLocations")))
        .isNotEmpty();
    assertThat(run.get("invocations").get(0).get("executionSuccessful").asBoolean()).isFalse();
    for (JsonNode result : run.get("results")) {
      JsonNode rule =
          run.get("tool").get("driver").get("rules").get(result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void aSarifReplacementIsTheEditOfTheFix() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: shop}
        spec:
          runtimeClassName: edera
          hostPID: true
          containers: [{name: api, image: 'registry.example/api:1'}]
        """;
    ReviewDocument review = document(List.of(Manifest.of("a.yaml", pod)), "");
    JsonNode results =
        JSON.readTree(write(ExportFormat.SARIF, review)).get("runs").get(0).get("results");
    JsonNode change =
        results
            .valueStream()
            .filter(r -> r.get("ruleId").asString().equals("host-pid"))
            .map(
                r -> r.get("fixes").get(0).get("artifactChanges").get(0).get("replacements").get(0))
            .findFirst()
            .orElseThrow();
    assertThat(change.get("deletedRegion").get("startLine").asInt()).isEqualTo(6);
    assertThat(change.get("deletedRegion").get("endLine").asInt()).isEqualTo(7);
    assertThat(change.get("insertedContent").get("text").asString()).isEmpty();
  }

  @Test
  void sarifIsValid() throws IOException {
    Path file = SCHEMAS.resolve("sarif-2.1.0.json");
    assumeTrue(Files.exists(file), "the SARIF schema is not here");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(file), InputFormat.JSON);
    for (ReviewDocument review : List.of(sample(), nothing())) {
      List<Error> errors = schema.validate(write(ExportFormat.SARIF, review), InputFormat.JSON);
      assertThat(errors).isEmpty();
    }
  }

  @Test
  void openReportsAreValid() throws IOException {
    assumeTrue(Files.exists(SCHEMAS), "the OpenReports schemas are not here");
    YAMLMapper yaml = YAMLMapper.builder().build();
    for (ReviewDocument review : List.of(sample(), nothing())) {
      int results = 0;
      for (String text : write(ExportFormat.OPENREPORTS, review).split("(?m)^---\n")) {
        JsonNode report = yaml.readTree(text);
        String name = report.get("kind").asString().equals("Report") ? "reports" : "clusterreports";
        JsonNode crd =
            yaml.readTree(
                Files.readString(SCHEMAS.resolve("openreports-%s-crd.yaml".formatted(name)))
                    .replaceFirst("^---\n", ""));
        JsonNode form = crd.get("spec").get("versions").get(0).get("schema").get("openAPIV3Schema");
        Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(form.toString(), InputFormat.JSON);
        assertThat(schema.validate(report.toString(), InputFormat.JSON)).isEmpty();
        results += report.get("results").size();
      }
      assertThat(results - review.analysis().coverage().holes()).isEqualTo(prints(review).size());
    }
  }

  @Test
  void junitCountsFailuresErrorsAndSkips() throws Exception {
    ReviewDocument review = sample();
    Document xml =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    write(ExportFormat.JUNIT, review).getBytes(StandardCharsets.UTF_8)));
    long notes =
        review.open().stream().filter(f -> f.finding().severity() == Severity.NOTE).count();
    assertThat(notes).isPositive();
    assertThat(xml.getElementsByTagName("system-out").getLength()).isEqualTo((int) notes);
    assertThat(xml.getElementsByTagName("failure").getLength())
        .isEqualTo(review.open().size() - (int) notes);
    assertThat(xml.getElementsByTagName("skipped").getLength())
        .isEqualTo(review.accepted().size())
        .isEqualTo(1);
    assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(1);
    NodeList suites = xml.getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      assertThat(suite.getElementsByTagName("testcase").getLength())
          .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
      assertThat(suite.getElementsByTagName("failure").getLength())
          .isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
    }
  }

  @Test
  void csvHasALineForEachFindingAndNoFormula() throws IOException {
    ReviewDocument review = sample();
    String csv = write(ExportFormat.CSV, review);
    List<String> lines = List.of(csv.split("\r\n"));
    assertThat(lines).hasSize(review.analysis().findings().size() + 1);
    for (int i = 1; i < lines.size(); i++) {
      assertThat(lines.get(i)).endsWith("," + prints(review).get(i - 1));
    }
    assertThat(csv).contains("\"'=listens on \"\"443\"\", | <b>\"");
  }

  @Test
  void htmlHoldsEveryFindingAndNoScriptOrOutsideResource() throws IOException {
    ReviewDocument review = sample();
    String html = write(ExportFormat.HTML, review);
    prints(review).forEach(print -> assertThat(html).contains("id=\"f-" + print + "\""));
    assertThat(html)
        .doesNotContain("<script", "src=", "http://", "<b>\"", "@import")
        .contains("&lt;b&gt;", "Hardening checklist", "J. Doe", "expired", "broken.yaml:");
    assertThat(html.split("<section", -1)).hasSize(html.split("</section>", -1).length);
  }

  /** The same document with the changes that close most. */
  static ReviewDocument tried(ReviewDocument whole) {
    return whole.tried(
        ClosingTrials.of(
            whole.analysis(),
            new Fixer(new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)),
            a -> a,
            () -> false));
  }

  @Test
  void whatClosesMostStandsAlikeInHtmlMarkdownAndJson() throws IOException {
    ReviewDocument whole = sample();
    ReviewDocument review = tried(whole);
    List<ClosingChange> first = review.closing().first();
    assertThat(first).hasSize(ClosingChanges.SHOWN);
    JsonNode json = JSON.readTree(write(ExportFormat.JSON, review)).get("closesMost");
    String html = write(ExportFormat.HTML, review);
    String markdown = write(ExportFormat.MARKDOWN, review);
    assertThat(json.get("tried").asInt()).isEqualTo(review.closing().tried());
    for (int i = 0; i < first.size(); i++) {
      JsonNode change = json.get("changes").get(i);
      assertThat(change.get("object").asString()).isEqualTo(first.get(i).change().object());
      assertThat(change.get("closes").size()).isEqualTo(first.get(i).closed().size());
      assertThat(html).contains(Xml.text(first.get(i).words()), Xml.text(first.get(i).effect()));
      assertThat(markdown).contains(first.get(i).effect());
    }
    for (ExportFormat format : ExportFormat.values()) {
      String text = format == ExportFormat.PDF ? "" : write(format, whole);
      assertThat(text.contains("loses most") || text.contains("closesMost")).isFalse();
    }
  }
}
