package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.Trends;
import dev.zonewright.ui.Widgets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page that says whether it is better or worse than before, and where. */
public final class ComparePage extends BorderPane {
  private static final double UPPER = 0.34;
  private static final double LEFT = 0.46;
  private static final KeyCombination EXPORT =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);

  private final CompareModel model;
  private final CompareBar bar;
  private final CompareCounts counts = new CompareCounts();
  private final TableView<RiskChange> rows = new TableView<>();
  private final MoveTable moves;
  private final ChangeTable changes;
  private final Label unmoved = Widgets.label("", "empty-text");

  /** How a person names another version. */
  public interface Choosing {
    /** A baseline or a review in JSON, or a manifest; empty when they decline. */
    Optional<Path> file();

    /** A folder of manifests; empty when they decline. */
    Optional<Path> folder();

    /** A revision of the repository that the manifests lie in; empty when they decline. */
    Optional<Supplier<CompareModel.Result>> revision();

    /** Asks where to, and writes what differs. */
    void export(Compared compared);
  }

  /**
   * Builds the page.
   *
   * @param go shows a place in its text
   */
  public ComparePage(CompareModel model, Choosing choosing, Consumer<Place> go) {
    this.model = model;
    bar = new CompareBar(model, choosing);
    moves = new MoveTable(go);
    changes = new ChangeTable(model, go);
    setId("compare");
    rows.setId("compare-rows");
    rows.setAccessibleText("Residual risk that moved");
    rows.getStyleClass().add("findings-table");
    rows.getColumns().add(new NodeColumn<>("Tenant", 85, c -> Widgets.tipped(c.tenant())));
    rows.getColumns().add(new NodeColumn<>("Risk", 150, c -> Widgets.tipped(c.title())));
    rows.getColumns().add(new NodeColumn<>("From", 110, c -> level(c.from())));
    rows.getColumns().add(new NodeColumn<>("To", 110, c -> level(c.to())));
    rows.getColumns().add(new NodeColumn<>("Trend", 80, Trends::of));
    unmoved.setWrapText(true);
    rows.setPlaceholder(unmoved);
    rows.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    SplitPane upper =
        new SplitPane(
            titled(rows, title("RESIDUAL RISK, FROM → TO")),
            titled(moves, title("REACHABILITY AND ACCESS, FROM → TO")));
    upper.setDividerPositions(LEFT);
    SplitPane both =
        new SplitPane(
            upper, titled(changes, title("FINDINGS"), Widgets.spacer(), changes.sorting()));
    both.setOrientation(Orientation.VERTICAL);
    both.setDividerPositions(UPPER);
    setTop(new VBox(bar, counts));
    setCenter(both);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    model.comparisonProperty().subscribe(this::show);
  }

  private static Label title(String words) {
    return Widgets.label(words, "section-title");
  }

  private static Node titled(Node body, Node... head) {
    HBox line = new HBox(head);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(line, body);
    VBox.setVgrow(body, Priority.ALWAYS);
    return box;
  }

  /** The next change, or the one before; the versions swapped; the comparison exported. */
  private void press(KeyEvent event) {
    if (EXPORT.match(event)) {
      event.consume();
      bar.export();
      return;
    }
    boolean plain =
        !event.isShortcutDown()
            && !event.isAltDown()
            && !event.isShiftDown()
            && !event.isMetaDown();
    if (!plain) {
      return;
    }
    boolean done =
        switch (event.getCode()) {
          case N -> changes.step(1);
          case P -> changes.step(-1);
          case S -> {
            bar.swap();
            yield true;
          }
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  private void show(@Nullable Compared compared) {
    counts.show(compared);
    bar.show(compared);
    if (compared == null) {
      String waiting =
          model.beforeProperty().get() == null
              ? "Nothing to compare yet: open manifests, or choose a version as Before"
              : "Comparing…";
      moves.show(null, waiting);
      unmoved.setText(waiting);
      rows.getItems().clear();
      changes.wait(waiting);
      return;
    }
    unmoved.setText(
        compared.holdsRisk()
            ? "No row of the residual risk moved"
            : "Residual risk is not compared: a version does not hold it");
    rows.getItems().setAll(model.moved());
    moves.show(compared.ways(), "");
    changes.show(
        compared,
        "Nothing moved: %s, %s, %s are the same"
            .formatted(
                Counts.say(compared.comparison().unchanged(), "finding", "findings"),
                Counts.say(compared.after().levels().size(), "row", "rows"),
                Counts.say(compared.after().documents(), "document", "documents")));
  }

  private static Node level(ResidualLevel level) {
    Label label = new Label(level.word());
    label.setGraphic(LevelIcon.of(level));
    return label;
  }
}
