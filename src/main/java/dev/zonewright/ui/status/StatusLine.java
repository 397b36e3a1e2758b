package dev.zonewright.ui.status;

import dev.zonewright.control.Severity;
import dev.zonewright.ui.SeverityCounts;
import dev.zonewright.ui.Widgets;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * The foot of the window: what was analysed and what not, counts, where the caret is, what runs.
 */
public final class StatusLine extends HBox {
  private final SeverityCounts severities = new SeverityCounts();
  private static final int BAR_WIDTH = 120;
  private static final String NOT_KEPT = "unsaved texts are not kept";

  /**
   * Builds the line.
   *
   * @param cancel stops the opening of files
   */
  public StatusLine(
      StatusModel model, ObservableValue<Map<Severity, Integer>> counts, Runnable cancel) {
    getStyleClass().add("status-line");
    setAlignment(Pos.CENTER_LEFT);
    counts.addListener((_, _, now) -> severities.show(now));
    severities.show(counts.getValue());
    getChildren()
        .setAll(
            bound("status-analysed", model.analysedProperty()),
            notAnalysed(model),
            notKept(model),
            separator(model),
            severities,
            Widgets.spacer(),
            bound("status-place", model.placeProperty()),
            bound("status-line-ends", model.lineEndsProperty()),
            bound("status-encoding", model.encodingProperty()),
            progress(model),
            work(model),
            // the last, for words that grow would move it away from the mouse
            cancelLink(model, cancel));
  }

  // the window may be narrower than all that there is to say: the counts stand over the table too
  @Override
  protected void layoutChildren() {
    severities.setManaged(true);
    severities.setManaged(prefWidth(-1) <= getWidth());
    severities.setVisible(severities.isManaged());
    super.layoutChildren();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  /** Parts what was analysed from what was found; there is neither at first. */
  private static Separator separator(StatusModel model) {
    Separator separator = new Separator(Orientation.VERTICAL);
    separator.visibleProperty().bind(model.analysedProperty().isNotEmpty());
    return separator;
  }

  private static Label bound(String id, ObservableValue<String> text) {
    Label label = new Label();
    label.setId(id);
    label.setMinWidth(USE_PREF_SIZE);
    label.textProperty().bind(text);
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }

  private static Hyperlink notAnalysed(StatusModel model) {
    Hyperlink link = new Hyperlink();
    link.setId("status-not-analysed");
    model
        .coverageProperty()
        .subscribe(now -> {
          // what holds nothing to look at is no reason for a warning
          link.getStyleClass().removeAll("warn-link", "quiet-link");
          link.getStyleClass().add(now.hasHoles() ? "warn-link" : "quiet-link");
        });
    link.setAccessibleText("Show what was not analysed and why");
    link.setMinWidth(USE_PREF_SIZE);
    link.textProperty().bind(model.notAnalysedProperty().map(t -> t.isEmpty() ? "" : t + " ▸"));
    link.visibleProperty().bind(link.textProperty().isNotEmpty());
    link.managedProperty().bind(link.visibleProperty());
    link.setOnAction(_ -> {
      link.setVisited(false);
      new ReasonsPopOver(model.coverageProperty().get()).show(link);
    });
    return link;
  }

  private static Label notKept(StatusModel model) {
    Label label =
        bound("status-not-kept", model.notKeptProperty().map(t -> t.isEmpty() ? "" : NOT_KEPT));
    label.getStyleClass().add("warn");
    Tooltip why = new Tooltip();
    why.textProperty().bind(model.notKeptProperty());
    label.setTooltip(why);
    label.accessibleHelpProperty().bind(model.notKeptProperty());
    return label;
  }

  private static ProgressBar progress(StatusModel model) {
    ProgressBar bar = new ProgressBar();
    bar.setId("status-progress");
    bar.setAccessibleText("Progress of opening files");
    bar.setPrefWidth(BAR_WIDTH);
    bar.progressProperty().bind(model.progressProperty());
    bar.visibleProperty().bind(model.workProperty().isEqualTo(StatusModel.Work.OPENING));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private static Hyperlink cancelLink(StatusModel model, Runnable cancel) {
    Hyperlink link = Widgets.link("Cancel", "status-cancel", cancel);
    link.visibleProperty().bind(model.workProperty().isEqualTo(StatusModel.Work.OPENING));
    link.managedProperty().bind(link.visibleProperty());
    return link;
  }

  private static Label work(StatusModel model) {
    Label work = bound("status-work", model.workTextProperty());
    model
        .workProperty()
        .addListener((_, _, now) -> {
          work.getStyleClass().remove("good");
          if (now == StatusModel.Work.DONE) {
            work.getStyleClass().add("good");
          }
        });
    return work;
  }
}
