package dev.zonewright.yaml.parse;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlDocument;

/**
 * A document that is read already, with the characters that it was read from, so that whoever needs
 * its tree next does not read it again.
 */
public record ReadText(String text, YamlDocument document) {
  /** Whether these characters of another text are the same, so that they have the same tree. */
  boolean isAt(String other, TextRange range) {
    return range.length() == text.length() && other.startsWith(text, range.start());
  }
}
