package dev.zonewright.yaml;

/**
 * Why a document could not be read.
 *
 * @param offset where, in the document's text
 * @param what what stands there, in words for a person
 * @param cure what to do about it
 */
public record YamlProblem(Kind kind, int offset, String what, String cure) {
  /** What kind of obstacle it is. */
  public enum Kind {
    /** The text breaks the rules of YAML. */
    SYNTAX,
    /** The text is a template of Helm or Jinja that was not rendered. */
    TEMPLATE,
    /** The text is YAML, but reading it would take more than a sane manifest needs. */
    LIMIT
  }
}
