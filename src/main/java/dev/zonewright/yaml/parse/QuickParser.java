package dev.zonewright.yaml.parse;

import dev.zonewright.yaml.EntryList;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the YAML that manifests are written in straight into a tree: block mappings and lists,
 * scalars, flow collections. Anchors, tags, complex keys, escapes beyond the common ones and
 * whatever is wrong it leaves to the engine, which has the last word on what YAML is; what both
 * read is the same tree. See {@code docs/decisions/0024-quick-way-through-everyday-yaml.md}.
 */
final class QuickParser {
  private static final int MAX_DEPTH = 64;
  private static final int LONGEST_KEY = 1_000;

  private final QuickText text;
  private final QuickPlain plain;
  private final QuickPlain plainInFlow;
  private int depth;

  private QuickParser(QuickText text) {
    this.text = text;
    this.plain = new QuickPlain(text, false);
    this.plainInFlow = new QuickPlain(text, true);
  }

  /** The tree of a document; null where the quick way does not know. */
  static @Nullable YamlNode parse(String document) {
    return parse(document, ShortStrings.of(1));
  }

  /** The same with the words of other documents. */
  static @Nullable YamlNode parse(String document, ShortStrings words) {
    try {
      return new QuickParser(QuickText.of(document, words)).document(document);
    } catch (QuickText.GivenUp _) {
      return null;
    }
  }

  private YamlNode document(String document) {
    if (document.startsWith("---")) {
      text.skip(3);
      if (!text.isBlank(text.at())) {
        throw QuickText.giveUp();
      }
      text.endLine();
    } else {
      text.nextContent(0);
    }
    if (text.column() < 0) {
      throw QuickText.giveUp();
    }
    YamlNode root = block(-1, text.column());
    if (text.column() >= 0 || root instanceof YamlScalar) {
      throw QuickText.giveUp();
    }
    return root;
  }

  /**
   * What begins here, and on to the next content.
   *
   * @param parent the column of the block around
   * @param column the column of what begins
   */
  private YamlNode block(int parent, int column) {
    if (text.isDash()) {
      return sequence(column);
    }
    char c = text.peek();
    if (c == '[' || c == '{' || c == '|' || c == '>') {
      return inline(parent);
    }
    YamlScalar first = scalarOnLine(false);
    int colon = colon(first);
    if (colon >= 0) {
      return mapping(column, first, colon);
    }
    return scalarToEnd(first, parent);
  }

  private YamlScalar scalarOnLine(boolean flow) {
    char c = text.peek();
    return c == '"' || c == '\'' ? QuickQuoted.read(text) : (flow ? plainInFlow : plain).onLine();
  }

  private YamlScalar scalarToEnd(YamlScalar first, int parent) {
    YamlScalar whole = first.style() == YamlScalar.Style.PLAIN ? plain.toEnd(first, parent) : first;
    text.endLine();
    return whole;
  }

  /** The colon that makes what was read a key; -1 when there is none. */
  private int colon(YamlScalar key) {
    text.skipSpaces();
    int at = text.at();
    if (text.peek() != ':' || !text.isBlank(at + 1)) {
      return -1;
    }
    if (!mayBeKey(key, at)) {
      throw QuickText.giveUp();
    }
    return at;
  }

  private boolean mayBeKey(YamlScalar key, int colon) {
    return colon - key.start() < LONGEST_KEY
        && (key.style() == YamlScalar.Style.PLAIN || text.isOnOneLine(key.start(), colon));
  }

  private YamlMapping mapping(int column, YamlScalar first, int firstColon) {
    enter();
    List<YamlEntry> entries = new ArrayList<>();
    YamlScalar key = first;
    int colon = firstColon;
    while (true) {
      text.skip(1);
      YamlNode value = value(column, colon);
      entries.add(new YamlEntry(key, value, colon, false));
      if (text.column() < column) {
        break;
      }
      if (text.column() > column || text.isDash()) {
        throw QuickText.giveUp();
      }
      key = scalarOnLine(false);
      colon = colon(key);
      if (colon < 0) {
        throw QuickText.giveUp();
      }
    }
    depth--;
    int start = entries.getFirst().start();
    return new YamlMapping(start, entries.getLast().end(), null, false, EntryList.of(entries));
  }

  /** What stands after the colon of a key, on its line or below. */
  private YamlNode value(int column, int colon) {
    text.skipSpaces();
    if (!text.isLineDone()) {
      return inline(column);
    }
    text.endLine();
    if (text.column() > column) {
      return block(column, text.column());
    }
    if (text.column() == column && text.isDash()) {
      return sequence(column);
    }
    return text.empty(colon + 1);
  }

  private YamlNode inline(int parent) {
    char c = text.peek();
    if (c == '[' || c == '{') {
      YamlNode flow = flow();
      text.endLine();
      return flow;
    }
    return c == '|' || c == '>'
        ? text.blockScalar(parent)
        : scalarToEnd(scalarOnLine(false), parent);
  }

  private YamlSequence sequence(int column) {
    enter();
    List<YamlItem> items = new ArrayList<>();
    int start = text.at();
    do {
      int dash = text.at();
      text.skip(1);
      items.add(new YamlItem(dash, item(column, dash)));
      if (text.column() > column) {
        throw QuickText.giveUp();
      }
    } while (text.column() == column && text.isDash());
    depth--;
    return new YamlSequence(start, items.getLast().end(), null, false, List.copyOf(items));
  }

  private YamlNode item(int column, int dash) {
    text.skipSpaces();
    if (!text.isLineDone()) {
      return block(column, text.columnHere());
    }
    text.endLine();
    return text.column() > column ? block(column, text.column()) : text.empty(dash + 1);
  }

  private YamlNode flow() {
    return text.peek() == '[' ? flowSequence() : flowMapping();
  }

  private YamlNode flowValue() {
    char c = text.peek();
    return c == '[' || c == '{' ? flow() : scalarOnLine(true);
  }

  private YamlSequence flowSequence() {
    enter();
    List<YamlItem> items = new ArrayList<>();
    int start = text.at();
    text.skip(1);
    text.skipFlowGap();
    while (text.peek() != ']') {
      items.add(new YamlItem(-1, flowValue()));
      afterFlowValue(']');
    }
    text.skip(1);
    depth--;
    return new YamlSequence(start, text.at(), null, true, List.copyOf(items));
  }

  private YamlMapping flowMapping() {
    enter();
    List<YamlEntry> entries = new ArrayList<>();
    int start = text.at();
    text.skip(1);
    text.skipFlowGap();
    while (text.peek() != '}') {
      YamlScalar key = scalarOnLine(true);
      text.skipSpaces();
      int colon = text.at();
      boolean apart = key.style() != YamlScalar.Style.PLAIN || text.isBlank(colon + 1);
      if (text.peek() != ':' || !apart || !mayBeKey(key, colon)) {
        throw QuickText.giveUp();
      }
      text.skip(1);
      text.skipFlowGap();
      entries.add(new YamlEntry(key, flowValue(), colon, false));
      afterFlowValue('}');
    }
    text.skip(1);
    depth--;
    return new YamlMapping(start, text.at(), null, true, EntryList.of(entries));
  }

  /** A comma or the end must follow. */
  private void afterFlowValue(char close) {
    text.skipFlowGap();
    char c = text.peek();
    if (c == ',') {
      text.skip(1);
      text.skipFlowGap();
    } else if (c != close) {
      throw QuickText.giveUp();
    }
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw QuickText.giveUp();
    }
  }
}
