package dev.zonewright.ui.editor;

import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.paint.EditorArea;
import dev.zonewright.ui.editor.paint.StyledText;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Brings a text into its area: what fits on a screen at once, the rest below it piece by piece.
 * What can be seen stays where it is, or where the person scrolls to meanwhile.
 */
final class TextArrival {
  private final EditorModel model;
  private final EditorArea area;
  private final Executor background;
  private final Executor ui;

  /**
   * Nothing comes yet.
   *
   * @param background colours the text
   * @param ui runs on the thread of the window
   */
  TextArrival(EditorModel model, EditorArea area, Executor background, Executor ui) {
    this.model = model;
    this.area = area;
    this.background = background;
    this.ui = ui;
  }

  /** A text on its way, as the model had it then. */
  private record Loading(long revision, String text, Consumer<StyledText> done) {}

  /**
   * Begins to bring the model's text.
   *
   * @param done called when all of it is there; never, when another text comes first
   */
  void begin(Consumer<StyledText> done) {
    Loading loading = new Loading(model.revision(), model.text(), done);
    background.execute(() -> {
      StyledText.Piece screen = StyledText.screen(loading.text());
      ui.execute(() -> show(loading, screen));
      StyledText styled = StyledText.of(loading.text());
      ui.execute(() -> take(loading, styled, 0));
    });
  }

  private void show(Loading loading, StyledText.Piece screen) {
    if (!isStale(loading)) {
      area.replace(0, area.getLength(), screen.text());
      area.moveTo(0);
      area.showParagraphAtTop(0);
    }
  }

  /** Takes a piece, and the next ones after whatever else the window has to do. */
  private void take(Loading loading, StyledText styled, int piece) {
    if (isStale(loading)) {
      return;
    }
    // of a short text the first screen is all
    if (piece < styled.pieces().size()) {
      // past the area itself, which would take its caret, and the view with it, to what comes in
      area.getContent()
          .replace(area.getLength(), area.getLength(), styled.pieces().get(piece).text());
    }
    if (piece + 1 < styled.pieces().size()) {
      ui.execute(() -> take(loading, styled, piece + 1));
    } else {
      loading.done().accept(styled);
    }
  }

  // another text came meanwhile exactly when the model no longer holds this very string
  @SuppressWarnings("ReferenceEquality")
  private boolean isStale(Loading loading) {
    return loading.revision() != model.revision() && model.text() != loading.text();
  }
}
