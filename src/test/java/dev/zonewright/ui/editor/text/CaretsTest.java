package dev.zonewright.ui.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaretsTest {
  private static TextBuffer buffer(String text) {
    TextBuffer buffer = new TextBuffer();
    buffer.load(text);
    return buffer;
  }

  private static Carets at(int... offsets) {
    Carets carets = Carets.of(TextRange.at(offsets[0]));
    for (int i = 1; i < offsets.length; i++) {
      carets = carets.toggle(offsets[i]);
    }
    return carets;
  }

  /** The text after a change, with | at each caret. */
  private static String after(String text, Carets.Change change) {
    StringBuilder drawn = new StringBuilder(change.edits().apply(text));
    for (TextRange range : change.after().ranges().reversed()) {
      assertThat(range.isEmpty()).isTrue();
      drawn.insert(range.start(), '|');
    }
    return drawn.toString();
  }

  @Test
  void theWordIsSelectedAndThenTheNextOnesAroundTheEnd() {
    TextBuffer text = buffer("web-1: a\nx: web-1\nweb-1: b\n");
    Carets carets = Carets.of(TextRange.at(14));
    carets = carets.withNext(text).orElseThrow();
    assertThat(carets.mainRange()).isEqualTo(new TextRange(12, 17));
    carets = carets.withNext(text).orElseThrow();
    assertThat(carets.mainRange()).isEqualTo(new TextRange(18, 23));
    carets = carets.withNext(text).orElseThrow();
    assertThat(carets.mainRange()).isEqualTo(new TextRange(0, 5));
    assertThat(carets.withNext(text)).as("no more").isEmpty();
    assertThat(carets.ranges()).hasSize(3);
    assertThat(after(text.text(), carets.typed("api"))).isEqualTo("api|: a\nx: api|\napi|: b\n");
  }

  @Test
  void aWholeWordIsNotLookedForInOthersButAPartOfOneIs() {
    TextBuffer text = buffer("name: a\nnamespace: b\npod-name: c\nname: d\n");
    Carets carets = at(2).withNext(text).orElseThrow().withNext(text).orElseThrow();
    assertThat(carets.mainRange().start()).isEqualTo(text.text().lastIndexOf("name"));
    assertThat(carets.withNext(text)).isEmpty();

    Carets part = Carets.of(new TextRange(0, 3)).withNext(text).orElseThrow();
    assertThat(part.mainRange()).isEqualTo(new TextRange(8, 11));
  }

  @Test
  void whereThereIsNoWordNothingIsSelected() {
    assertThat(Carets.of(TextRange.at(1)).withNext(buffer(": :\n"))).isEmpty();
    assertThat(Carets.of(new TextRange(0, 1)).withNext(buffer("ab"))).isEmpty();
  }

  @Test
  void aCaretComesAndGoesWithTheSameClick() {
    assertThat(at(1, 4).ranges()).containsExactly(TextRange.at(1), TextRange.at(4));
    assertThat(at(1, 4, 4).ranges()).containsExactly(TextRange.at(1));
    assertThat(at(1, 1).ranges()).as("the last one stays").containsExactly(TextRange.at(1));
  }

  @Test
  void wordsComeInAndGoAtAllOfThem() {
    assertThat(after("ab\ncd", at(1, 4).typed("xy"))).isEqualTo("axy|b\ncxy|d");
    assertThat(after("ab\ncd", at(1, 4).erasedBefore(buffer("ab\ncd")))).isEqualTo("|b\n|d");
    assertThat(after("ab\ncd", at(1, 4).erasedAfter(buffer("ab\ncd")))).isEqualTo("a|\nc|");
    assertThat(after("abc", at(1, 2).erasedBefore(buffer("abc")))).isEqualTo("|c");
    assertThat(after("ab", at(0, 2).erasedBefore(buffer("ab")))).isEqualTo("|a|");
    assertThat(after("😀b", at(0, 2).erasedBefore(buffer("😀b")))).isEqualTo("|b");
    assertThat(after("😀b", at(0, 3).erasedAfter(buffer("😀b")))).isEqualTo("|b|");
    assertThat(after("  a\n  b", at(3, 7).newLine(buffer("  a\n  b"))))
        .isEqualTo("  a\n  |\n  b\n  |");
  }

  @Test
  void aPastedLineForEachCaretIsSharedOut() {
    assertThat(after("a\nb", at(1, 3).pasted("1\n2"))).isEqualTo("a1|\nb2|");
    assertThat(after("a\nb", at(1, 3).pasted("1"))).isEqualTo("a1|\nb1|");
  }

  @Test
  void caretsThatMeetBecomeOne() {
    Carets carets = at(1, 4).moved(_ -> 0);
    assertThat(carets.ranges()).containsExactly(TextRange.at(0));
    EditSet edits = EditSet.of(TextEdit.insert(0, "xx"));
    assertThat(at(1, 4).after(edits).ranges()).isEqualTo(List.of(TextRange.at(3), TextRange.at(6)));
  }

  @Test
  void aWordTypedAtSeveralPlacesIsOneStepAndSoIsARunOfDeletions() {
    TextBuffer text = buffer("a: \nb: \n");
    UndoHistory history = new UndoHistory();
    Carets carets = at(3, 7);
    for (String c : List.of("x", "y", "z")) {
      carets = typed(text, history, carets.typed(c), carets);
    }
    assertThat(text.text()).isEqualTo("a: xyz\nb: xyz\n");
    Optional<UndoHistory.Step> step = Optional.ofNullable(history.undo());
    text.apply(step.orElseThrow().undo());
    assertThat(text.text()).isEqualTo("a: \nb: \n");
    assertThat(history.canUndo()).isFalse();
    text.apply(Optional.ofNullable(history.redo()).orElseThrow().redo());
    assertThat(text.text()).isEqualTo("a: xyz\nb: xyz\n");
    for (int i = 0; i < 4; i++) {
      carets = typed(text, history, carets.erasedBefore(text), carets);
    }
    assertThat(text.text()).isEqualTo("a:\nb:\n");
    text.apply(Optional.ofNullable(history.undo()).orElseThrow().undo());
    assertThat(text.text()).isEqualTo("a: xyz\nb: xyz\n");
  }

  private static Carets typed(
      TextBuffer text, UndoHistory history, Carets.Change change, Carets before) {
    EditSet back = text.apply(change.edits());
    history.typed(new UndoHistory.Step(change.edits(), back, before.mainRange().end()));
    return change.after();
  }
}
