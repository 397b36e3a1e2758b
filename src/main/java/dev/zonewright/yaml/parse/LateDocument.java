package dev.zonewright.yaml.parse;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that keeps its place in the text, and reads its tree again when it is asked for and
 * nobody holds it. A tree takes some fifteen times its characters: of very long texts not all can
 * be kept. See docs/decisions/0027.
 */
final class LateDocument extends YamlDocument {
  private final Source source;
  private final int start;
  private @Nullable WeakReference<YamlNode> last;

  /** The text that documents are part of, and the words that they have in common. */
  record Source(String text, ShortStrings words) {}

  private LateDocument(YamlDocument read, Source source, int start) {
    super(read.length(), null, null, read.hasAliases());
    this.source = source;
    this.start = start;
  }

  /**
   * What is kept of a document.
   *
   * @return the document itself where it has no tree
   */
  static YamlDocument of(YamlDocument read, Source source, TextRange range) {
    return read.root().isPresent() ? new LateDocument(read, source, range.start()) : read;
  }

  /** The same tree to all who ask while one of them holds it. */
  @Override
  public synchronized Optional<YamlNode> root() {
    YamlNode known = last == null ? null : last.get();
    if (known == null) {
      String own = source.text().substring(start, start + length());
      known = YamlParser.parse(own, source.words()).root().orElseThrow();
      last = new WeakReference<>(known);
    }
    return Optional.of(known);
  }

  @Override
  protected boolean isReadAgain() {
    return true;
  }
}
