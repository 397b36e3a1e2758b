package dev.zonewright.analysis.across;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.edit.YamlEditor;
import dev.zonewright.yaml.parse.DocumentSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * A document as fixes leave it, with those that they put behind it. Each is kept as a text of its
 * own, so that one more is proved against the last of them and not against all.
 */
final class EditedDocument {
  private final String before;
  private final List<String> texts = new ArrayList<>();
  private EditSet own = EditSet.EMPTY;
  private int added;

  /**
   * A document that nothing has been done to.
   *
   * @param before its text, separator line included
   */
  EditedDocument(String before) {
    this.before = before;
    texts.add(before);
  }

  /** Whether its own text is what it was. */
  boolean isFresh() {
    return texts.getFirst().equals(before);
  }

  /**
   * Edits the document itself, once at most.
   *
   * @param edits in offsets of its text, which is fresh
   * @return takes it back, as long as nothing was done since
   */
  Runnable edit(EditSet edits) {
    String was = texts.getFirst();
    EditSet ownBefore = own;
    int addedBefore = added;
    own = edits;
    texts.set(0, edits.apply(was));
    added = texts.getFirst().length();
    return () -> {
      texts.set(0, was);
      own = ownBefore;
      added = addedBefore;
    };
  }

  /**
   * Puts a document behind the last one.
   *
   * @return takes it back, as long as nothing was done since
   * @throws FixStop where it cannot be proved
   */
  Runnable append(YamlValue.Mapping content) {
    String was = texts.getLast();
    return switch (YamlEditor.on(was).appendDocument(content).finish()) {
      case EditOutcome.Refused(String reason) -> throw new FixStop(reason);
      case EditOutcome.Edited(EditSet edits, String after) -> {
        int cut = DocumentSplitter.split(after).getLast().start();
        int addedBefore = added;
        if (texts.size() == 1) {
          added = edits.edits().getFirst().range().start();
        }
        texts.set(texts.size() - 1, after.substring(0, cut));
        texts.add(after.substring(cut));
        yield () -> {
          texts.removeLast();
          texts.set(texts.size() - 1, was);
          added = addedBefore;
        };
      }
    };
  }

  /** The texts of the document and of those behind it, which make one text. */
  List<String> texts() {
    return texts;
  }

  /** All that was done, in offsets of the document's text before. */
  EditSet edits() {
    if (texts.size() == 1) {
      return own;
    }
    String alone = own.apply(before);
    String all = String.join("", texts);
    // a closing line ... stays the last
    String inserted = all.substring(added, all.length() - (alone.length() - added));
    TextEdit insertion = TextEdit.insert(added, inserted);
    return own.isEmpty() ? EditSet.of(insertion) : own.then(EditSet.of(insertion), before);
  }

  /** The same range of another text. */
  static TextEdit joined(TextEdit first, TextEdit second) {
    return TextEdit.replace(
        first.range().start(), second.range().end(), first.replacement() + second.replacement());
  }

  /** Whether nothing is kept between two edits, the first of which comes before the second. */
  static boolean touch(TextRange first, TextRange second) {
    return first.end() == second.start();
  }
}
