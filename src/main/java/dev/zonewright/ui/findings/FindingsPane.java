package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.ui.FirstThatFits;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.SetChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;

/** The lower middle: the filter, and the table of findings that it lets through. */
public final class FindingsPane extends VBox {
  private static final double USUAL_HEIGHT = 332;
  private static final double MOST_OF_WHOLE = 0.42;
  private static final int FIELD_WIDTH = 170;
  // its icon and "Filter findings"; it gives way before the numbers do
  private static final int LEAST_FIELD_WIDTH = 116;

  private final FindingsModel model;
  private final FindingsTable table;

  /** What a row can be asked to do. */
  public interface Actions {
    /** Shows the place of a finding and goes there. */
    void jump(LocatedFinding finding);

    /** Goes to a place that a finding rests on, by its number, from 1. */
    void showPlace(LocatedFinding finding, int number);

    /** Opens the fix menu; the finding is shown first. */
    void showFixes(LocatedFinding finding);

    /** Asks for all that an exception for the finding needs. */
    void accept(LocatedFinding finding);
  }

  /** A pane that is filled at once. */
  public FindingsPane(FindingsModel model, Actions actions) {
    this(model, actions, Runnable::run);
  }

  /**
   * Builds the pane.
   *
   * @param frames fills the table for the first time over the coming frames
   */
  public FindingsPane(FindingsModel model, Actions actions, Executor frames) {
    this.model = model;
    getStyleClass().add("findings-pane");
    table = new FindingsTable(model, actions, frames);
    StackPane rows = new StackPane(table, new GroupHeading(table));
    VBox.setVgrow(rows, Priority.ALWAYS);
    getChildren().setAll(filterBar(), controlsBar(), rows);
  }

  private Node filterBar() {
    CustomTextField filter = new CustomTextField();
    filter.setId("findings-filter");
    filter.setAccessibleText("Filter findings by text");
    filter.setPromptText("Filter findings");
    filter.setLeft(Widgets.icon(Feather.SEARCH));
    filter.setPrefWidth(FIELD_WIDTH);
    filter.setMinWidth(LEAST_FIELD_WIDTH);
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInFilter);
    HBox bar = new HBox(filter);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("filter-bar");
    for (Severity severity : Severity.values()) {
      bar.getChildren().add(severityToggle(severity));
    }
    ToggleButton fixable = new ToggleButton("Fixable only");
    fixable.getStyleClass().addAll("flat", "small-button");
    Widgets.named(fixable, "findings-fixable", "Show only findings that have a fix");
    fixable.setMinWidth(USE_PREF_SIZE);
    fixable.selectedProperty().bindBidirectional(model.fixableOnlyProperty());
    bar.getChildren()
        .addAll(
            new Separator(Orientation.VERTICAL), groupMenu(), fixable, Widgets.spacer(), summary());
    return bar;
  }

  /** How many there are and can be fixed; the toggles have the rest where there is little room. */
  private Node summary() {
    Label whole = Widgets.label("", "muted");
    whole.setId("findings-summary");
    whole.textProperty().bind(model.summaryProperty());
    Label fixable = Widgets.label("", "muted");
    fixable.setId("findings-summary-short");
    fixable
        .textProperty()
        .bind(model.summaryProperty().map(all -> all.substring(all.indexOf('·') + 1).strip()));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(model.summaryProperty());
    fixable.setTooltip(tip);
    return new FirstThatFits(List.of(whole, fixable, new Region()));
  }

  // Escape empties the field, and in an empty one leads on to the rows, as the arrow does
  private void pressedInFilter(KeyEvent event) {
    boolean escape = event.getCode() == KeyCode.ESCAPE;
    if (escape && !model.filterProperty().get().isEmpty()) {
      model.filterProperty().set("");
    } else if (escape || event.getCode() == KeyCode.DOWN) {
      table.requestFocus();
      if (table.getSelectionModel().isEmpty()) {
        table.getSelectionModel().selectFirst();
      }
    } else {
      return;
    }
    event.consume();
  }

  /** Says of which controls the findings are not shown; there only while some are not. */
  private Node controlsBar() {
    Label text = Widgets.label("", "muted");
    text.setId("findings-controls");
    text.textProperty().bind(model.controlsTextProperty());
    HBox bar =
        new HBox(
            text,
            Widgets.link("Show all controls", "findings-all-controls", model::showAllControls));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("controls-bar");
    BooleanBinding any = model.controlsTextProperty().isNotEmpty();
    bar.visibleProperty().bind(any);
    bar.managedProperty().bind(any);
    return bar;
  }

  private Node severityToggle(Severity severity) {
    ToggleButton toggle = new ToggleButton("0", SeverityIcon.of(severity));
    toggle.getStyleClass().addAll("severity-toggle", severity.word());
    Widgets.named(
        toggle, "findings-" + severity.word(), "Show findings of severity " + severity.word());
    toggle.setSelected(true);
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.selectedProperty().addListener((_, _, now) -> model.setShown(severity, now));
    model
        .hiddenSeverities()
        .addListener(
            (SetChangeListener<Severity>)
                _ -> toggle.setSelected(!model.hiddenSeverities().contains(severity)));
    model.countsProperty().addListener((_, _, now) -> count(toggle, severity, now));
    count(toggle, severity, model.countsProperty().get());
    return toggle;
  }

  private static void count(ToggleButton toggle, Severity severity, Map<Severity, Integer> counts) {
    int count = counts.getOrDefault(severity, 0);
    toggle.setText("%,d".formatted(count));
    toggle.setVisible(count > 0);
    toggle.setManaged(count > 0);
  }

  private Node groupMenu() {
    MenuButton menu = new MenuButton();
    menu.setId("findings-group");
    menu.setAccessibleText("Group findings by");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.getStyleClass().addAll("flat", "small-button");
    menu.textProperty().bind(model.groupingProperty().map(g -> "Group: " + g.word()));
    ToggleGroup choices = new ToggleGroup();
    for (Grouping grouping : Grouping.values()) {
      RadioMenuItem item = new RadioMenuItem(grouping.word());
      item.setId("findings-group-" + grouping.word());
      item.setToggleGroup(choices);
      item.setOnAction(_ -> model.groupingProperty().set(grouping));
      model.groupingProperty().subscribe(now -> item.setSelected(now == grouping));
      menu.getItems().add(item);
    }
    return menu;
  }

  /**
   * Room for eight rows below their headings, as long as the text keeps the most of it.
   *
   * @param whole the height of both, in pixels
   */
  public static double usualHeight(double whole) {
    return Math.min(USUAL_HEIGHT, whole * MOST_OF_WHOLE);
  }
}
