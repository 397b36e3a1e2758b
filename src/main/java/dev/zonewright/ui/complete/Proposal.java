package dev.zonewright.ui.complete;

/**
 * A word that can stand at the caret.
 *
 * @param about its type, or the values that it takes; may be empty
 * @param required whether Kubernetes refuses the object without it
 * @param form what is written with it
 */
public record Proposal(String word, String about, boolean required, Form form) {
  /** What follows the word. */
  public enum Form {
    /** A key, and its value on the same line. */
    SCALAR,
    /** A key, and below it a mapping. */
    MAPPING,
    /** A key, and below it a list. */
    LIST,
    /** The word is a value itself. */
    VALUE
  }
}
