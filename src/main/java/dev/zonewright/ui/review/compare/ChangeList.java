package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.Segments;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** The findings that are not as they were, below what caused them, or those that are. */
final class ChangeList extends ListView<ChangeRow> {
  private final Label nothing = Widgets.label("", "empty-text");
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.CHANGED);
  private final Segments parts = new Segments(List.of(Part.values()), Part::title, Part::id, part);
  private final CompareModel model;
  private @Nullable Compared compared;
  private String unmoved = "";
  private ChangeOrder order = ChangeOrder.CAUSE;

  /** Which findings are listed. */
  private enum Part {
    CHANGED("Changed"),
    UNCHANGED("Unchanged");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    private String title() {
      return title;
    }

    private String id() {
      return "compare-" + name().toLowerCase(Locale.ROOT);
    }
  }

  ChangeList(CompareModel model, Consumer<Place> go) {
    this.model = model;
    setId("compare-findings");
    setAccessibleText("Findings that changed");
    getStyleClass().add("compare-list");
    nothing.setWrapText(true);
    setPlaceholder(nothing);
    setCellFactory(_ -> new ChangeCell(model, go));
    part.subscribe(_ -> fill());
  }

  /** Shows nothing but why. */
  void wait(String why) {
    compared = null;
    getItems().clear();
    nothing.setText(why);
    counts(0, 0);
  }

  /**
   * Shows what is not as it was.
   *
   * @param same what is said where nothing is
   */
  void show(Compared now, String same) {
    compared = now;
    unmoved = same;
    fill();
  }

  private void fill() {
    Compared now = compared;
    if (now == null) {
      return;
    }
    List<ChangeLine> changed = model.changes();
    List<ChangeLine> same = ChangeLine.same(now);
    counts(changed.size(), same.size());
    boolean all = part.get() == Part.CHANGED;
    setAccessibleText(all ? "Findings that changed" : "Findings that did not change");
    nothing.setText(all ? unmoved : "No unchanged findings");
    getItems().setAll(ChangeRow.of(all ? changed : same, order));
    for (int i = 0; i < getItems().size(); i++) {
      if (getItems().get(i) instanceof ChangeRow.Found) {
        getSelectionModel().clearAndSelect(i);
        return;
      }
    }
  }

  private void counts(int changed, int same) {
    List<Integer> numbers = List.of(changed, same);
    for (int i = 0; i < numbers.size(); i++) {
      if (parts.getChildren().get(i) instanceof ToggleButton button) {
        String words = "%s %,d".formatted(Part.values()[i].title(), numbers.get(i));
        button.setText(words);
        button.setAccessibleText(words);
      }
    }
  }

  /** The switch between those that changed and those that did not. */
  Node parts() {
    return parts;
  }

  /** The menu that sorts them. */
  Node sorting() {
    MenuButton menu = new MenuButton(words(order));
    menu.setId("compare-sort");
    menu.setAccessibleText("Sort the findings");
    menu.getStyleClass().add("flat");
    menu.setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (ChangeOrder one : ChangeOrder.values()) {
      RadioMenuItem item = new RadioMenuItem(words(one));
      item.setId("compare-sort-" + one.name().toLowerCase(Locale.ROOT));
      item.setToggleGroup(group);
      item.setSelected(one == order);
      item.setOnAction(_ -> {
        order = one;
        menu.setText(words(one));
        fill();
      });
      menu.getItems().add(item);
    }
    return menu;
  }

  private static String words(ChangeOrder order) {
    return "by " + order.title().toLowerCase(Locale.ROOT);
  }

  /** Goes on to the next finding, or back to the one before. */
  boolean step(int by) {
    int at = getSelectionModel().getSelectedIndex() + by;
    while (at >= 0 && at < getItems().size()) {
      if (getItems().get(at) instanceof ChangeRow.Found) {
        getSelectionModel().clearAndSelect(at);
        scrollTo(Math.max(0, at - 2));
        requestFocus();
        return true;
      }
      at += by;
    }
    requestFocus();
    return !getItems().isEmpty();
  }

  /** The finding that is chosen, or the first of the cause that is. */
  Optional<ChangeLine> chosen() {
    return Optional.ofNullable(getSelectionModel().getSelectedItem())
        .flatMap(row ->
            switch (row) {
              case ChangeRow.Found(ChangeLine line) -> Optional.of(line);
              case ChangeRow.Because(ChangeLine line, int _) -> Optional.of(line);
              case ChangeRow.Head _ -> Optional.empty();
            });
  }

  /** How many of the findings that changed have a cause in common with this one. */
  long alike(ChangeLine line) {
    return model.changes().stream().filter(l -> l.cause().equals(line.cause())).count();
  }
}
