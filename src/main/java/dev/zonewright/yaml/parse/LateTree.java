package dev.zonewright.yaml.parse;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place of a document in its text, from which its tree is read again when it is asked for and
 * nobody holds it. A tree takes some fifteen times its characters: of very long texts not all can
 * be kept. See docs/decisions/0027.
 */
final class LateTree implements Supplier<YamlNode> {
  private final Source source;
  private final int start;
  private final int end;
  private @Nullable WeakReference<YamlNode> last;

  /**
   * The text that documents are part of, and the words that they have in common; null where there
   * is one document.
   */
  record Source(String text, @Nullable ShortStrings words) {}

  private LateTree(Source source, TextRange range) {
    this.source = source;
    this.start = range.start();
    this.end = range.end();
  }

  /**
   * What is kept of a document.
   *
   * @return the document itself where it has no tree to keep
   */
  static YamlDocument without(YamlDocument read, Source source, TextRange range) {
    return !read.isReadAgain() && read.root().isPresent()
        ? read.readAgainBy(new LateTree(source, range))
        : read;
  }

  /** The same tree to all who ask while one of them holds it. */
  @Override
  public synchronized YamlNode get() {
    YamlNode known = last == null ? null : last.get();
    if (known == null) {
      String own = source.text().substring(start, end);
      ShortStrings words = source.words();
      YamlDocument read = words == null ? YamlParser.parse(own) : YamlParser.parse(own, words);
      known = read.root().orElseThrow();
      last = new WeakReference<>(known);
    }
    return known;
  }
}
