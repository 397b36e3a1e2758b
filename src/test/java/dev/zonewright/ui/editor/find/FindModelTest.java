package dev.zonewright.ui.editor.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.model.EditorListener;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.Findings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindModelTest {
  private static final String TEXT = "api: 1\nAPI: 2\nx: api\n";

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final EditorModel editor = new EditorModel(Findings.FILE);
  private final List<TextRange> selected = new ArrayList<>();
  private final FindModel find = model();

  private FindModel model() {
    editor.load(TEXT);
    editor.addListener(
        new EditorListener() {
          @Override
          public void loaded() {}

          @Override
          public void edited(EditSet edits, EditSet inverse, boolean typed) {}

          @Override
          public void selected(TextRange range) {
            selected.add(range);
          }
        });
    BackgroundRunner runner =
        new BackgroundRunner(
            work::add,
            work::add,
            Runnable::run,
            (_, task) -> {
              waiting.add(task);
              return () -> waiting.remove(task);
            });
    return new FindModel(editor, runner);
  }

  private void settle() {
    while (!work.isEmpty() || !waiting.isEmpty()) {
      (work.isEmpty() ? waiting : work).remove().run();
    }
  }

  private void ask(String words) {
    find.begin("");
    find.queryProperty().set(words);
    settle();
  }

  private String count() {
    return find.countProperty().get();
  }

  @Test
  void typingGoesToTheFirstMatchFromTheCaretOn() {
    editor.reveal(TextRange.at(3));
    ask("api");
    assertThat(selected).containsExactly(new TextRange(7, 10));
    assertThat(count()).isEqualTo("2 of 3");
    find.queryProperty().set("api:");
    settle();
    assertThat(selected).last().isEqualTo(new TextRange(7, 11));
  }

  @Test
  void whatIsSelectedIsLookedForWhereItStands() {
    editor.select(new TextRange(17, 20));
    find.begin("api");
    settle();
    assertThat(find.queryProperty().get()).isEqualTo("api");
    assertThat(count()).isEqualTo("3 of 3");
    find.close();
    find.begin("two\nlines");
    assertThat(find.queryProperty().get()).isEqualTo("api");
  }

  @Test
  void nextAndPreviousGoRound() {
    ask("api");
    assertThat(count()).isEqualTo("1 of 3");
    find.next();
    find.next();
    assertThat(count()).isEqualTo("3 of 3");
    find.next();
    assertThat(count()).isEqualTo("1 of 3");
    find.previous();
    assertThat(count()).isEqualTo("3 of 3");
    assertThat(selected).last().isEqualTo(new TextRange(17, 20));
  }

  @Test
  void aCaretThatGoesElsewhereSelectsNone() {
    ask("api");
    editor.reveal(TextRange.at(12));
    assertThat(count()).isEqualTo("3 matches");
    find.next();
    assertThat(count()).isEqualTo("3 of 3");
  }

  @Test
  void matchesMoveWithAnEditAndAreLookedForAgainAfterIt() {
    ask("api");
    editor.apply(EditSet.of(TextEdit.insert(0, "api\n")));
    assertThat(find.matchesProperty().get().all()).first().isEqualTo(new TextRange(4, 7));
    assertThat(count()).isEqualTo("1 of 3");
    settle();
    assertThat(count()).isEqualTo("2 of 4");
  }

  @Test
  void replacingGoesOnToTheNextAndAllAreOneStep() {
    ask("api");
    find.replacementProperty().set("pod");
    find.replace();
    settle();
    assertThat(editor.text()).isEqualTo("pod: 1\nAPI: 2\nx: api\n");
    assertThat(count()).isEqualTo("1 of 2");
    find.replaceAll();
    settle();
    assertThat(editor.text()).isEqualTo("pod: 1\npod: 2\nx: pod\n");
    assertThat(count()).isEqualTo("No matches");
    editor.undo();
    assertThat(editor.text()).isEqualTo("pod: 1\nAPI: 2\nx: api\n");
    editor.undo();
    assertThat(editor.text()).isEqualTo(TEXT);
  }

  @Test
  void manyTouchingMatchesAreReplacedAndComeBack() {
    String many = "ab".repeat(5_000) + "\n";
    editor.load(many);
    ask("a");
    find.replacementProperty().set("");
    find.replaceAll();
    settle();
    assertThat(editor.text()).isEqualTo("b".repeat(5_000) + "\n");
    ask("b");
    find.replaceAll();
    settle();
    assertThat(editor.text()).isEqualTo("\n");
    editor.undo();
    editor.undo();
    assertThat(editor.text()).isEqualTo(many);
  }

  @Test
  void nothingIsReplacedInATextThatChangedMeanwhile() {
    ask("api");
    find.replaceAll();
    editor.apply(EditSet.of(TextEdit.insert(0, "# ")));
    settle();
    assertThat(editor.text()).isEqualTo("# " + TEXT);
  }

  @Test
  void troubleIsSaidAndGoesWithTheNextSearch() {
    find.regexProperty().set(true);
    ask("a[");
    assertThat(find.troubleProperty().get()).startsWith("Not a regular expression: ");
    assertThat(count()).isEmpty();
    find.queryProperty().set("a.i");
    settle();
    assertThat(find.troubleProperty().get()).isEmpty();
    assertThat(count()).isEqualTo("1 of 3");
  }

  @Test
  void aNewerSearchCallsOffTheOneUnderWay() {
    editor.load("a".repeat(60) + "!\n");
    find.regexProperty().set(true);
    ask("");
    find.queryProperty().set("(a+)+\\1$");
    find.queryProperty().set("!");
    assertThat(work).hasSize(2);
    settle();
    assertThat(find.troubleProperty().get()).isEmpty();
    assertThat(count()).isEqualTo("1 of 1");
    assertThat(find.searchingProperty().get()).isFalse();
  }

  @Test
  void closingTakesTheMatchesAway() {
    ask("api");
    find.close();
    assertThat(find.matchesProperty().get()).isEqualTo(Matches.NONE);
    assertThat(count()).isEmpty();
  }
}
