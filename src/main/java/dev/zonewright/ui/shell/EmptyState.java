package dev.zonewright.ui.shell;

import dev.zonewright.ui.Widgets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the middle while nothing is opened: why it is empty, and what to do. */
final class EmptyState extends VBox {
  private static final int WIDTH = 460;

  EmptyState(OpenChoices choices) {
    setId("empty-state");
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    Label why =
        Widgets.label(
            "Open Kubernetes manifests, or a folder of them, or drop them here. Each place where"
                + " they break a control is marked on its key; what can be mended is mended without"
                + " touching another byte. Nothing leaves this machine.",
            "muted");
    why.setWrapText(true);
    why.setMaxWidth(WIDTH);
    Button files = new Button("Open files…", Widgets.icon(Feather.FILE));
    Widgets.named(files, "empty-open-files", "Open files");
    files.getStyleClass().add("accent");
    files.setOnAction(_ -> choices.files());
    Button folder = new Button("Open folder…", Widgets.icon(Feather.FOLDER));
    Widgets.named(folder, "empty-open-folder", "Open a folder");
    folder.setOnAction(_ -> choices.folder());
    HBox buttons = new HBox(files, folder);
    buttons.setAlignment(Pos.CENTER);
    if (choices.hasSample()) {
      Button sample = new Button("Try the sample");
      Widgets.named(sample, "empty-open-sample", "Open the sample: two tenants and an AI agent");
      sample.setOnAction(_ -> choices.sample());
      buttons.getChildren().add(sample);
    }
    getChildren().setAll(Widgets.label("Nothing is opened yet", "empty-title"), why, buttons);
  }
}
