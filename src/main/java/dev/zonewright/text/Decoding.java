package dev.zonewright.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** What came of reading a file's bytes as text. */
public sealed interface Decoding {
  /** The bytes are UTF-8 text. */
  record Decoded(SourceText source) implements Decoding {}

  /**
   * The bytes are no UTF-8 text.
   *
   * @param line the line of the first byte that does not fit, from 1
   * @param what what is there, in words for a person
   * @param cure what to do about it
   */
  record Undecodable(int line, String what, String cure) implements Decoding {}

  /** Reads bytes strictly: nothing is replaced, so that nothing is lost on the way back. */
  static Decoding of(byte[] bytes) {
    String wide = wideEncoding(bytes);
    if (!wide.isEmpty()) {
      return new Undecodable(
          1,
          "the file is " + wide + ", which Kubernetes tools do not read",
          "Save it as UTF-8 and open it again.");
    }
    if (starts(bytes, '%', 'P', 'D', 'F', '-')) {
      return new Undecodable(
          1,
          "the file is a PDF, whatever its name says",
          "Open the YAML or JSON text that it tells of.");
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return new Undecodable(
            lineOf(bytes, i),
            "the file is binary (a NUL byte at offset " + i + ")",
            "Open the YAML or JSON text it was made from.");
      }
    }
    // A decoder that finds the place of what does not fit takes twice as long, and needs twice the
    // room. So it is asked only where there is the character that stands for what does not fit.
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? new Decoded(SourceText.fromFile(text)) : strictly(bytes);
  }

  private static Decoding strictly(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      CharBuffer out =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(in);
      return new Decoded(SourceText.fromFile(out.toString()));
    } catch (CharacterCodingException e) {
      return new Undecodable(
          lineOf(bytes, in.position()),
          String.format(
              "byte 0x%02X at offset %d is not UTF-8", bytes[in.position()], in.position()),
          "Save the file as UTF-8 and open it again.");
    }
  }

  private static String wideEncoding(byte[] bytes) {
    if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, 0, 0, 0xFE, 0xFF)) {
      return "UTF-32";
    }
    if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
      return "UTF-16";
    }
    return looksLikeUtf16(bytes) ? "UTF-16 without a byte-order mark" : "";
  }

  /** Latin characters in UTF-16: every other byte is zero, and only those. */
  private static boolean looksLikeUtf16(byte[] bytes) {
    int pairs = Math.min(bytes.length, 64) / 2;
    int high = 0;
    int low = 0;
    for (int i = 0; i < 2 * pairs; i += 2) {
      high += bytes[i] == 0 && bytes[i + 1] != 0 ? 1 : 0;
      low += bytes[i] != 0 && bytes[i + 1] == 0 ? 1 : 0;
    }
    return pairs > 1 && (high == pairs || low == pairs);
  }

  private static boolean starts(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lineOf(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
