package dev.zonewright.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file as the program works on it, and what is needed to write it back byte for byte.
 *
 * <p>In memory every line ends in LF. The terminators of the file (LF, CRLF, a lone CR, or a
 * mixture), a byte-order mark and a missing final newline are remembered; {@link #encode} restores
 * them, in a mixed file for each untouched line its own.
 */
public final class SourceText {
  private final String text;
  private final boolean byteOrderMark;
  private final Terminator main;
  // one code per newline of `text`; null when all are `main`
  private final byte @Nullable [] mixed;

  private SourceText(String text, boolean byteOrderMark, Terminator main, byte @Nullable [] mixed) {
    this.text = text;
    this.byteOrderMark = byteOrderMark;
    this.main = main;
    this.mixed = mixed;
  }

  /** How a line ends in the file. */
  public enum Terminator {
    LF("\n"),
    CRLF("\r\n"),
    CR("\r");

    private final String characters;

    Terminator(String characters) {
      this.characters = characters;
    }

    public String characters() {
      return characters;
    }
  }

  /** A text that was never in a file, or that is known to end its lines in LF. */
  public static SourceText of(String characters) {
    return fromCharacters(characters, false);
  }

  /** Reads characters with any line ends; a leading byte-order mark is taken off and remembered. */
  public static SourceText fromFile(String characters) {
    boolean mark = characters.startsWith("\uFEFF");
    return fromCharacters(mark ? characters.substring(1) : characters, mark);
  }

  private static SourceText fromCharacters(String characters, boolean mark) {
    if (characters.indexOf('\r') < 0) {
      return new SourceText(characters, mark, Terminator.LF, null);
    }
    StringBuilder lf = new StringBuilder(characters.length());
    ByteArrayOutputStream codes = new ByteArrayOutputStream();
    int[] counts = new int[Terminator.values().length];
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      Terminator terminator = null;
      if (c == '\n') {
        terminator = Terminator.LF;
      } else if (c == '\r') {
        boolean pair = i + 1 < characters.length() && characters.charAt(i + 1) == '\n';
        terminator = pair ? Terminator.CRLF : Terminator.CR;
        i += pair ? 1 : 0;
      }
      if (terminator == null) {
        lf.append(c);
      } else {
        lf.append('\n');
        codes.write(terminator.ordinal());
        counts[terminator.ordinal()]++;
      }
    }
    Terminator main = Terminator.LF;
    for (Terminator candidate : Terminator.values()) {
      if (counts[candidate.ordinal()] > counts[main.ordinal()]) {
        main = candidate;
      }
    }
    boolean uniform = counts[main.ordinal()] == codes.size();
    return new SourceText(lf.toString(), mark, main, uniform ? null : codes.toByteArray());
  }

  /** The characters, every line ended by LF, without a byte-order mark. */
  public String text() {
    return text;
  }

  public boolean hasByteOrderMark() {
    return byteOrderMark;
  }

  /** The terminator that most lines have; new lines get it. */
  public Terminator terminator() {
    return main;
  }

  public boolean isMixed() {
    return mixed != null;
  }

  /** The whole file again. */
  public byte[] encode() {
    return characters().getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of the file when its text has become {@code newText} (LF only). */
  public byte[] encode(String newText) {
    return withText(newText).encode();
  }

  /** The same file with another text; lines that are the same keep their own terminators. */
  public SourceText withText(String newText) {
    if (newText.equals(text)) {
      return this;
    }
    byte[] old = mixed;
    byte[] codes =
        old == null ? null : LineMatcher.carryOver(text, newText, old, (byte) main.ordinal());
    if (codes != null) {
      keepApart(newText, codes);
    }
    return new SourceText(newText, byteOrderMark, main, codes);
  }

  /** A lone CR with the LF of an empty line behind it would be read as one CRLF. */
  private static void keepApart(String text, byte[] codes) {
    int line = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (line > 0
          && text.charAt(at - 1) == '\n'
          && codes[line - 1] == Terminator.CR.ordinal()
          && codes[line] == Terminator.LF.ordinal()) {
        codes[line] = (byte) Terminator.CRLF.ordinal();
      }
      line++;
    }
  }

  /** The characters as they stand in the file, with byte-order mark and terminators. */
  public String characters() {
    if (!byteOrderMark && mixed == null && main == Terminator.LF) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 64);
    if (byteOrderMark) {
      out.append('\uFEFF');
    }
    int line = 0;
    int from = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      Terminator terminator = mixed == null ? main : Terminator.values()[mixed[line]];
      out.append(text, from, at).append(terminator.characters());
      from = at + 1;
      line++;
    }
    return out.append(text, from, text.length()).toString();
  }
}
