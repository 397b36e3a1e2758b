package dev.zonewright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.Elsewhere;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.HelmSource;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.JsonReview;
import dev.zonewright.report.Style;
import dev.zonewright.report.TextReview;
import dev.zonewright.text.Decoding;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.Hidden;
import dev.zonewright.text.SourceText;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes bytes through every room of the engine and holds each to its promises. */
final class WholeEngine {
  private static final String FILE = "fuzzed.yaml";
  private static final int MOST_FIXES = 4;

  private final Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
  private long documents;
  private long findings;
  private long fixed;
  private long refused;

  /** What was seen so far, in one line. */
  String seen() {
    return "%,d documents, %,d findings, %,d fixes applied, %,d refused"
        .formatted(documents, findings, fixed, refused);
  }

  void check(byte[] bytes, Random random, Mutations mutations) {
    switch (Decoding.of(bytes)) {
      case Decoding.Undecodable(int line, String what, String cure) -> {
        assertThat(line).isBetween(1, bytes.length + 1);
        assertThat(what).isNotBlank();
        assertThat(cure).isNotBlank();
      }
      case Decoding.Decoded(SourceText source) -> {
        assertThat(source.encode()).isEqualTo(bytes);
        check(source, random, mutations);
      }
    }
  }

  private void check(SourceText source, Random random, Mutations mutations) {
    Manifest manifest = Manifest.of(FILE, source.text());
    NothingLost.check(manifest.stream());
    Analysis analysis = analyzer.analyze(List.of(manifest));
    accountsFor(analysis, manifest);
    documents += manifest.stream().parts().size();
    findings += analysis.findings().size();
    analysis.findings().forEach(f -> isInItsDocument(f, manifest));
    HelmSource.in(manifest.stream());
    reports(analysis);
    edit(analysis, manifest, mutations.keystroke(source.text()));
    for (int i = 0; i < MOST_FIXES && !analysis.findings().isEmpty(); i++) {
      LocatedFinding any = analysis.findings().get(random.nextInt(analysis.findings().size()));
      for (Fix fix : any.finding().fixes()) {
        apply(analysis, manifest, source, any, fix);
      }
    }
    if (random.nextInt(8) == 0) {
      fixAll(analysis, source, random.nextBoolean());
    }
  }

  private static void accountsFor(Analysis analysis, Manifest manifest) {
    List<CoverageItem> rows =
        analysis.coverage().items().stream().filter(i -> i.document() > 0).toList();
    assertThat(rows).hasSize(manifest.stream().parts().size());
    for (int i = 0; i < rows.size(); i++) {
      CoverageItem row = rows.get(i);
      assertThat(row.document()).isEqualTo(i + 1);
      boolean whole = row.reason().isEmpty() || row.reason().startsWith("it is a patch");
      assertThat(whole).isEqualTo(row.status() == CoverageItem.Status.ANALYSED);
      YamlStream.Part part = manifest.stream().parts().get(i);
      int first = manifest.stream().lines().lineOf(part.range().start()) + 1;
      int last = manifest.stream().lines().lineOf(part.range().end()) + 1;
      assertThat(row.line()).isBetween(first, last);
      assertThat(row.status() == CoverageItem.Status.FAILED)
          .isEqualTo(part.document().problem().isPresent());
    }
  }

  private static void isInItsDocument(LocatedFinding finding, Manifest manifest) {
    YamlStream.Part part = manifest.stream().parts().get(finding.document() - 1);
    assertThat(finding.range().start()).isGreaterThanOrEqualTo(part.range().start());
    assertThat(finding.range().end()).isLessThanOrEqualTo(part.range().end());
    assertThat(finding.start()).isLessThanOrEqualTo(finding.end());
    assertThat(finding.finding().message()).isNotBlank().doesNotEndWith(".");
  }

