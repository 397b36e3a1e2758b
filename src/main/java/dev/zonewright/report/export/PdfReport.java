package dev.zonewright.report.export;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.zonewright.report.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Writes a review as a PDF: the pages of the HTML report on A4, with numbers, an outline, and the
 * fonts of the program embedded. Its dates and its id are those of the review, so that the same
 * input gives the same bytes.
 */
public final class PdfReport {
  /** What stands for a character that the fonts do not have. */
  private static final String UNKNOWN = "\u25a1";

  /** Of a library that warns of what does not concern the person; kept, for it is held weakly. */
  private static final Logger FONTS = Logger.getLogger("org.apache");

  private PdfReport() {}

  /** Writes to a stream and leaves it open. */
  public static void write(ReviewDocument review, OutputStream out) {
    StringWriter html = new StringWriter();
    HtmlReport.forPaper(review, new PrintWriter(html));
    FONTS.setLevel(Level.OFF);
    XRLog.setLoggingEnabled(false);
    try {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.useFastMode();
      builder.withProducer("Zonewright " + Version.current());
      builder.useReplacementText(UNKNOWN);
      builder.useUriResolver((_, _) -> null);
      PdfFonts.embed(html + UNKNOWN, builder);
      builder.withHtmlContent(html.toString(), null);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        PDDocument document = renderer.getPdfDocument();
        date(review, document);
        document.save(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void date(ReviewDocument review, PDDocument document) {
    Calendar day = GregorianCalendar.from(review.date().atStartOfDay(ZoneOffset.UTC));
    PDDocumentInformation information = document.getDocumentInformation();
    information.setCreationDate(day);
    information.setModificationDate(day);
    information.setTitle("Security review");
    document.setDocumentId(review.date().toEpochDay());
  }
}
