package dev.zonewright.ui.editor;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/**
 * Shows the caret of a text that was just opened well inside its view: how many lines there are to
 * see is known only once the text is laid out, which is after the jump to it.
 */
public final class FirstReveal {
  private static final int ABOVE = 3;

  private final CodeArea area;
  private final Runnable look = this::look;
  private @Nullable Scene watched;
  private boolean done;

  private FirstReveal(CodeArea area) {
    this.area = area;
  }

  /** Watches a view until its text is laid out for the first time, or the view is gone. */
  public static void in(Node view) {
    if (view.lookup("#editor-text") instanceof CodeArea area) {
      area.sceneProperty().subscribe(new FirstReveal(area)::moved);
    }
  }

  private void moved(@Nullable Scene now) {
    if (watched != null) {
      watched.removePostLayoutPulseListener(look);
    }
    watched = done ? null : now;
    if (watched != null) {
      watched.addPostLayoutPulseListener(look);
      Platform.requestNextPulse();
    }
  }

  private void look() {
    int seen = area.getVisibleParagraphs().size();
    // a text that is still being coloured cannot be edited yet
    if (area.isEditable() && seen > 0) {
      done = true;
      moved(null);
      int line = area.getCurrentParagraph();
      if (line > seen / 2) {
        area.showParagraphAtTop(Math.max(0, line - seen / ABOVE));
      }
    }
  }
}
