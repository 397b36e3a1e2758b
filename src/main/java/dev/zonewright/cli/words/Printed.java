package dev.zonewright.cli.words;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * An output that knows why it could not be written: whoever reads only the first lines, as {@code
 * head} does, has what they wanted, while a disk that is full loses something.
 */
public final class Printed extends PrintStream {
  private final Watched to;

  private Printed(Watched to, Charset charset) {
    super(new BufferedOutputStream(to), false, charset);
    this.to = to;
  }

  /**
   * An output.
   *
   * @param isPipe whether only a reader that is gone can be the trouble, asked when there is some
   */
  public static Printed to(OutputStream out, Charset charset, BooleanSupplier isPipe) {
    return new Printed(new Watched(out, isPipe), charset);
  }

  /** Whether its reader went away before it had all. */
  public boolean isReaderGone() {
    return to.readerGone;
  }

  private static final class Watched extends FilterOutputStream {
    private final BooleanSupplier isPipe;
    private boolean readerGone;

    Watched(OutputStream out, BooleanSupplier isPipe) {
      super(out);
      this.isPipe = isPipe;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        // systems say it in the language of the person, and mostly keep this word
        String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        readerGone = why.contains("pipe") || isPipe.getAsBoolean();
        throw e;
      }
    }
  }
}