  private static void reports(Analysis analysis) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JsonReview.write(analysis, json);
    JsonNode review = JsonMapper.shared().readTree(json.toByteArray());
    assertThat(review.get("findings").size()).isEqualTo(analysis.findings().size());
    assertThat(review.at("/coverage/items").size()).isEqualTo(analysis.coverage().documents());
    StringWriter text = new StringWriter();
    TextReview.write(analysis, new PrintWriter(text), Style.PLAIN);
    assertThat(text.toString().chars().filter(c -> c != '\n' && Hidden.is((char) c))).isEmpty();
  }

  /** What is known from before must give what a fresh look gives. */
  private void edit(Analysis before, Manifest manifest, String changed) {
    Manifest fresh = Manifest.of(FILE, changed);
    Manifest after = manifest.withText(changed);
    sameStream(after.stream(), fresh.stream());
    Analysis again = analyzer.analyze(List.of(after), List.of(), before);
    sameAnswers(again, analyzer.analyze(List.of(fresh)));
  }

  private static void sameStream(YamlStream actual, YamlStream fresh) {
    assertThat(actual.text()).isEqualTo(fresh.text());
    assertThat(actual.parts()).hasSameSizeAs(fresh.parts());
    for (int i = 0; i < fresh.parts().size(); i++) {
      YamlStream.Part a = actual.parts().get(i);
      YamlStream.Part b = fresh.parts().get(i);
      assertThat(a.range()).isEqualTo(b.range());
      assertThat(a.number()).isEqualTo(b.number());
      assertThat(a.document().problem()).isEqualTo(b.document().problem());
      assertThat(a.document().root().equals(b.document().root())).isTrue();
      assertThat(a.document().hasAliases()).isEqualTo(b.document().hasAliases());
    }
  }

  private static void sameAnswers(Analysis actual, Analysis fresh) {
    assertThat(actual.findings().stream().map(WholeEngine::words).toList())
        .isEqualTo(fresh.findings().stream().map(WholeEngine::words).toList());
    assertThat(actual.coverage()).isEqualTo(fresh.coverage());
  }

  /** A finding without its fixes, which are code and so never equal. */
  private static List<Object> words(LocatedFinding located) {
    Finding f = located.finding();
    List<String> fixes = f.fixes().stream().map(Fix::title).toList();
    return List.of(
        located.place(),
        located.range(),
        located.fingerprint(),
        f.severity(),
        f.verdict(),
        f.kind(),
        f.name(),
        f.path(),
        f.missing(),
        f.message(),
        f.guidance(),
        fixes);
  }

  private void apply(
      Analysis analysis, Manifest manifest, SourceText source, LocatedFinding finding, Fix fix) {
    switch (Fixer.apply(manifest, finding, fix)) {
      case FixOutcome.Refused(String reason) -> {
        refused++;
        assertThat(reason).isNotBlank();
      }
      case FixOutcome.Applied(EditSet edits, Manifest after, Elsewhere elsewhere) -> {
        fixed++;
        String text = edits.apply(source.text());
        sameStream(after.stream(), YamlStream.parse(text));
        boolean across = fix.plan() instanceof Fix.Across;
        KeptLines.check(
            manifest.stream(), finding.document(), edits, after.stream(), source, across);
        assertThat(edits.inverse(source.text()).apply(text)).isEqualTo(source.text());
        Analysis again = analyzer.analyze(with(after, elsewhere), List.of(), analysis);
        assertThat(again.coverage().failed()).isEqualTo(analysis.coverage().failed());
        // equal items of a list have equal findings; one of them goes, and its twins take its place
        long twins = alike(analysis, finding) - 1;
        assertThat(alike(again, finding))
            .as("%s at %s after “%s”: %s", words(finding), finding.start(), fix.title(), edits)
            .isLessThanOrEqualTo(isInList(finding.finding()) ? twins : 0);
      }
    }
  }

  /** The file after a fix, with the files that the fix adds. */
  private static List<Manifest> with(Manifest after, Elsewhere elsewhere) {
    List<Manifest> out = new ArrayList<>();
    out.add(after);
    elsewhere.created().forEach((name, text) -> out.add(Manifest.of(name, text)));
    return out;
  }

  private static boolean isInList(Finding finding) {
    return finding.path().segments().stream().anyMatch(YamlPath.Index.class::isInstance);
  }

  /** How many findings say the same of the same field, in whichever item of a list. */
  private static long alike(Analysis analysis, LocatedFinding finding) {
    return analysis.findings().stream()
        .filter(f -> f.document() == finding.document())
        .filter(f -> isAlike(f.finding(), finding.finding()))
        .count();
  }

  private static boolean isAlike(Finding a, Finding b) {
    return a.control().equals(b.control())
        && a.container().equals(b.container())
        && withoutIndices(a.path()).equals(withoutIndices(b.path()))
        && a.message().equals(b.message());
  }

  private static List<YamlPath.Segment> withoutIndices(YamlPath path) {
    return path.segments().stream()
        .map(s -> s instanceof YamlPath.Index ? new YamlPath.Index(0) : s)
        .toList();
  }

  private void fixAll(Analysis analysis, SourceText source, boolean reviewToo) {
    FixRun run = new Fixer(analyzer).fixAll(analysis, _ -> true, reviewToo, () -> false);
    EditSet edits = run.edits().getOrDefault(FILE, EditSet.EMPTY);
    Analysis fresh = analyzer.analyze(List.of(Manifest.of(FILE, edits.apply(source.text()))));
    sameAnswers(run.after(), fresh);
    fixed += run.fixed().size();
    refused += run.refused().size();
    assertThat(run.refused()).allMatch(r -> !r.reason().isBlank());
  }
}
