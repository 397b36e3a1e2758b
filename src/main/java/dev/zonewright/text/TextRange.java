package dev.zonewright.text;

/**
 * A half-open range of UTF-16 offsets into one text.
 *
 * @param start first offset inside, from 0
 * @param end first offset after; never before {@code start}
 */
public record TextRange(int start, int end) implements Comparable<TextRange> {
  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  public static TextRange at(int offset) {
    return new TextRange(offset, offset);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  public boolean contains(int offset) {
    return offset >= start && offset < end;
  }

  /** Whether the two share a character; two empty ranges at one place do not. */
  public boolean overlaps(TextRange other) {
    return start < other.end && other.start < end;
  }

  public TextRange shift(int by) {
    return new TextRange(start + by, end + by);
  }

  public CharSequence of(CharSequence text) {
    return text.subSequence(start, end);
  }

  @Override
  public int compareTo(TextRange other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
