package dev.zonewright.ui.review.compare;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.report.compare.Compared;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;

/** The findings that are not as they were, below what caused them unless sorted otherwise. */
final class ChangeTable extends TableView<ChangeLine> {
  // the number of the line is not cut
  private static final double PLACE = 130;

  private final CompareModel model;
  private final Consumer<Place> go;
  private final Label nothing = Widgets.label("", "empty-text");
  private List<ChangeLine> lines = List.of();
  private ChangeOrder order = ChangeOrder.CAUSE;

  ChangeTable(CompareModel model, Consumer<Place> go) {
    this.model = model;
    this.go = go;
    setId("compare-findings");
    setAccessibleText("Findings that are not as they were");
    getStyleClass().add("findings-table");
    getColumns().add(new NodeColumn<>("Change", 170, ChangeTable::state));
    getColumns().add(new NodeColumn<>("Because of", 290, this::cause));
    getColumns().add(new NodeColumn<>("Control", 235, l -> Widgets.tipped(l.entry().control())));
    getColumns().add(new NodeColumn<>("Object", 230, l -> Widgets.tipped(object(l))));
    getColumns().add(new NodeColumn<>("What", 215, l -> Widgets.tipped(l.entry().message())));
    NodeColumn<ChangeLine> places = new NodeColumn<>("Place", 140, this::place);
    places.setMinWidth(PLACE);
    getColumns().add(places);
    setPlaceholder(nothing);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  /** Shows nothing but why. */
  void wait(String why) {
    lines = List.of();
    getItems().clear();
    nothing.setText(why);
  }

  /**
   * Shows what is not as it was.
   *
   * @param same what is said where nothing is
   */
  void show(Compared compared, String same) {
    lines = ChangeLine.of(compared);
    nothing.setText(same);
    getItems().setAll(order.of(lines));
  }

  /** The menu that sorts them. */
  Node sorting() {
    MenuButton menu = new MenuButton("Sort: " + order.title());
    menu.setId("compare-sort");
    menu.setAccessibleText("Sort the findings");
    menu.getStyleClass().add("flat");
    ToggleGroup group = new ToggleGroup();
    for (ChangeOrder one : ChangeOrder.values()) {
      RadioMenuItem item = new RadioMenuItem(one.title());
      item.setId("compare-sort-" + one.name().toLowerCase(Locale.ROOT));
      item.setToggleGroup(group);
      item.setSelected(one == order);
      item.setOnAction(_ -> {
        order = one;
        menu.setText("Sort: " + one.title());
        getItems().setAll(order.of(lines));
      });
      menu.getItems().add(item);
    }
    return menu;
  }

  /** Goes on to the next change, or back to the one before. */
  boolean step(int by) {
    int last = getItems().size() - 1;
    if (last < 0) {
      return false;
    }
    int next = Math.clamp(getSelectionModel().getSelectedIndex() + by, 0, last);
    getSelectionModel().clearAndSelect(next);
    scrollTo(next);
    requestFocus();
    return true;
  }

  /** What caused a finding, told once above those of one cause that stand together. */
  private Node cause(ChangeLine line) {
    boolean first = line.leads() || order != ChangeOrder.CAUSE;
    if (!first || !line.cause().isKnown()) {
      return Widgets.label(first ? "not known from a written version" : "", "muted");
    }
    return line.cause()
        .place()
        .<Node>map(
            place -> new PlaceLink(place, line.cause().line(), "compare-cause-" + place.line(), go))
        .orElseGet(() -> Widgets.tipped(line.cause().line()));
  }

  private static Node state(ChangeLine line) {
    boolean against =
        line.state() == ChangeLine.State.ADDED || line.state() == ChangeLine.State.WORSE;
    Label label =
        Widgets.label(
            line.state().words(),
            against ? "bad-text" : line.state() == ChangeLine.State.FIXED ? "good-text" : "muted");
    label.setGraphic(SeverityIcon.of(line.entry().severity()));
    return label;
  }

  private static String object(ChangeLine line) {
    String container = line.entry().container();
    return line.entry().object() + (container.isEmpty() ? "" : ", " + container);
  }

  private Node place(ChangeLine line) {
    Optional<LocatedFinding> now =
        model.facts().analysis().findings().stream()
            .filter(f -> f.fingerprint().equals(line.entry().fingerprint()))
            .findFirst();
    String full = line.entry().place();
    String words = FileNames.last(full);
    if (now.isEmpty()) {
      Label gone = Widgets.label(words, "muted");
      Tip.set(gone, (line.state().isGone() ? "was at " : "is at ") + full);
      return gone;
    }
    LocatedFinding at = now.get();
    return new PlaceLink(
        new Place(at.file(), at.start().line(), at.range()),
        words,
        "compare-place-" + at.start().line(),
        go);
  }
}
