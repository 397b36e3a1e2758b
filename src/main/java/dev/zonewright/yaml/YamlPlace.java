package dev.zonewright.yaml;

import dev.zonewright.text.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Where to point at.
 *
 * @param range the key, or the list item, in offsets of the document
 * @param missing what is absent below it, as a path; null when the thing itself stands there
 */
public record YamlPlace(TextRange range, @Nullable String missing) {
  /** What to mark of something that is there, or of a document without a tree. */
  static TextRange rangeOf(YamlCursor at) {
    YamlEntry entry = at.entry().orElse(null);
    if (entry != null) {
      return new TextRange(entry.key().start(), entry.key().end());
    }
    YamlNode node = at.node().orElse(null);
    if (node == null) {
      return TextRange.at(0);
    }
    if (node.resolved() instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
      YamlEntry name = mapping.own("name");
      YamlEntry shown = name != null && at.isItem() ? name : mapping.entries().getFirst();
      return new TextRange(shown.key().start(), shown.key().end());
    }
    return node instanceof YamlSequence sequence && !sequence.flow()
        ? new TextRange(node.start(), node.start() + 1)
        : new TextRange(node.start(), node.end());
  }
}
