package dev.zonewright.yaml;

import dev.zonewright.text.TextRange;

/**
 * Why a document could not be read.
 *
 * @param offset where, in the document's text: the first character to mark
 * @param end after the last character to mark
 * @param what what stands there, in words for a person, without a full stop at the end
 * @param cure what to do about it
 */
public record YamlProblem(Kind kind, int offset, int end, String what, String cure) {
  /** A problem of which only the place is known; the parser finds what to mark there. */
  public YamlProblem(Kind kind, int offset, String what, String cure) {
    this(kind, offset, offset, what, cure);
  }

  /** What kind of obstacle it is. */
  public enum Kind {
    /** The text breaks the rules of YAML. */
    SYNTAX,
    /** The text is a template of Helm or Jinja that was not rendered. */
    TEMPLATE,
    /** The text is YAML, but reading it would take more than a sane manifest needs. */
    LIMIT
  }

  /** What to mark, in offsets of the document's text. */
  public TextRange range() {
    return new TextRange(offset, end);
  }
}
