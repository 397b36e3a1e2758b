package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.compare.DecidingLines;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.fix.DiffPane;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lines that made a finding come or go, as they were and as they are. */
final class DecidingPane extends VBox {
  private final Consumer<Place> go;
  private final HBox head = new HBox();
  private final DiffPane diff = new DiffPane(true);
  private final ScrollPane scroll = new ScrollPane(diff);

  DecidingPane(Consumer<Place> go) {
    this.go = go;
    setId("compare-excerpt");
    head.getStyleClass().add("pane-head");
    head.setAlignment(Pos.CENTER_LEFT);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText("Deciding lines, before and after");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head, scroll);
    none("");
  }

  /** Shows no lines, and why. */
  void none(String why) {
    none("No deciding line", why);
  }

  /** Shows what is waited for. */
  void await(String what) {
    none(what, "");
  }

  private void none(String title, String why) {
    head.getChildren().setAll(Widgets.label(title, "pane-title"));
    Label text = Widgets.label(why, "muted", "compare-why");
    text.setWrapText(true);
    scroll.setContent(text);
  }

  /**
   * Shows what caused a finding.
   *
   * @param alike how many findings it caused
   */
  void show(Compared compared, ChangeLine line, long alike) {
    Optional<DecidingLines> lines = compared.causes().lines(line.cause());
    if (lines.isEmpty() || lines.get().diff().isEmpty()) {
      none(why(compared, line));
      return;
    }
    Label name = Widgets.tipped(FileNames.last(lines.get().file()), "pane-title");
    name.setMinWidth(0);
    Label words =
        Widgets.label(
            "%s, for %s"
                .formatted(line.cause().words(), alike == 1 ? "1 finding" : alike + " findings"),
            "muted");
    words.setMinWidth(0);
    words.setPrefWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    head.getChildren().setAll(name, words);
    line.cause()
        .place()
        .ifPresent(place -> {
          Hyperlink open = Widgets.link("Open", "compare-open", () -> go.accept(place));
          open.setMinWidth(USE_PREF_SIZE);
          head.getChildren().add(open);
        });
    diff.show(lines.get().diff());
    scroll.setContent(diff);
  }

  private static String why(Compared compared, ChangeLine line) {
    if (line.state() == ChangeLine.State.SAME) {
      return "Nothing changed for this finding.";
    }
    if (compared.before().analysis().isEmpty() || compared.after().analysis().isEmpty()) {
      return "A saved baseline or review has no manifests, so the changed lines cannot be shown."
          + " Choose manifests or a revision on both sides to see them.";
    }
    if (line.state() == ChangeLine.State.WORSE || line.state() == ChangeLine.State.MOVED) {
      return "This finding is in both versions; its link opens the current line.";
    }
    return line.cause().isKnown()
        ? "Not a single line, but %s.".formatted(line.cause().words())
        : "It is not known what changed.";
  }
}
