package dev.zonewright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.LineIndex;
import dev.zonewright.text.SourceText;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.parse.YamlStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * A fix touches its document only, and of that its own lines, or adds one behind it; all others
 * keep their bytes. One that reaches across documents keeps every line that no edit of it reaches.
 */
final class KeptLines {
  private KeptLines() {}

  static void check(
      YamlStream before,
      int document,
      EditSet edits,
      YamlStream after,
      SourceText source,
      boolean across) {
    if (!across) {
      inItsDocument(before, document, edits, after);
    }
    bytes(before.lines(), edits, source, after.text());
  }

  private static void inItsDocument(
      YamlStream before, int document, EditSet edits, YamlStream after) {
    int added = after.parts().size() - before.parts().size();
    assertThat(added).isBetween(0, 1);
    if (added == 1) {
      // a new object comes right behind the document that wants it
      assertThat(after.parts().get(document).document().cursor().get("kind").string()).isPresent();
    }
    for (int i = 0; i < before.parts().size(); i++) {
      if (i + 1 != document) {
        assertThat(after.textOf(after.parts().get(i < document ? i : i + added)))
            .isEqualTo(before.textOf(before.parts().get(i)));
      }
    }
    YamlStream.Part own = before.parts().get(document - 1);
    for (TextEdit edit : edits.edits()) {
      assertThat(edit.range().start()).isGreaterThanOrEqualTo(own.range().start());
      assertThat(edit.range().end()).isLessThanOrEqualTo(own.range().end());
    }
  }

  /** Each line that no edit reaches stands in the new file, in order, with its own line end. */
  private static void bytes(LineIndex lines, EditSet edits, SourceText source, String newText) {
    BitSet touched = new BitSet();
    for (TextEdit edit : edits.edits()) {
      // an insertion at the end of a line may lend that line's end to what is inserted
      int first = lines.lineOf(Math.max(0, edit.range().start() - 1));
      touched.set(first, lines.lineOf(edit.range().end()) + 1);
    }
    String[] old = source.characters().split("(?<=\n)|(?<=\r)(?!\n)", -1);
    String now = new String(source.encode(newText), StandardCharsets.UTF_8);
    int at = 0;
    for (int i = 0; i < old.length; i++) {
      if (!touched.get(i)) {
        int found = now.indexOf(old[i], at);
        assertThat(found).as("line %s “%s”", i + 1, old[i]).isGreaterThanOrEqualTo(0);
        at = found + old[i].length();
      }
    }
  }
}
