package dev.zonewright.ui.editor;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.find.FindBar;
import dev.zonewright.ui.editor.find.FindModel;
import dev.zonewright.ui.editor.model.EditorModel;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/**
 * What comes up around a text and goes again: find and replace, go to line, the outline. Each is
 * made when it is first asked for: they have more parts than a screen of text has lines, and every
 * editor would wait for them.
 */
final class EditorBars {
  private final EditorModel model;
  private final CodeArea area;
  private final FindModel find;
  private final BackgroundRunner runner;
  private final VBox node = new VBox();
  private @Nullable FindBar findBar;
  private @Nullable GoToLineBar lineBar;
  private @Nullable OutlinePopup outline;

  EditorBars(EditorModel model, CodeArea area, FindModel find, BackgroundRunner runner) {
    this.model = model;
    this.area = area;
    this.find = find;
    this.runner = runner;
  }

  Node node() {
    return node;
  }

  private FindBar findBar() {
    if (findBar == null) {
      findBar = new FindBar(find, this::closeAll);
      node.getChildren().addFirst(findBar);
    }
    return findBar;
  }

  private GoToLineBar lineBar() {
    if (lineBar == null) {
      lineBar = new GoToLineBar(model, this::closeAll);
      node.getChildren().addLast(lineBar);
    }
    return lineBar;
  }

  private static void show(@Nullable Node bar, boolean visible) {
    if (bar != null) {
      bar.setVisible(visible);
      bar.setManaged(visible);
    }
  }

  void find(boolean replace) {
    show(lineBar, false);
    show(findBar(), true);
    find.begin(area.getSelectedText());
    findBar().begin(replace);
  }

  void next() {
    if (find.openProperty().get()) {
      find.next();
    } else {
      find(false);
    }
  }

  void previous() {
    if (find.openProperty().get()) {
      find.previous();
    } else {
      find(false);
    }
  }

  void goToLine() {
    find.close();
    show(findBar, false);
    show(lineBar(), true);
    lineBar().begin();
  }

  void outline() {
    if (outline == null) {
      outline = new OutlinePopup(new OutlineModel(model, runner), area);
    }
    outline.show();
  }

  /** Closes the bar that is there; says whether there was one. */
  boolean close() {
    boolean open = isShown(findBar) || isShown(lineBar);
    closeAll();
    return open;
  }

  private static boolean isShown(@Nullable Node bar) {
    return bar != null && bar.isVisible();
  }

  private void closeAll() {
    find.close();
    show(findBar, false);
    show(lineBar, false);
    area.requestFocus();
  }
}
