package dev.zonewright.ui.editor;

import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.text.LineTarget;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Asks for a line, or a line and a column, and goes there. */
final class GoToLineBar extends HBox {
  private static final double FIELD = 140;

  private final EditorModel model;
  private final Runnable close;
  private final TextField field = new TextField();
  private final Label hint = new Label();

  GoToLineBar(EditorModel model, Runnable close) {
    this.model = model;
    this.close = close;
    getStyleClass().addAll("zw-bar", "zw-bar-row");
    setId("line-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label title = new Label("Go to line");
    title.setLabelFor(field);
    title.setMinWidth(USE_PREF_SIZE);
    field.setId("line-text");
    field.setPromptText("line:column");
    field.setAccessibleText("Line, or line:column");
    field.setPrefWidth(FIELD);
    field.setOnAction(_ -> go());
    field.textProperty().subscribe(_ -> tell());
    hint.setId("line-hint");
    hint.getStyleClass().add("zw-muted");
    Button done = Widgets.iconButton("line-close", Feather.X, "Close (Esc)");
    done.setOnAction(_ -> close.run());
    getChildren().setAll(title, field, hint, Widgets.spacer(), done);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
          }
        });
  }

  void begin() {
    field.setText("");
    tell();
    field.requestFocus();
  }

  private void tell() {
    String why =
        switch (LineTarget.of(field.getText(), model.buffer())) {
          case LineTarget.Nowhere nowhere -> nowhere.why();
          case LineTarget.Place _ -> "";
        };
    hint.getStyleClass().removeAll("zw-trouble", "zw-muted");
    hint.getStyleClass().add(why.isEmpty() ? "zw-muted" : "zw-trouble");
    hint.setText(why.isEmpty() ? "of %,d".formatted(model.buffer().lineCount()) : why);
  }

  private void go() {
    if (LineTarget.of(field.getText(), model.buffer()) instanceof LineTarget.Place(int offset)) {
      close.run();
      model.reveal(TextRange.at(offset));
    }
  }
}
