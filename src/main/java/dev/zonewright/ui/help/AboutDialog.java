package dev.zonewright.ui.help;

import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.Dialogs;
import dev.zonewright.ui.FittingColumns;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.ActionEvent;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/**
 * What the program is, its licence, and the works of others in it; its result is a text to save.
 */
public final class AboutDialog extends Dialog<Optional<String>> {
  /** What the software bill of materials is called beside the packages too. */
  public static final String BOM = "zonewright.cdx.json";

  private static final double WIDTH = 720;
  private static final double HEIGHT = 560;
  private static final double NAMES = 80;
  private static final String LEFT_OUT = "This build was made without ";

  private AboutDialog(Window owner, AboutFacts about) {
    Dialogs.dress(this, owner);
    setTitle("About Zonewright");
    setHeaderText("Zonewright");
    setResizable(true);
    getDialogPane().setId("about");
    TabPane tabs =
        new TabPane(
            tab("Third-party notices", "about-tab-notices", notices(about.notices())),
            tab("Bill of materials (SBOM)", "about-tab-bom", materials(about.bom())),
            tab("Licence", "about-tab-licence", licence(about.licence())));
    tabs.setId("about-tabs");
    tabs.setAccessibleText("Licences");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getDialogPane().setContent(new VBox(12, facts(about), tabs));
    getDialogPane().setPrefSize(WIDTH, HEIGHT);
    buttons(about);
    setOnShown(_ -> tabs.requestFocus());
  }

  /** Shows it; the bill of materials, where the person wants it saved. */
  static Optional<String> ask(Window owner, AboutFacts about) {
    return new AboutDialog(owner, about).showAndWait().flatMap(text -> text);
  }

  private void buttons(AboutFacts about) {
    ButtonType copy = new ButtonType("Copy", ButtonBar.ButtonData.LEFT);
    ButtonType save = new ButtonType("Save SBOM…", ButtonBar.ButtonData.LEFT);
    getDialogPane()
        .getButtonTypes()
        .setAll(copy, save, new ButtonType("Close", ButtonBar.ButtonData.CANCEL_CLOSE));
    if (getDialogPane().lookupButton(copy) instanceof Button button) {
      button.setId("about-copy");
      button.setAccessibleText("Copy details for a bug report");
      button.addEventFilter(
          ActionEvent.ACTION,
          event -> {
            // the facts stay on show
            event.consume();
            Clipboards.put(about.copied());
            button.setText("Copied");
          });
    }
    Node saving = getDialogPane().lookupButton(save);
    saving.setId("about-save-bom");
    saving.setDisable(about.bom().isEmpty());
    setResultConverter(
        chosen -> save.equals(chosen) ? about.bom().map(Bom::text) : Optional.empty());
  }

  private static Node facts(AboutFacts about) {
    GridPane grid = new GridPane(12, 4);
    grid.setId("about-facts");
    grid.setFocusTraversable(false);
    grid.setAccessibleRole(AccessibleRole.TEXT);
    grid.setAccessibleText(about.copied());
    int row = 0;
    for (AboutFacts.Fact fact : about.facts()) {
      Label name = Widgets.label(fact.name(), "muted");
      name.setMinWidth(NAMES);
      Label value = Widgets.tipped(fact.value());
      grid.addRow(row++, name, value);
      GridPane.setHgrow(value, Priority.ALWAYS);
    }
    return grid;
  }

  private static Tab tab(String title, String id, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId(id);
    return tab;
  }

  private static Node notices(Optional<String> notices) {
    VBox body = new VBox();
    body.getStyleClass().add("help-body");
    body.getChildren()
        .setAll(
            notices
                .map(MarkdownText::render)
                .orElseGet(
                    () -> List.of(leftOut("its third-party notices, docs/third-party.md."))));
    ScrollPane scroll = new ScrollPane(body);
    scroll.setId("about-notices");
    scroll.setAccessibleText("Third-party notices");
    scroll.setFocusTraversable(true);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private static Node materials(Optional<Bom> bom) {
    TableView<Bom.Part> table = new TableView<>();
    table.setId("about-bom");
    table.setAccessibleText("Software bill of materials");
    table.setColumnResizePolicy(
        new FittingColumns(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN));
    table.getColumns().add(column("Work", Bom.Part::name));
    table.getColumns().add(column("Version", Bom.Part::version));
    table.getColumns().add(column("Licence", Bom.Part::licence));
    bom.ifPresent(b -> table.getItems().setAll(b.parts()));
    table.setPlaceholder(
        leftOut(
            "its software bill of materials: mvn package makes it, and every package has one."));
    return table;
  }

  private static TableColumn<Bom.Part, String> column(
      String title, Function<Bom.Part, String> value) {
    TableColumn<Bom.Part, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }

  private static Node licence(Optional<String> licence) {
    TextArea area = new TextArea(licence.orElse(LEFT_OUT + "the text of its licence, LICENSE."));
    area.setId("about-licence");
    area.setAccessibleText("Licence");
    area.setEditable(false);
    area.getStyleClass().add("mono");
    return area;
  }

  private static Label leftOut(String what) {
    Label label = Widgets.label(LEFT_OUT + what, "empty-text");
    label.setWrapText(true);
    return label;
  }
}
