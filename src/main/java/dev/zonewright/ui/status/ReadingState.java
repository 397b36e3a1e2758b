package dev.zonewright.ui.status;

import dev.zonewright.ui.Widgets;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What stands in the middle while the first files are read: which, how far, and a way out. */
public final class ReadingState extends VBox {
  private static final int WIDTH = 260;

  /**
   * Follows what is read.
   *
   * @param cancel stops it; what was read stays
   */
  public ReadingState(StatusModel model, Runnable cancel) {
    setId("reading-state");
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    Label what = Widgets.label("", "empty-title");
    what.setId("reading-what");
    what.textProperty().bind(model.readingProperty().map(name -> "Reading " + Widgets.shown(name)));
    ProgressBar bar = new ProgressBar();
    bar.setAccessibleText("Progress of opening files");
    bar.setPrefWidth(WIDTH);
    // one that nobody sees is not to move
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> isVisible() ? model.progressProperty().get() : 0,
                visibleProperty(),
                model.progressProperty()));
    Label far = Widgets.label("", "muted");
    far.setId("reading-far");
    far.textProperty().bind(model.workTextProperty());
    Button stop = new Button("Cancel");
    Widgets.named(stop, "reading-cancel", "Stop reading; files already read stay open");
    stop.setOnAction(_ -> cancel.run());
    getChildren().setAll(what, bar, far, stop);
  }
}
