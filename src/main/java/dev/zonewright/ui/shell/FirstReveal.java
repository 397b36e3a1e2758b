package dev.zonewright.ui.shell;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.fxmisc.richtext.CodeArea;

/**
 * Shows the caret of a text that was just opened well inside its view: how many lines there are to
 * see is known only once the text is laid out, which is after the jump to it.
 */
final class FirstReveal {
  private static final int ABOVE = 3;

  private final CodeArea area;
  private final Runnable look = this::look;

  private FirstReveal(CodeArea area) {
    this.area = area;
  }

  /** Watches a view until its text is laid out for the first time. */
  static void in(Node view) {
    if (view.lookup("#editor-text") instanceof CodeArea area) {
      FirstReveal reveal = new FirstReveal(area);
      if (area.getScene() != null) {
        reveal.begin(area.getScene());
      } else {
        area.sceneProperty()
            .subscribe(scene -> {
              if (scene != null && area.getProperties().put("revealed", true) == null) {
                reveal.begin(scene);
              }
            });
      }
    }
  }

  private void begin(Scene scene) {
    scene.addPostLayoutPulseListener(look);
    Platform.requestNextPulse();
  }

  private void look() {
    Scene scene = area.getScene();
    if (scene == null) {
      return;
    }
    int seen = area.getVisibleParagraphs().size();
    // a text that is still being coloured cannot be edited yet
    if (area.isEditable() && seen > 0) {
      scene.removePostLayoutPulseListener(look);
      int line = area.getCurrentParagraph();
      if (line > seen / 2) {
        area.showParagraphAtTop(Math.max(0, line - seen / ABOVE));
      }
    }
  }
}
