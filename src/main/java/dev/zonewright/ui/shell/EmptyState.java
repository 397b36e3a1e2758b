package dev.zonewright.ui.shell;

import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.files.OpenChoices;
import dev.zonewright.ui.files.RecentMenu;
import dev.zonewright.ui.preferences.Preferences;
import java.nio.file.Path;
import java.util.List;
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
  private final VBox recent = new VBox();

  EmptyState(OpenChoices choices, Preferences preferences) {
    this.choices = choices;
    setId("empty-state");
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    Label why =
        Widgets.label(
            "Open Kubernetes manifests or a folder, or drop them here. Zonewright marks each key"
                + " that breaks a control, and offers fixes that change no other byte. Nothing"
                + " leaves this machine.",
            "muted");
    why.setWrapText(true);
    why.setMaxWidth(WIDTH);
    recent.setId("empty-recent");
    recent.getStyleClass().add("empty-recent");
    recent.setAlignment(Pos.CENTER);
    recent.managedProperty().bind(recent.visibleProperty());
    getChildren()
        .setAll(Widgets.label("Nothing is opened yet", "empty-title"), why, buttons(), recent);
    preferences.settingsProperty().addListener((_, _, _) -> showRecent());
    showRecent();
  }

  private Node buttons() {
    Button files = new Button("Open files…", Widgets.icon(Feather.FILE));
    Widgets.named(files, "empty-open-files", "Open files");
    files.getStyleClass().add("accent");
    files.setOnAction(_ -> choices.files());
    // what had the keyboard is gone: a button that stopped reading, or the last text
    visibleProperty()
        .addListener((_, _, now) -> {
          if (now) {
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
