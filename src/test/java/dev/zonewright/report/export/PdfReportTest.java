package dev.zonewright.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PDF, read back: the same findings, fonts that come along, the same bytes. */
class PdfReportTest {
  private static final String LONG = "p".repeat(63);

  private static final String DECIDED =
      """
      platform: [%1$s]
      exceptions: [{control: %1$s, object: %1$s/%1$s/%1$s, reason: %1$s, owner: %1$s, expires: 2026-12-04}]
      attestations: [{item: dom0-restricted, tenants: [%1$s], by: %1$s, date: 2026-10-02, note: %1$s}]
      """
          .formatted(LONG);

  /** 16 mm in points, less one for what a letter hangs over. */
  private static final float MARGIN = 44.4f;

  private static String pod(String namespace) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: größe, namespace: "%s"}
    spec: {hostPID: true, containers: [{name: a, image: 'a:1'}]}
    """
        .formatted(namespace);
  }

  private static byte[] write(ReviewDocument review) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportFormat.PDF.write(review, out);
    return out.toByteArray();
  }

  private static String textOf(PDDocument pdf) throws IOException {
    PDFTextStripper text = new PDFTextStripper();
    text.setSortByPosition(true);
    return dense(text.getText(pdf));
  }

  /** Lines are broken anywhere on paper. */
  private static String dense(String text) {
    return text.replaceAll("\\s", "");
  }

  private static String head(LocatedFinding finding) {
    return dense(finding.finding().severity().word() + " " + finding.finding().control().id());
  }

  @Test
  void itHoldsTheFindingsOfTheReviewAndNoOther() throws IOException {
    ReviewDocument review = ExportFormatTest.sample();
    try (PDDocument pdf = Loader.loadPDF(write(review))) {
      String text = textOf(pdf);
      String findings = text.substring(text.lastIndexOf("Findings"));
      for (LocatedFinding finding : review.analysis().findings()) {
        assertThat(findings).contains(head(finding));
        assertThat(text).contains(dense(Printable.of(finding.place())));
      }
      Matcher heads =
          Pattern.compile("[◆▲■●○](critical|high|medium|low|note)[a-z]").matcher(findings);
      assertThat(heads.results().count()).isEqualTo(review.analysis().findings().size());
      review.risks().forEach(risk -> assertThat(text).contains(dense(risk.verdict())));
      assertThat(text).contains("1of" + pdf.getNumberOfPages());
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
          .isEqualTo("Summary");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 6, 7})
  void whatIsToBeDecidedAndWhatClosesMostStandOnTheFirstPage(int tenants) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    for (int i = 0; i < tenants; i++) {
      manifests.add(Manifest.of("f%d.yaml".formatted(i), pod("a-tenant-of-the-platform-" + i)));
    }
    ReviewDocument whole = ExportFormatTest.document(manifests, "");
    ReviewDocument review = ExportFormatTest.tried(whole);
    try (PDDocument pdf = Loader.loadPDF(write(review))) {
      PDFTextStripper first = new PDFTextStripper();
      first.setEndPage(1);
      String text = dense(first.getText(pdf));
      assertThat(text)
          .contains(
              "Whatclosesmost", dense(review.closing().account()), "Decisionsneeded", "Counted");
      if (tenants <= 6) {
        assertThat(text).contains("Riskrows", "Resourcelimits");
      }
    }
  }

  @Test
  void theSameReviewGivesTheSameBytesWithItsOwnDate() throws IOException {
    byte[] first = write(ExportFormatTest.sample());
    assertThat(write(ExportFormatTest.sample())).isEqualTo(first);
    try (PDDocument pdf = Loader.loadPDF(first)) {
      Calendar made = pdf.getDocumentInformation().getCreationDate();
      assertThat(made.toInstant().toString())
          .startsWith(ExportFormatTest.sample().date().toString());
      assertThat(pdf.getDocumentInformation().getModificationDate().toInstant())
          .isEqualTo(made.toInstant());
    }
  }

  @Test
  void pagesAreA4AndEachFontComesAlong() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(write(ExportFormatTest.sample()))) {
      List<String> fonts = new ArrayList<>();
      for (PDPage page : pdf.getPages()) {
        assertThat(page.getMediaBox().getWidth())
            .isEqualTo(PDRectangle.A4.getWidth(), Offset.offset(1f));
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          fonts.add(font.getName());
        }
      }
      assertThat(fonts).anyMatch(f -> f.contains("Inter")).anyMatch(f -> f.contains("JetBrains"));
    }
  }

  @Test
  void lettersOfOtherScriptsDoNotStopIt() throws IOException {
    ReviewDocument review =
        ExportFormatTest.document(
            List.of(Manifest.of("a<b>&\".yaml", pod("Ωmega-жук-名前-\\u0007-]]>"))), "");
    try (PDDocument pdf = Loader.loadPDF(write(review))) {
      assertThat(textOf(pdf)).contains("größe", "Ωmega-жук-□□", "a<b>&\".yaml");
    }
    try (PDDocument pdf = Loader.loadPDF(write(ExportFormatTest.nothing()))) {
      assertThat(textOf(pdf)).contains("Residualriskof0tenants");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6})
  void onTheFirstPageNothingStandsOnSomethingElse(int tenants) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    for (int i = 0; i < tenants; i++) {
      manifests.add(Manifest.of(i + ".yaml", pod("tenant" + i)));
    }
    List<TextPosition> letters = new ArrayList<>();
    PDFTextStripper reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition letter) {
            letters.add(letter);
          }
        };
    reader.setEndPage(1);
    try (PDDocument pdf = Loader.loadPDF(write(ExportFormatTest.document(manifests, "")))) {
      reader.getText(pdf);
    }
    assertThat(letters).hasSizeGreaterThan(300);
    List<String> covered = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      for (int k = i + 1; k < letters.size(); k++) {
        if (meet(letters.get(i), letters.get(k))) {
          covered.add(
              letters.get(i) + " at " + letters.get(i).getX() + ", " + letters.get(i).getY());
        }
      }
    }
    assertThat(covered).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 8})
  void namesAsLongAsTheyMayBeStayOnThePage(int tenants) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    for (int i = 0; i < tenants; i++) {
      manifests.add(Manifest.of("f".repeat(120) + i + ".yaml", pod(i + "n".repeat(62))));
    }
    manifests.add(Manifest.of("g".repeat(120) + ".yaml", "a: [\n"));
    ReviewDocument whole = ExportFormatTest.document(manifests, DECIDED);
    float edge = PDRectangle.A4.getWidth() - MARGIN;
    List<String> beyond = new ArrayList<>();
    PDFTextStripper reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition letter) {
            if (letter.getX() + letter.getWidth() > edge && !letter.getUnicode().isBlank()) {
              beyond.add(getCurrentPageNo() + ": " + letter + " at " + letter.getY());
            }
          }
        };
    try (PDDocument pdf = Loader.loadPDF(write(ExportFormatTest.tried(whole)))) {
      reader.getText(pdf);
    }
    assertThat(beyond).isEmpty();
  }

  /** Whether two letters share more than a point of width and half of their height. */
  private static boolean meet(TextPosition one, TextPosition other) {
    float right = Math.min(one.getX() + one.getWidth(), other.getX() + other.getWidth());
    boolean blank = one.getUnicode().isBlank() || other.getUnicode().isBlank();
    return !blank
        && right - Math.max(one.getX(), other.getX()) > 1
        && Math.abs(one.getY() - other.getY()) < 6;
  }
}
