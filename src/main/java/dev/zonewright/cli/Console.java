package dev.zonewright.cli;

import dev.zonewright.report.Style;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The streams that a command was handed.
 *
 * @param style colours when {@code out} is a terminal
 */
record Console(InputStream in, PrintStream out, PrintStream err, Style style) {
  PrintWriter outWriter() {
    return writer(out);
  }

  PrintWriter errWriter() {
    return writer(err);
  }

  boolean isTerminal() {
    return style == Style.COLOUR;
  }

  /** A bare C locale says ASCII, yet shows UTF-8; and names in manifests are UTF-8. */
  private static PrintWriter writer(PrintStream stream) {
    Charset given = stream.charset();
    Charset charset = given.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : given;
    return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)));
  }
}
