package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.CommentWords;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.plan.EditRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The comment that speaks of what edits would take away or change: the one that would go along, the
 * one directly above it or behind it, the one above the keys of its kind that it stands among, and
 * one around it that names the key. The heading of a section and YAML that is commented out speak
 * of nothing.
 */
public final class Remarks {
  private static final int SHOWN = 60;
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?i)\\b(all|below|both|fields|following|keys|namespaces|options|settings|these|three)\\b");

  private final YamlDocument document;
  private final Layout layout;
  private final Comments comments;

  private Remarks(YamlDocument document, Layout layout) {
    this.document = document;
    this.layout = layout;
    this.comments = Comments.of(document, layout);
  }

  /** Those of a document, whose text this is. */
  public static Remarks of(YamlDocument document, String text) {
    return new Remarks(document, new Layout(text));
  }

  /**
   * An entry or item on the way to a place.
   *
   * @param holder the mapping or list that it stands in
   */
  private record Part(YamlNode holder, int index, int start, int end, YamlNode value) {}

  /** The comment that speaks of what the edits are about, shortened; nothing is edited. */
  public Optional<String> on(Consumer<YamlEditor> edits) {
    if (comments.isEmpty()) {
      return Optional.empty();
    }
    AskedText asked = new AskedText(layout.text(), document);
    try {
      edits.accept(YamlEditor.asked(asked));
    } catch (EditRefusal e) {
      // what is refused takes nothing away
      return Optional.empty();
    }
    return asked.changes().stream()
        .flatMap(change -> on(change).stream())
        .findFirst()
        .map(c -> c.length() > SHOWN ? c.substring(0, SHOWN) + "…" : c);
  }

  private Optional<String> on(AskedText.Change change) {
    List<YamlPath.Segment> segments = change.path().segments();
    List<Part> way = way(segments);
    Optional<String> own =
        way.size() == segments.size() && !way.isEmpty()
            ? at(way.getLast(), change.removed())
            : Optional.empty();
    return own.or(() -> naming(segments, way));
  }

  private List<Part> way(List<YamlPath.Segment> segments) {
    List<Part> way = new ArrayList<>();
    YamlNode node = document.root().orElse(null);
    for (YamlPath.Segment segment : segments) {
      Part next = part(node, segment);
      if (next == null) {
        return way;
      }
      way.add(next);
      node = next.value();
    }
    return way;
  }

  private static @Nullable Part part(@Nullable YamlNode holder, YamlPath.Segment segment) {
    if (segment instanceof YamlPath.Key(String name) && holder instanceof YamlMapping mapping) {
      return entry(mapping, name);
    }
    return segment instanceof YamlPath.Index(int index)
            && holder instanceof YamlSequence list
            && index < list.items().size()
        ? item(list, index)
        : null;
  }

  private static @Nullable Part entry(YamlMapping mapping, String name) {
    int index = mapping.entries().size() - 1;
    while (index >= 0 && !mapping.entries().get(index).isNamed(name)) {
      index--;
    }
    if (index < 0) {
      return null;
    }
    YamlEntry entry = mapping.entries().get(index);
    return new Part(mapping, index, entry.start(), entry.end(), entry.value());
  }

  private static Part item(YamlSequence list, int index) {
    YamlItem item = list.items().get(index);
    return new Part(list, index, item.start(), item.end(), item.value());
  }

  private Optional<String> at(Part part, boolean removed) {
    return comments
        .within(part.start(), extentEnd(part), mark -> removed || comments.isWords(mark))
        .or(() -> above(part.start()))
        .or(() -> aboveGroup(part));
  }

  private int extentEnd(Part part) {
    return layout.extentEnd(part.end(), layout.column(part.start()));
  }

  /** The first line of the words directly above, where they are not of what is commented out. */
  private Optional<String> above(int start) {
    if (!layout.startsLine(start)) {
      return Optional.empty();
    }
    Optional<String> found = Optional.empty();
    boolean near = true;
    int line = layout.lineStart(start);
    while (line > 0) {
      line = layout.lineStart(line - 1);
      int mark = layout.skipWhite(line);
      if (!layout.isCommentLine(line) || mark - line > layout.column(start)) {
        break;
      }
      CommentWords.Kind kind = layout.commentKind(line);
      if (kind == CommentWords.Kind.RULED) {
        break;
      }
      near &= kind != CommentWords.Kind.YAML;
      if (kind == CommentWords.Kind.DOUBTFUL || (near && kind == CommentWords.Kind.WORDS)) {
        found = Optional.of(comments.at(mark));
      }
    }
    return found;
  }

  /**
   * Keys that begin with the same word, line below line, share a comment above the first that is of
   * several lines, or says that it speaks of several.
   */
  private Optional<String> aboveGroup(Part part) {
    if (!(part.holder() instanceof YamlMapping mapping) || mapping.flow()) {
      return Optional.empty();
    }
    String word = firstWord(mapping.entries().get(part.index()).name());
    int below = part.start();
    for (int i = part.index() - 1; i >= 0 && !word.isEmpty(); i--) {
      YamlEntry entry = mapping.entries().get(i);
      if (!(entry.value() instanceof YamlScalar)
          || !layout.startsLine(entry.start())
          || layout.nextLine(entry.end()) != layout.lineStart(below)
          || layout.lineStart(entry.start()) != layout.lineStart(entry.end())
          || !firstWord(entry.name()).equals(word)) {
        break;
      }
      Optional<String> found = above(entry.start());
      if (found.isPresent()) {
        return found.filter(_ -> isOfSeveral(entry.start()));
      }
      below = entry.start();
    }
    return Optional.empty();
  }

  private boolean isOfSeveral(int start) {
    int own = layout.lineStart(start);
    String run = layout.text().substring(runStart(start), own).strip();
    return run.indexOf('\n') >= 0 || SEVERAL.matcher(run).find();
  }

  /** The first word of a name of several; empty where it has but one. */
  private static String firstWord(String key) {
    for (int i = 1; i < key.length(); i++) {
      if (Character.isUpperCase(key.charAt(i))) {
        return key.substring(0, i);
      }
    }
    return "";
  }

  /** Words that name the key: in what holds it, above that, and at the head of the document. */
  private Optional<String> naming(List<YamlPath.Segment> segments, List<Part> way) {
    String key = name(segments);
    int holders = Math.min(way.size(), segments.size() - 1);
    for (int i = holders - 1; i >= 0; i--) {
      Part holder = way.get(i);
      int end = i == holders - 1 ? extentEnd(holder) : layout.lineEnd(holder.start());
      Optional<String> found = comments.naming(key, runStart(holder.start()), end);
      if (found.isPresent()) {
        return found;
      }
    }
    return comments.naming(key, 0, document.root().map(YamlNode::start).orElse(0));
  }

  /** Where the lines of comment begin that stand directly above. */
  private int runStart(int start) {
    int line = layout.lineStart(start);
    while (line > 0 && layout.isCommentLine(layout.lineStart(line - 1))) {
      line = layout.lineStart(line - 1);
    }
    return layout.startsLine(start) ? line : start;
  }

  /** The key that is asked for; of a word such as {@code type} the key that it belongs to. */
  private static String name(List<YamlPath.Segment> segments) {
    String key = "";
    for (int i = segments.size() - 1; i >= 0 && firstWord(key).isEmpty(); i--) {
      key = segments.get(i) instanceof YamlPath.Key(String name) ? name : "";
      if (key.equals("securityContext")) {
        return "";
      }
    }
    return key;
  }
}
