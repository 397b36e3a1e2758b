package dev.zonewright.ui.review.compare;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.report.compare.Cause;
import dev.zonewright.report.compare.Side;
import dev.zonewright.review.ReviewControls;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A heading, a cause, or a finding, in the list of what changed. */
final class ChangeCell extends ListCell<ChangeRow> {
  // what a control calls its findings is read before the object
  private static final double TITLE = 215;
  // marks, gaps and edges of a line
  private static final double OTHERS = 90;

  private final CompareModel model;
  private final Consumer<Place> go;

  ChangeCell(CompareModel model, Consumer<Place> go) {
    this.model = model;
    this.go = go;
    // no wider than the list: what does not fit is cut with an ellipsis, not scrolled to
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ChangeRow item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (item) {
      case ChangeRow.Head head -> head(head);
      case ChangeRow.Because because -> because(because);
      case ChangeRow.Found(ChangeLine line) -> found(line);
    }
  }

  private void head(ChangeRow.Head head) {
    String words = "%s %,d".formatted(head.state().words(), head.count());
    Label label = Widgets.label(words.toUpperCase(Locale.ROOT), "compare-head", tone(head.state()));
    setGraphic(label);
    setAccessibleText(words);
  }

  private void because(ChangeRow.Because because) {
    Cause cause = because.cause();
    Label words = Widgets.tipped(cause.words(), "muted");
    words.setMinWidth(0);
    HBox line = line();
    cause
        .place()
        .<Node>map(p -> whole(new PlaceLink(p, cause.where(), "compare-cause-" + p.line(), go)))
        .or(() -> Optional.of(cause.where()).filter(w -> !w.isEmpty()).map(Widgets::tipped))
        .ifPresent(line.getChildren()::add);
    line.getChildren().add(words);
    setGraphic(line);
    setAccessibleText("Because of " + cause.line());
  }

  private static Node whole(PlaceLink link) {
    link.setMinWidth(USE_PREF_SIZE);
    return link;
  }

  private void found(ChangeLine line) {
    Side.Entry entry = line.entry();
    Label mark = Widgets.label(mark(line.state()), "compare-mark", tone(line.state()));
    mark.setMinWidth(USE_PREF_SIZE);
    Label title = Widgets.tipped(title(entry));
    Label object = Widgets.label(object(entry), "muted");
    object.setMinWidth(0);
    Tip.set(object, entry.object() + ": " + entry.message());
    Node place = place(line);
    HBox cells =
        line(mark, SeverityIcon.of(entry.severity()), title, object, Widgets.spacer(), place);
    giveWay(title, object, FileNames.last(entry.place()));
    setGraphic(cells);
    setAccessibleText(
        Widgets.shown(
            "%s, %s, %s, %s, %s"
                .formatted(
                    line.state().words(),
                    entry.severity().word(),
                    title(entry),
                    entry.object(),
                    entry.place())));
  }

  /** Where there is no room for all, the object goes first, then the end of the title. */
  private void giveWay(Label title, Label object, String place) {
    double whole = Math.min(TITLE, Widgets.widthOf(title.getText()));
    BooleanBinding roomy = widthProperty().greaterThan(OTHERS + whole + Widgets.widthOf(place));
    title.minWidthProperty().bind(Bindings.when(roomy).then(whole).otherwise(0));
    object.visibleProperty().bind(roomy);
    object.managedProperty().bind(roomy);
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("compare-line");
    return line;
  }

  /** What a control calls its findings; its id where this version has no such control. */
  private static String title(Side.Entry entry) {
    return ControlCatalogue.byId(entry.control())
        .map(Control::info)
        .or(() -> ReviewControls.named(entry.control()))
        .map(ControlInfo::title)
        .orElse(entry.control());
  }

  /** {@code NetworkPolicy globex/egress}. */
  private static String object(Side.Entry entry) {
    String[] parts = entry.object().split("/", 3);
    if (parts.length < 3) {
      return entry.object();
    }
    String name = parts[0].isEmpty() ? parts[2] : parts[0] + "/" + parts[2];
    String container = entry.container().isEmpty() ? "" : ", " + entry.container();
    return parts[1] + " " + name + container;
  }

  private static String mark(ChangeLine.State state) {
    return switch (state) {
      case ADDED -> "+";
      case WORSE -> "↑";
      case FIXED, REMOVED -> "−";
      case ACCEPTED -> "✓";
      case MOVED -> "→";
      case SAME -> "=";
    };
  }

  private static String tone(ChangeLine.State state) {
    if (state.isAgainst()) {
      return "bad-text";
    }
    return state == ChangeLine.State.FIXED ? "good-text" : "muted";
  }

  private Node place(ChangeLine line) {
    Optional<LocatedFinding> now =
        model.factsProperty().get().analysis().findings().stream()
            .filter(f -> f.fingerprint().equals(line.entry().fingerprint()))
            .findFirst();
    String full = line.entry().place();
    String words = FileNames.last(full);
    if (now.isEmpty()) {
      Label gone = Widgets.label(words, "muted");
      gone.setMinWidth(USE_PREF_SIZE);
      Tip.set(gone, (line.state().isGone() ? "was at " : "is at ") + full);
      return gone;
    }
    LocatedFinding at = now.get();
    return whole(
        new PlaceLink(
            new Place(at.file(), at.start().line(), at.range()),
            words,
            "compare-place-" + at.start().line(),
            go));
  }
}
