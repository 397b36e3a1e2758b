package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.planted.PlantedSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command shows more of a credential than its first three characters. */
class NeverShownTest {
  @TempDir Path folder;

  private final PlantedSecrets secrets = new PlantedSecrets();
  private Path file = Path.of("");

  @BeforeEach
  void plant() throws IOException {
    file = Files.writeString(folder.resolve("planted.yaml"), secrets.text());
    assertThat(secrets.count()).isGreaterThan(60);
  }

  private void check(Shell shell, String what) {
    assertThat(shell.out() + shell.err()).as(what).isNotBlank();
    secrets.assertHiddenIn(what + ", output", shell.out());
    secrets.assertHiddenIn(what + ", standard error", shell.err());
  }

  @Test
  void inAReview() {
    Shell text = Shell.run("review", file);
    assertThat(text.out()).contains("literal-credential", "host-path-volume", "wrong-type");
    check(text, "review");
    check(Shell.onTerminal("review", file), "review on a terminal");
    check(Shell.run("review", "--format", "json", file), "review as JSON");
  }

  @Test
  void inTheDiffsOfATerminal() {
    Shell diff = Shell.onTerminalWithoutColours("fix", "--include-review", file);
    assertThat(diff.out()).contains("+  ", "-  ", "“ghp…” (40 characters)");
    check(diff, "fix on a terminal");
    check(Shell.run("fix", "--color", "always", file), "fix in colour");
  }

  @Test
  void inOtherQuestions() {
    check(Shell.run("reach", file), "reach");
    check(Shell.run("reach", "--format", "json", file), "reach as JSON");
    check(Shell.run("access", file), "access");
    check(Shell.run("access", "--format", "json", file), "access as JSON");
    check(Shell.run("checklist", file), "checklist");
    check(Shell.run("checklist", "--format", "json", file), "checklist as JSON");
    check(Shell.run("explain", "literal-credential"), "explain");
  }

  @Test
  void inReports() throws IOException {
    for (String ending : List.of("html", "md", "sarif", "xml", "csv", "json", "yaml")) {
      Path report = folder.resolve("report." + ending);
      Shell shell = Shell.run("report", file, "-o", report);
      assertThat(report).as(shell.err()).isNotEmptyFile();
      secrets.assertHiddenIn(ending, Files.readString(report));
      secrets.assertHiddenIn(ending + ", output", shell.out() + shell.err());
    }
  }

  @Test
  void inAPdf() throws IOException {
    Path report = folder.resolve("report.pdf");
    Shell shell = Shell.run("report", file, "-o", report);
    assertThat(report).as(shell.err()).isNotEmptyFile();
    try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text).contains("literal-credential");
      secrets.assertHiddenIn("pdf", text);
      // a long word is set in parts
      secrets.assertHiddenIn("pdf without its breaks", text.replaceAll("\\s", ""));
    }
  }

  @Test
  void inComparisonsAndBaselines() throws IOException {
    Path before = Files.writeString(folder.resolve("before.yaml"), "kind: Nothing\n");
    for (String format : List.of("text", "json", "markdown")) {
      Shell shell = Shell.run("compare", "--format", format, before, file);
      // Markdown is for a pull request, and shows the worst of so many
      String shown = format.equals("markdown") ? " more findings" : "literal-credential";
      assertThat(shell.out()).as(shell.err()).contains(shown);
      check(shell, "compare as " + format);
    }
    Path baseline = folder.resolve("baseline.json");
    check(Shell.run("baseline", "-o", baseline, file), "baseline");
    secrets.assertHiddenIn("the baseline", Files.readString(baseline));
  }

  @Test
  void besideMistakes() throws IOException {
    Path broken = Files.createDirectory(folder.resolve("broken"));
    for (int i = 0; i < secrets.broken().size(); i++) {
      Files.writeString(broken.resolve("f%d.yaml".formatted(i)), secrets.broken().get(i));
    }
    Shell text = Shell.run("review", broken);
    assertThat(text.out()).contains("invalid-yaml", "unrendered-template", "wrong-type");
    check(text, "review");
    for (String format :
        List.of("json", "sarif", "junit", "markdown", "summary", "html", "csv", "openreports")) {
      check(Shell.run("review", "--format", format, broken), "review as " + format);
    }
    check(Shell.run("fix", "--include-review", "--color", "always", broken), "fix in colour");
    check(Shell.run("reach", broken), "reach");
    check(Shell.run("access", broken), "access");
    check(Shell.run("checklist", broken), "checklist");
    check(Shell.run("compare", broken, file), "compare");
    check(Shell.run("compare", file, broken), "compare the other way");
  }

  @Test
  void inWhatTheReviewFileSays() throws IOException {
    Path review = Files.writeString(folder.resolve("zonewright-review.yaml"), secrets.review());
    Shell text = Shell.run("review", "--review", review, file);
    assertThat(text.out()).contains("invalid-review-entry", "expired-exception");
    check(text, "review");
    for (String format :
        List.of("json", "sarif", "junit", "markdown", "summary", "html", "csv", "openreports")) {
      check(Shell.run("review", "--format", format, file), "review as " + format);
    }
    check(Shell.run("checklist", file), "checklist");
    check(Shell.run("checklist", "--format", "json", file), "checklist as JSON");
    check(Shell.run("baseline", file), "baseline");
    check(Shell.run("fix", file, "--color", "always"), "fix");
  }

  @Test
  void inARunbook() {
    check(Shell.run("runbook", "--workload", "shop/StatefulSet/odd1", file), "runbook");
    check(Shell.run("runbook", "--workload", "shop/Deployment/a1", file), "runbook");
  }

  @Test
  void inAJoinedReview() throws IOException {
    Path review = folder.resolve("review.json");
    Files.writeString(review, Shell.run("review", "--format", "json", file).out());
    check(Shell.run("merge", review), "merge");
    check(Shell.run("compare", review, file), "compare with a review");
  }

  @Test
  void inAPipeThePatchIsExact() {
    Shell diff = Shell.run("fix", "--include-review", file);
    assertThat(diff.out()).doesNotContain("characters)").contains("+++ b");
  }
}
