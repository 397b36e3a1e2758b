package dev.zonewright.ui.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the list opens, follows and closes, and what taking a word does. */
class CompletionModelTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\nspec:\n";

  private Caret caret = Caret.in("¦");
  private final CompletionModel model =
      new CompletionModel(
          new TextLines() {
            @Override
            public int count() {
              return caret.lines().count();
            }

            @Override
            public String line(int line) {
              return caret.lines().line(line);
            }
          });

  private void ask(String marked) {
    caret = Caret.in(marked);
    model.ask(caret.line(), caret.column());
  }

  private void type(String marked) {
    caret = Caret.in(marked);
    model.typed(caret.line(), caret.column());
  }

  private void move(String marked) {
    caret = Caret.in(marked);
    model.moved(caret.line(), caret.column());
  }

  private List<String> words() {
    return model.shown().stream().map(Proposal::word).toList();
  }

  @Test
  void theListFollowsTheWord() {
    ask(POD + "  ¦");
    assertThat(model.openProperty().get()).isTrue();
    type(POD + "  hostP¦");
    assertThat(words()).containsExactly("hostPID");
    move(POD + "  host¦");
    assertThat(words()).contains("hostPID", "hostNetwork");
    move(POD + "  hostzz¦");
    assertThat(model.openProperty().get()).isFalse();
  }

  @Test
  void belowTheKeyOfAListItsItemsAreProposed() {
    ask(POD + "  containers:\n    ¦");
    assertThat(words()).contains("name", "image", "securityContext");
    type(POD + "  containers:\n    secur¦");
    assertThat(words()).containsExactly("securityContext");
    CompletionModel.Taken taken = model.take().orElseThrow();
    assertThat(taken.edit().replacement()).isEqualTo("- securityContext:\n        ");
    assertThat(taken.caret()).isEqualTo(taken.edit().replacement().length());
    // beside items that are there too
    ask(POD + "  containers:\n    ¦\n    - name: a\n");
    assertThat(words()).contains("name");
  }

  @Test
  void behindADashThereIsNoOther() {
    ask(POD + "  containers:\n    - secur¦");
    assertThat(model.take().orElseThrow().edit().replacement())
        .isEqualTo("securityContext:\n        ");
  }

  @Test
  void itOpensForAWordThatBegins() {
    type(POD + "  ¦");
    assertThat(model.openProperty().get()).isFalse();
    type(POD + "  h¦");
    assertThat(model.openProperty().get()).isTrue();
    assertThat(model.chosenProperty().get()).isZero();
  }

  @Test
  void itClosesWhereTheCaretLeavesTheWord() {
    ask(POD + "  h¦");
    move("apiVersion: v1\nkind: Pod¦\nspec:\n  h");
    assertThat(model.openProperty().get()).isFalse();
    ask(POD + "  h¦");
    move(POD + "  hostPID: ¦");
    assertThat(model.openProperty().get()).isFalse();
  }

  @Test
  void valuesFollowTheirKeyAndEndWhereTheyAreWhole() {
    type(POD + "  hostPID:¦");
    assertThat(model.openProperty().get()).isFalse();
    type(POD + "  hostPID: ¦");
    assertThat(words()).containsExactly("true", "false");
    type(POD + "  hostPID: tru¦");
    assertThat(words()).containsExactly("true");
    type(POD + "  hostPID: true¦");
    assertThat(model.openProperty().get()).isFalse();
  }

  @Test
  void takingReplacesTheWord() {
    ask(POD + "  hostP¦");
    CompletionModel.Taken taken = model.take().orElseThrow();
    assertThat(taken.line()).isEqualTo(3);
    assertThat(taken.edit()).isEqualTo(TextEdit.replace(2, 7, "hostPID: "));
    assertThat(taken.caret()).isEqualTo(9);
    assertThat(taken.goesOn()).isTrue();
    assertThat(model.openProperty().get()).isFalse();
    assertThat(model.take()).isEmpty();
  }

  @Test
  void theChoiceStaysWithinTheList() {
    ask(POD + "  host¦");
    model.choose(1);
    assertThat(model.take().orElseThrow().edit().replacement()).startsWith("hostIPC");
    ask(POD + "  host¦");
    model.choose(-3);
    assertThat(model.chosenProperty().get()).isZero();
    model.choose(99);
    assertThat(model.chosenProperty().get()).isEqualTo(words().size() - 1);
    model.close();
    model.choose(1);
    assertThat(model.chosenProperty().get()).isEqualTo(-1);
  }
}
