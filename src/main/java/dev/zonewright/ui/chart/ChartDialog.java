package dev.zonewright.ui.chart;

import dev.zonewright.ui.Dialogs;
import dev.zonewright.ui.Widgets;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks what Helm is to render, shows the command, runs it, and returns the manifest. */
public final class ChartDialog extends Dialog<Optional<String>> {
  private static final int WIDTH = 620;
  private static final int COMMAND_ROWS = 3;

  private final ChartModel model;
  private final ButtonType run = new ButtonType("Run", ButtonBar.ButtonData.OK_DONE);
  private final VBox values = new VBox(4);
  private final Label refused = Widgets.label("", "chart-refused");
  private final ProgressBar progress = new ProgressBar();

  /** A dialog over a window. */
  public ChartDialog(Window owner, ChartModel model) {
    this.model = model;
    Dialogs.dress(this, owner);
    setTitle("Open a Helm chart");
    setResizable(true);
    getDialogPane().setId("chart");
    getDialogPane()
        .setHeaderText(
            "Render "
                + Widgets.shown(String.valueOf(model.chart().getFileName()))
                + " with your own Helm");
    getDialogPane().setContent(content());
    getDialogPane().setPrefWidth(WIDTH);
    getDialogPane().getButtonTypes().setAll(run, ButtonType.CANCEL);
    Node button = getDialogPane().lookupButton(run);
    button.setId("chart-run");
    button.addEventFilter(
        ActionEvent.ACTION,
        e -> {
          e.consume();
          model.render();
        });
    setResultConverter(_ -> model.manifest());
    setOnCloseRequest(_ -> model.cancel());
    model.stateProperty().addListener((_, _, now) -> show(now));
    show(model.stateProperty().get());
  }

  private Node content() {
    GridPane form = new GridPane(10, 8);
    TextField release = field("chart-release", "Release");
    release.textProperty().bindBidirectional(model.releaseProperty());
    TextField namespace = field("chart-namespace", "Namespace");
    namespace.setPromptText("Helm's default");
    namespace.textProperty().bindBidirectional(model.namespaceProperty());
    Button add = new Button("Add values file…", Widgets.icon(Feather.PLUS));
    Widgets.named(add, "chart-add-values", "Add a values file");
    add.setOnAction(_ -> chooseValues());
    form.addRow(0, new Label("Release"), release);
    form.addRow(1, new Label("Namespace"), namespace);
    form.addRow(2, new Label("Values"), new VBox(6, values, add));
    GridPane.setHgrow(release, Priority.ALWAYS);
    TextArea command = new TextArea();
    command.setId("chart-command");
    command.setAccessibleText("The command to run");
    command.setEditable(false);
    command.setWrapText(true);
    command.setPrefRowCount(COMMAND_ROWS);
    command.getStyleClass().add("command-text");
    command.textProperty().bind(model.commandProperty());
    refused.setId("chart-refused");
    refused.setWrapText(true);
    refused.managedProperty().bind(refused.visibleProperty());
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText("Helm is running");
    Label how =
        Widgets.label(
            "This command runs as shown, without a shell. Its output opens as an unsaved"
                + " manifest. Objects that name no namespace get the one typed here, as an"
                + " installation would give them.",
            "muted");
    how.setWrapText(true);
    VBox all = new VBox(10, form, how, command, refused, progress);
    all.getStyleClass().add("chart-form");
    return all;
  }

  private static TextField field(String id, String name) {
    TextField field = new TextField();
    field.setId(id);
    field.setAccessibleText(name);
    return field;
  }

  private void chooseValues() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Choose values files");
    chooser.setInitialDirectory(model.chart().toFile());
    List<File> chosen = chooser.showOpenMultipleDialog(getDialogPane().getScene().getWindow());
    if (chosen != null) {
      model.values().addAll(chosen.stream().map(File::toPath).toList());
      showValues();
    }
  }

  private void showValues() {
    values.getChildren().clear();
    for (Path file : List.copyOf(model.values())) {
      Button remove =
          Widgets.iconButton("chart-remove-values", Feather.X, "Remove " + file.getFileName());
      remove.setOnAction(_ -> {
        model.values().remove(file);
        showValues();
      });
      HBox row = new HBox(6, new Label(Widgets.shown(String.valueOf(file.getFileName()))), remove);
      row.setAlignment(Pos.CENTER_LEFT);
      values.getChildren().add(row);
    }
  }

  private void show(ChartModel.State state) {
    boolean running = state instanceof ChartModel.State.Running;
    progress.setVisible(running);
    getDialogPane().lookupButton(run).setDisable(running || !model.hasHelm());
    refused.setVisible(false);
    switch (state) {
      case ChartModel.State.Refused(String why) -> {
        refused.setText(Widgets.shown(why));
        refused.setVisible(true);
      }
      case ChartModel.State.Rendered(String manifest, int _) -> setResult(Optional.of(manifest));
      case ChartModel.State.Ready _, ChartModel.State.Running _ -> {}
    }
    if (state instanceof ChartModel.State.Rendered) {
      close();
    }
  }
}
