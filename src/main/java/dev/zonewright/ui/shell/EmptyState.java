package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.files.OpenChoices;
import dev.zonewright.ui.files.RecentMenu;
import dev.zonewright.ui.status.StatusModel;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the middle while nothing is opened: why it is empty, and what to do. */
final class EmptyState extends VBox {
  private static final int WIDTH = 500;
  private static final int MOST_RECENT = 5;

  private final OpenChoices choices;
  private final ShellModel model;
  private final VBox recent = new VBox();
  private final Label title = Widgets.label("", "empty-title");
  private final Label why = Widgets.label("", "muted");

  /**
   * The page for a window.
   *
   * @param noText whether no text is on show
   */
  EmptyState(OpenChoices choices, ShellModel model, ObservableBooleanValue noText) {
    this.choices = choices;
    this.model = model;
    ReadOnlyObjectProperty<StatusModel.Work> work = model.status().workProperty();
    BooleanBinding still = work.isEqualTo(StatusModel.Work.DONE);
    visibleProperty()
        .bind(
            work.isNotEqualTo(StatusModel.Work.OPENING)
                .and(model.emptyProperty().or(still.and(noText))));
    setId("empty-state");
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    // what lies below it, as the edge of a panel, is still to be had by the mouse
    setPickOnBounds(false);
    why.setId("empty-why");
    why.setWrapText(true);
    why.setMaxWidth(WIDTH);
    recent.setId("empty-recent");
    recent.getStyleClass().add("empty-recent");
    recent.setAlignment(Pos.CENTER);
    recent.managedProperty().bind(recent.visibleProperty());
    getChildren().setAll(title, why, buttons(), recent);
    model.preferences().settingsProperty().addListener((_, _, _) -> showRecent());
    showRecent();
    visibleProperty().subscribe(_ -> say());
    model.emptyProperty().addListener((_, _, _) -> say());
    model.analysisProperty().addListener((_, _, _) -> say());
  }

  /** Says why there is no text here: nothing is opened, nothing of it can be, or none is chosen. */
  private void say() {
    // every analysis comes by here, and most of them while a text is on show
    if (!isVisible()) {
      return;
    }
    Coverage coverage = model.analysisProperty().get().coverage();
    List<CoverageItem> missed = coverage.missed();
    if (model.emptyProperty().get()) {
      title.setText("Nothing is opened yet");
      why.setText(
          "Open Kubernetes manifests or a folder, or drop them here. Zonewright marks each key"
              + " that breaks a control, and offers fixes that change no other byte. Nothing"
              + " leaves this machine.");
    } else if (coverage.analysed() == 0 && !missed.isEmpty()) {
      title.setText("No manifest could be opened");
      why.setText(reasons(missed) + " Open other files, or another folder.");
    } else {
      title.setText("No file is on show");
      why.setText(
          "Select an object or a file on the left, or a finding below. Ctrl+P finds one by its"
              + " name.");
    }
  }

  private static String reasons(List<CoverageItem> missed) {
    CoverageItem first = missed.getFirst();
    int more = missed.size() - 1;
    String reason = FileNames.last(first.file()) + ": " + first.reason();
    return Widgets.shown(reason)
        + (reason.endsWith(".") ? "" : ".")
        + (more == 0
            ? ""
            : " The status line lists %s more.".formatted(Counts.say(more, "reason", "reasons")));
  }

  private Node buttons() {
    Button files = new Button("Open files…", Widgets.icon(Feather.FILE));
    Widgets.named(files, "empty-open-files", "Open files");
    files.getStyleClass().add("accent");
    files.setOnAction(_ -> choices.files());
    // what had the keyboard is gone: a button that stopped reading, or the last text
    visibleProperty()
        .addListener((_, _, now) -> {
          if (now && model.emptyProperty().get()) {
            files.requestFocus();
          }
        });
    Button folder = new Button("Open folder…", Widgets.icon(Feather.FOLDER));
    Widgets.named(folder, "empty-open-folder", "Open a folder");
    folder.setOnAction(_ -> choices.folder());
    Button paste = new Button("Paste", Widgets.icon(Feather.CLIPBOARD));
    Widgets.named(paste, "empty-paste", "Open the clipboard text as a manifest (Ctrl+V)");
    paste.setOnAction(_ -> choices.paste());
    FlowPane buttons = new FlowPane(8, 8, files, folder, paste);
    buttons.setAlignment(Pos.CENTER);
    buttons.setMaxWidth(WIDTH);
    if (choices.hasSample()) {
      Button sample = new Button("Try the sample");
      Widgets.named(sample, "empty-open-sample", "Open the sample: two tenants and an AI agent");
      sample.setOnAction(_ -> choices.sample());
      buttons.getChildren().add(sample);
    }
    return buttons;
  }

  private void showRecent() {
    List<Path> paths = choices.recent();
    recent.setVisible(!paths.isEmpty());
    recent.getChildren().setAll(Widgets.label("Recent", "section-title"));
    for (Path path : paths.subList(0, Math.min(MOST_RECENT, paths.size()))) {
      Hyperlink link =
          Widgets.link(RecentMenu.shown(path), "empty-recent-item", () -> choices.open(path));
      Tip.set(link, path.toString());
      recent.getChildren().add(link);
    }
  }
}
