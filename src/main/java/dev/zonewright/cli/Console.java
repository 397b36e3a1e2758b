package dev.zonewright.cli;

import dev.zonewright.cli.words.Printed;
import dev.zonewright.cli.words.Screen;
import dev.zonewright.report.Printable;
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
 * @param screen where {@code out} goes
 */
record Console(InputStream in, PrintStream out, PrintStream err, Screen screen) {
  PrintWriter outWriter() {
    return writer(out);
  }

  PrintWriter errWriter() {
    return writer(err);
  }

  /**
   * Says a line on the error output. Whatever it speaks of, be it the name of a file, stays on that
   * line and acts on no terminal.
   */
  void tell(String line) {
    PrintWriter writer = errWriter();
    writer.print(Printable.of(line) + "\n");
    writer.flush();
  }

  /** Whether somebody misses some of a stream; a reader that went away does not. */
  static boolean isLost(PrintStream stream) {
    return stream.checkError() && !(stream instanceof Printed to && to.isReaderGone());
  }

  /** A bare C locale says ASCII, yet shows UTF-8; and names in manifests are UTF-8. */
  private static PrintWriter writer(PrintStream stream) {
    Charset given = stream.charset();
    Charset charset = given.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : given;
    return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)));
  }
}
