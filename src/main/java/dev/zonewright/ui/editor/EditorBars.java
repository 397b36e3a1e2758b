package dev.zonewright.ui.editor;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.find.FindBar;
import dev.zonewright.ui.editor.find.FindModel;
import dev.zonewright.ui.editor.model.EditorModel;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;

/** What comes up around a text and goes again: find and replace, go to line, the outline. */
final class EditorBars {
  private final CodeArea area;
  private final FindModel find;
  private final FindBar findBar;
  private final GoToLineBar lineBar;
  private final OutlinePopup outline;
  private final VBox node = new VBox();

  EditorBars(EditorModel model, CodeArea area, FindModel find, BackgroundRunner runner) {
    this.area = area;
    this.find = find;
    Runnable back = this::closeAll;
    findBar = new FindBar(find, back);
    lineBar = new GoToLineBar(model, back);
    outline = new OutlinePopup(new OutlineModel(model, runner), area);
    show(findBar, false);
    show(lineBar, false);
    node.getChildren().setAll(findBar, lineBar);
  }

  Node node() {
    return node;
  }

  private static void show(Node bar, boolean visible) {
    bar.setVisible(visible);
    bar.setManaged(visible);
  }

  void find(boolean replace) {
    show(lineBar, false);
    show(findBar, true);
    find.begin(area.getSelectedText());
    findBar.begin(replace);
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
    show(lineBar, true);
    lineBar.begin();
  }

  void outline() {
    outline.show();
  }

  /** Closes the bar that is there; says whether there was one. */
  boolean close() {
    boolean open = findBar.isVisible() || lineBar.isVisible();
    closeAll();
    return open;
  }

  private void closeAll() {
    find.close();
    show(findBar, false);
    show(lineBar, false);
    area.requestFocus();
  }
}
