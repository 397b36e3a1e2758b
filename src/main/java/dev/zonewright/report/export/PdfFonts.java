package dev.zonewright.report.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.TreeSet;

/** The fonts of the program, embedded into a document as far as it uses them. */
final class PdfFonts {
  private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private PdfFonts() {}

  /**
   * Adds them.
   *
   * @param text all that will be set
   */
  static void embed(String text, PdfRendererBuilder builder) throws IOException {
    TreeSet<Integer> characters = new TreeSet<>();
    text.codePoints().forEach(characters::add);
    // what the program's own styles put in, and spell
    " 0123456789of".codePoints().forEach(characters::add);
    inter("inter/Inter-Regular.otf", REGULAR, characters, builder);
    inter("inter/Inter-Bold.otf", BOLD, characters, builder);
    byte[] mono = read("jetbrains_mono/JetBrainsMono-Regular.ttf");
    builder.useFont(
        () -> new ByteArrayInputStream(mono), "JetBrains Mono", REGULAR, FontStyle.NORMAL, true);
  }

  private static void inter(
      String file, int weight, Iterable<Integer> characters, PdfRendererBuilder builder)
      throws IOException {
    byte[] font = TrueType.of(read(file), characters);
    builder.useFont(() -> new ByteArrayInputStream(font), "Inter", weight, FontStyle.NORMAL, true);
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PdfFonts.class.getResourceAsStream(FOLDER + file), file)) {
      return in.readAllBytes();
    }
  }
}
