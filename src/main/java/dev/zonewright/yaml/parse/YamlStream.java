package dev.zonewright.yaml.parse;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.LineIndex;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A text of YAML documents, split first and parsed one by one, so that a broken document hides no
 * other.
 *
 * <p>Documents are counted from 1. A stretch between two separators that holds nothing but white
 * space is no document; neither are comments before the first separator.
 */
public final class YamlStream {
  private static final int WORTH_TWO_CORES = 64;

  /** Of longer documents the tree is kept wherever they stand: to read them often takes long. */
  private static final int SHORT = 16_384;

  private final String text;
  private final LineIndex lines;
  private final List<Part> parts;

  private YamlStream(String text, LineIndex lines, List<Part> parts) {
    this.text = text;
    this.lines = lines;
    this.parts = parts;
  }

  /**
   * A document in its place.
   *
   * @param number from 1
   * @param offset where its text starts in the stream's text, separator line included
   */
  public record Part(int number, int offset, YamlDocument document) {
    public TextRange range() {
      return new TextRange(offset, offset + document.length());
    }
  }

  /** Splits and parses a text whose lines end in LF. */
  public static YamlStream parse(String text) {
    return parse(text, Integer.MAX_VALUE);
  }

  /**
   * The same for a text that may be too long to keep all trees.
   *
   * @param kept of short documents that start after so many UTF-16 units, the trees are read again
   *     when they are asked for
   */
  public static YamlStream parse(String text, int kept) {
    return build(text, new HashMap<>(), kept);
  }

  /** The same where the first document may be read already. */
  public static YamlStream parse(String text, ReadText first) {
    Map<TextRange, YamlDocument> kept = new HashMap<>();
    TextRange range = new TextRange(0, first.text().length());
    if (first.isAt(text, range)) {
      kept.put(range, first.document());
    }
    return build(text, kept, Integer.MAX_VALUE);
  }

  /**
   * The same for a changed text; documents whose characters did not change are kept as they are.
   */
  public YamlStream reparse(String newText) {
    Map<TextRange, YamlDocument> kept = new HashMap<>();
    int prefix = commonPrefix(text, newText);
    int suffix = commonSuffix(text, newText, prefix);
    int growth = newText.length() - text.length();
    for (Part part : parts) {
      if (part.range().end() <= prefix) {
        kept.put(part.range(), part.document());
      } else if (part.offset() >= text.length() - suffix) {
        kept.put(part.range().shift(growth), part.document());
      }
    }
    return build(newText, kept, Integer.MAX_VALUE);
  }

  /** The same for a text changed by these edits; documents that no edit touches are kept. */
  public YamlStream edited(EditSet edits) {
    return edited(edits, Map.of());
  }

  /**
   * The same where some results are read already.
   *
   * @param read by the offset of the document before; what is not what the edits make is not used
   */
  public YamlStream edited(EditSet edits, Map<Integer, ReadText> read) {
    Map<TextRange, YamlDocument> kept = new HashMap<>();
    String after = edits.apply(text);
    int next = 0;
    int growth = 0;
    for (Part part : parts) {
      TextRange range = part.range();
      int grown = 0;
      while (next < edits.edits().size() && edits.edits().get(next).range().start() < range.end()) {
        grown += edits.edits().get(next).growth();
        next++;
      }
      boolean reachedInto = next > 0 && edits.edits().get(next - 1).range().end() > range.start();
      TextRange now = new TextRange(range.start() + growth, range.end() + growth + grown);
      ReadText known = read.get(part.offset());
      if (!reachedInto) {
        // what is put right before it, as behind the one before, only moves it
        kept.put(range.shift(growth + grown), part.document());
      } else if (known != null && known.isAt(after, now)) {
        kept.put(now, known.document());
      }
      growth += grown;
    }
    return build(after, kept, Integer.MAX_VALUE);
  }

  /** The same text; the tree of each document is read again when it is asked for. */
  public YamlStream withoutTrees() {
    return withoutTrees(_ -> true);
  }

  /** The same only of documents that these edits change. */
  public YamlStream withoutTrees(EditSet edits) {
    List<TextEdit> all = edits.edits();
    int[] next = {0};
    return withoutTrees(part -> {
      TextRange range = part.range();
      while (next[0] < all.size() && all.get(next[0]).range().end() <= range.start()) {
        next[0]++;
      }
      return next[0] < all.size() && all.get(next[0]).range().start() < range.end();
    });
  }

  private YamlStream withoutTrees(Predicate<Part> which) {
    LateTree.Source source = new LateTree.Source(text, ShortStrings.of(0));
    List<Part> late = new ArrayList<>(parts.size());
    for (Part p : parts) {
      late.add(
          which.test(p)
              ? new Part(p.number(), p.offset(), LateTree.without(p.document(), source, p.range()))
              : p);
    }
    return new YamlStream(text, lines, List.copyOf(late));
  }

  private static int commonPrefix(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int at = 0;
    while (at < most && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  private static int commonSuffix(String a, String b, int prefix) {
    int most = Math.min(a.length(), b.length()) - prefix;
    int at = 0;
    while (at < most && a.charAt(a.length() - 1 - at) == b.charAt(b.length() - 1 - at)) {
      at++;
    }
    return at;
  }

  private static YamlStream build(String text, Map<TextRange, YamlDocument> kept, int trees) {
    List<TextRange> ranges = DocumentSplitter.split(text);
    IntStream indices = IntStream.range(0, ranges.size());
    if (ranges.size() - kept.size() >= WORTH_TWO_CORES) {
      indices = indices.parallel();
    }
    ShortStrings words = ShortStrings.of(ranges.size() - kept.size());
    LateTree.Source source = new LateTree.Source(text, words);
    List<Part> parts =
        indices
            .mapToObj(i -> {
              TextRange range = ranges.get(i);
              YamlDocument known = kept.get(range);
              YamlDocument document =
                  known != null
                      ? known
                      : YamlParser.parse(text.substring(range.start(), range.end()), words);
              boolean late = range.start() >= trees && range.length() <= SHORT;
              return new Part(
                  i + 1,
                  range.start(),
                  late ? LateTree.without(document, source, range) : document);
            })
            .toList();
    return new YamlStream(text, LineIndex.of(text), parts);
  }

  public String text() {
    return text;
  }

  public LineIndex lines() {
    return lines;
  }

  public List<Part> parts() {
    return parts;
  }

  /** The characters of one document. */
  public String textOf(Part part) {
    return text.substring(part.range().start(), part.range().end());
  }

  /** Where an offset of a document stands in the stream, line and column from 1. */
  public Position positionOf(Part part, int offsetInDocument) {
    return lines.positionOf(part.offset() + offsetInDocument);
  }

  /**
   * The document in which an offset of the stream lies, or the nearest one before it; empty in an
   * empty stream.
   */
  public Optional<Part> partAt(int offset) {
    int low = 0;
    int high = parts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (parts.get(middle).offset() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(low));
  }
}
