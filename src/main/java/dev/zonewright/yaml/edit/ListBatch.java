package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.parse.DocumentSplitter;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes items of a {@code kind: List} one by one. An item is edited between its neighbours, the
 * others left out; at the end all edits are made in the whole text, and the result is read once and
 * compared item by item.
 */
final class ListBatch implements EditBatch {
  /** Below it, reading the whole each time costs little. */
  private static final int WORTH_A_WINDOW = 12;

  private static final YamlPath ITEMS = YamlPath.of("items");

  private final YamlMapping root;
  private final YamlSequence list;
  private final String text;
  private final Map<Integer, Window> windows = new TreeMap<>();

  /**
   * An item with its neighbours as a text of its own.
   *
   * @param range the item in the whole
   * @param offset where it starts in the window's text
   * @param position which item of the window it is
   */
  private record Window(TextRange range, int offset, int position, WholeBatch batch) {}

  private ListBatch(YamlMapping root, YamlSequence list, String text) {
    this.root = root;
    this.list = list;
    this.text = text;
  }

  /** Null when the document is no long list, or one whose items depend on one another. */
  static @Nullable ListBatch of(YamlDocument document, String text) {
    if (!(document.root().orElse(null) instanceof YamlMapping root)
        || document.hasAliases()
        || root.hasMerge()
        || root.entries().stream().filter(e -> e.isNamed("items")).count() != 1) {
      return null;
    }
    YamlEntry entry = root.own("items");
    return entry != null
            && entry.value() instanceof YamlSequence list
            && list.items().size() >= WORTH_A_WINDOW
        ? new ListBatch(root, list, text)
        : null;
  }

  @Override
  public Result add(YamlPath at, Consumer<YamlEditor> change) {
    if (at.segments().size() < 3
        || !at.startsWith(ITEMS)
        || !(at.segments().get(1) instanceof YamlPath.Index(int item))
        || item >= list.items().size()) {
      return new Result.PutOff();
    }
    Result result = windows.computeIfAbsent(item, this::window).batch().add(at, change);
    // whether it can be made at all is for the whole document to say
    return result instanceof Result.Refused ? new Result.PutOff() : result;
  }

  private Window window(int item) {
    int first = Math.max(0, item - 1);
    int last = Math.min(list.items().size() - 1, item + 1);
    int head = startOf(0);
    int from = startOf(first);
    String part =
        text.substring(0, head)
            + text.substring(from, endOf(last))
            + text.substring(endOf(list.items().size() - 1));
    YamlDocument document = YamlParser.parse(part);
    ItemShift shift = new ItemShift(ITEMS, item, item - first);
    return new Window(
        new TextRange(startOf(item), endOf(item)),
        head + startOf(item) - from,
        item - first,
        new WholeBatch(document, YamlEditor.within(document, part, shift)));
  }

  /** The start of the item's first line, or of the item itself where others share the line. */
  private int startOf(int item) {
    int start = list.items().get(item).start();
    int line = text.lastIndexOf('\n', start - 1) + 1;
    return !list.flow() && text.substring(line, start).isBlank() ? line : start;
  }

  private int endOf(int item) {
    if (item + 1 < list.items().size()) {
      return startOf(item + 1);
    }
    int end = list.items().get(item).end();
    int line = text.indexOf('\n', end);
    return list.flow() ? end : line < 0 ? text.length() : line + 1;
  }

  @Override
  public EditSet edits() {
    List<TextEdit> all = new ArrayList<>();
    Map<Integer, Window> used = new TreeMap<>();
    windows.forEach((item, window) -> {
      EditSet here = window.batch().edits();
      int by = window.range().start() - window.offset();
      if (!here.isEmpty() && isWithin(window, here) && standsApart(all, here.shift(by))) {
        all.addAll(here.shift(by).edits());
        used.put(item, window);
      }
    });
    EditSet edits = new EditSet(all);
    return isProved(edits.apply(text), used) ? edits : EditSet.EMPTY;
  }

  private static boolean isWithin(Window window, EditSet edits) {
    int end = window.offset() + window.range().length();
    return edits.edits().stream()
        .allMatch(e -> e.range().start() >= window.offset() && e.range().end() <= end);
  }

  private static boolean standsApart(List<TextEdit> sofar, EditSet next) {
    return sofar.isEmpty() || EditSet.of(sofar.getLast()).compatibleWith(next);
  }

  /** Whether every changed item is what its window says, and everything else what it was. */
  private boolean isProved(String after, Map<Integer, Window> used) {
    YamlDocument document = YamlParser.parseFully(after);
    if (!(document.root().orElse(null) instanceof YamlMapping now)
        || now.flow() != root.flow()
        || now.entries().size() != root.entries().size()
        || DocumentSplitter.split(after).size() != DocumentSplitter.split(text).size()) {
      return false;
    }
    for (int i = 0; i < now.entries().size(); i++) {
      YamlEntry old = root.entries().get(i);
      YamlEntry entry = now.entries().get(i);
      boolean kept =
          old.isNamed("items")
              ? entry.isNamed("items") && isProved(entry.value(), after, used)
              : TreeProof.isSame(old.value(), text, entry.value(), after);
      if (!kept || !TreeProof.isSame(old.key(), text, entry.key(), after)) {
        return false;
      }
    }
    return true;
  }

  private boolean isProved(YamlNode value, String after, Map<Integer, Window> used) {
    if (!(value instanceof YamlSequence now)
        || now.flow() != list.flow()
        || now.items().size() != list.items().size()) {
      return false;
    }
    for (int i = 0; i < now.items().size(); i++) {
      YamlNode item = now.items().get(i).value();
      Window window = used.get(i);
      boolean same =
          window == null
              ? TreeProof.isSame(list.items().get(i).value(), text, item, after)
              : isAsInWindow(window, item, after);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsInWindow(Window window, YamlNode item, String after) {
    YamlEntry entry =
        window.batch().document().root().orElse(null) instanceof YamlMapping mapping
            ? mapping.own("items")
            : null;
    return entry != null
        && entry.value() instanceof YamlSequence items
        && window.position() < items.items().size()
        && TreeProof.isSame(
            items.items().get(window.position()).value(), window.batch().text(), item, after);
  }
}
