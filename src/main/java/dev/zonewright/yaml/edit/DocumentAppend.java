package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.parse.DocumentSplitter;
import dev.zonewright.yaml.parse.YamlParser;
import dev.zonewright.yaml.plan.EditRefusal;
import dev.zonewright.yaml.plan.Route;
import dev.zonewright.yaml.plan.ValueWriter;
import dev.zonewright.yaml.plan.WritingStyle;
import dev.zonewright.yaml.plan.WrittenValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new document behind another one. The new one stands before a closing {@code ...}, which
 * then ends both, so that whatever follows is cut off from it as before.
 */
final class DocumentAppend {
  private final String text;
  private final YamlNode root;

  private DocumentAppend(String text, YamlDocument document) {
    this.text = text;
    this.root = EditGuards.root(document);
  }

  /**
   * Puts a document behind one, and proves it: the document before has the tree that it had, and
   * the new one is exactly the value. Refused where that cannot be proved, and in a file of JSON.
   *
   * @param document the document as earlier edits have left it
   * @param made these edits
   * @param before the document's text before any of them, separator line included
   */
  static EditOutcome behind(
      YamlDocument document, YamlValue.Mapping value, EditOutcome.Edited made, String before) {
    try {
      EditSet edits = new DocumentAppend(made.text(), document).proved(value);
      return new EditOutcome.Edited(made.edits().then(edits, before), edits.apply(made.text()));
    } catch (EditRefusal e) {
      return new EditOutcome.Refused("no document is put behind this one: " + e.reason());
    }
  }

  private EditSet proved(YamlValue.Mapping value) {
    Route top = new Route(List.of(), root, List.of(), null);
    WritingStyle style = WritingStyle.around(new Layout(text), root, top);
    if (style.json()) {
      throw new EditRefusal("JSON holds one object: put the new one into a file of its own");
    }
    Map<String, YamlValue> entries = value.entries();
    String block = "---\n" + new ValueWriter(style).entries(entries, 0);
    TextEdit edit = insertion(block);
    String after = EditSet.of(edit).apply(text);
    List<TextRange> parts = DocumentSplitter.split(after);
    if (DocumentSplitter.split(text).size() != 1
        || parts.size() != 2
        || text.endsWith("\n") != after.endsWith("\n")
        || !isUnchanged(cut(after, parts.getFirst()))
        || !WrittenValue.isAt(value, read(cut(after, parts.getLast())))) {
      throw EditGuards.unproved();
    }
    return EditSet.of(edit);
  }

  private TextEdit insertion(String block) {
    int last = text.lastIndexOf('\n', text.length() - 2) + 1;
    if (DocumentSplitter.isMark(text, last, '.')) {
      return TextEdit.insert(last, block + "\n");
    }
    return text.endsWith("\n")
        ? TextEdit.insert(text.length(), block + "\n")
        : TextEdit.insert(text.length(), "\n" + block);
  }

  private boolean isUnchanged(String first) {
    if (first.equals(text)) {
      // the same characters make the same tree, however long it is
      return true;
    }
    YamlNode now = read(first);
    return now != null && TreeProof.holds(new IntendedTree.Kept(root), text, now, first);
  }

  private static String cut(String text, TextRange range) {
    return text.substring(range.start(), range.end());
  }

  private static @Nullable YamlNode read(String part) {
    return YamlParser.parseFully(part).root().orElse(null);
  }
}
