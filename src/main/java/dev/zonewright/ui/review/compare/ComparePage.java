package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.FirstThatFits;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ReviewFacts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page that says whether it is better or worse than before, and where. */
public final class ComparePage extends BorderPane {
  private static final double LOW = 480;
  private static final double LEFT = 0.6;
  private static final double RISK = 0.42;
  private static final double MOVES = 0.72;
  private static final double LIST = 0.66;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final CompareModel model;
  private final CompareBar bar;
  private final CompareCounts counts = new CompareCounts();
  private final RiskTable rows;
  private final MoveTable moves;
  private final FileTable files = new FileTable();
  private final Label same = Widgets.label("", "muted");
  private final ChangeList changes;
  private final DecidingPane lines;

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
    rows = new RiskTable(go);
    changes = new ChangeList(model, go);
    lines = new DecidingPane(go);
    setId("compare");
    SplitPane left =
        new SplitPane(
            titled(rows, title("Residual risk"), rows.counts(), Widgets.spacer(), rows.more()),
            titled(moves, title("Reachability and access")),
            titled(files, title("Documents"), same));
    left.setOrientation(Orientation.VERTICAL);
    left.setDividerPositions(RISK, MOVES);
    SplitPane right =
        new SplitPane(
            titled(
                changes,
                // the switch and the menu say what it is where there is room for no more
                FirstThatFits.orNothing(title("Findings")),
                changes.parts(),
                Widgets.spacer(),
                changes.sorting()),
            lines);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(LIST);
    SplitPane both = new SplitPane(left, right);
    both.setDividerPositions(LEFT);
    setTop(new VBox(bar, counts));
    setCenter(both);
    setMinHeight(0);
    heightProperty().subscribe(height -> counts.setLow(height.doubleValue() < LOW));
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    changes.getSelectionModel().selectedItemProperty().subscribe(_ -> decide());
    model.comparisonProperty().subscribe(this::show);
    // what is waited for changes while there is still nothing to show
    model.beforeProperty().addListener((_, _, _) -> showWaiting());
    model.factsProperty().addListener((_, _, _) -> showWaiting());
  }

  private static Label title(String words) {
    Label title = Widgets.label(words, "pane-title");
    title.setMinWidth(USE_PREF_SIZE);
    return title;
  }

  private static Node titled(Node body, Node... head) {
    HBox line = new HBox(head);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("pane-head");
    VBox box = new VBox(line, body);
    VBox.setVgrow(body, Priority.ALWAYS);
    // in a low window each part keeps its head, and lists scroll in what is left
    if (body instanceof Region region) {
      region.setMinHeight(0);
    }
    return box;
  }

  /** The lines to which the chosen finding is owed. */
  private void decide() {
    Compared compared = model.comparisonProperty().get();
    if (compared == null) {
      lines.await(waiting());
      return;
    }
    changes
        .chosen()
        .ifPresentOrElse(
            line -> lines.show(compared, line, changes.alike(line)),
            () -> lines.none("Select a finding to see the lines that added or removed it."));
  }

  /** The next change, or the one before; the versions swapped; the comparison copied. */
  private void press(KeyEvent event) {
    if (COPY.match(event)) {
      event.consume();
      bar.copy();
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
      String waiting = waiting();
      moves.show(null, waiting);
      rows.show(null, waiting);
      files.show(null, waiting);
      same.setText("");
      changes.wait(waiting);
      decide();
      return;
    }
    rows.show(compared, "");
    files.show(compared.files(), "");
    same.setText(
        compared.files().known()
            ? "%s, %,d the same"
                .formatted(differ(compared.files().changes().size()), compared.files().same())
            : "");
    moves.show(compared.ways(), "");
    changes.show(
        compared,
        "Nothing changed: the same %s, %s and %s"
            .formatted(
                Counts.say(compared.comparison().unchanged(), "finding", "findings"),
                Counts.say(compared.after().levels().size(), "row", "rows"),
                Counts.say(compared.after().documents(), "document", "documents")));
    decide();
  }

  private void showWaiting() {
    if (model.comparisonProperty().get() == null) {
      show(null);
    }
  }

  /** Why nothing is shown yet. */
  private String waiting() {
    if (model.beforeProperty().get() != null) {
      return "Comparing…";
    }
    return model.factsProperty().get().isKnown()
        ? "Nothing to compare yet: open manifests, or choose a version for Before"
        : ReviewFacts.ANALYSING;
  }

  private static String differ(int files) {
    return files == 1 ? "1 file differs" : "%,d files differ".formatted(files);
  }
}
