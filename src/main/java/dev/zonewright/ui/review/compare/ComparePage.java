package dev.zonewright.ui.review.compare;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.compare.Comparison;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Trends;
import dev.zonewright.ui.Widgets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
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
  private final Consumer<Place> go;
  private final CompareCounts counts = new CompareCounts();
  private final Button export = new Button("Export comparison…");
  private final Label with = Widgets.label("", "muted");
  private final TableView<RiskChange> rows = new TableView<>();
  private final MoveTable moves;
  private final TableView<ChangeLine> changes = new TableView<>();
  private final Label unmoved = Widgets.label("", "empty-text");
  private final Label nothing = Widgets.label("", "empty-text");

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
    this.go = go;
    moves = new MoveTable(go);
    setId("compare");
    rows.setId("compare-rows");
    rows.setAccessibleText("Residual risk that moved");
    rows.getStyleClass().add("findings-table");
    rows.getColumns().add(new NodeColumn<>("Tenant", 85, c -> Widgets.tipped(c.tenant())));
    rows.getColumns().add(new NodeColumn<>("Risk", 135, c -> Widgets.tipped(c.title())));
    rows.getColumns().add(new NodeColumn<>("From", 115, c -> level(c.from())));
    rows.getColumns().add(new NodeColumn<>("To", 115, c -> level(c.to())));
    rows.getColumns().add(new NodeColumn<>("Trend", 80, Trends::of));
    rows.setPlaceholder(unmoved);
    changes.setId("compare-findings");
    changes.setAccessibleText("Findings that are not as they were");
    changes.getStyleClass().add("findings-table");
    changes.getColumns().add(new NodeColumn<>("Change", 215, this::state));
    changes.getColumns().add(new NodeColumn<>("Because of", 310, this::cause));
    changes
        .getColumns()
        .add(new NodeColumn<>("Control", 210, l -> Widgets.tipped(l.entry().control())));
    changes.getColumns().add(new NodeColumn<>("Object", 230, l -> Widgets.tipped(object(l))));
    changes
        .getColumns()
        .add(new NodeColumn<>("What", 200, l -> Widgets.tipped(l.entry().message())));
    changes.getColumns().add(new NodeColumn<>("Place", 140, this::place));
    changes.setPlaceholder(nothing);
    changes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    rows.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    SplitPane upper =
        new SplitPane(
            titled("RESIDUAL RISK, FROM → TO", rows),
            titled("REACHABILITY AND ACCESS, FROM → TO", moves));
    upper.setDividerPositions(LEFT);
    SplitPane both = new SplitPane(upper, titled("FINDINGS, BY WHAT CAUSED THEM", changes));
    both.setOrientation(Orientation.VERTICAL);
    both.setDividerPositions(UPPER);
    setTop(bar(choosing));
    setCenter(both);
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    model.comparisonProperty().subscribe(this::show);
    model.beforeProperty().subscribe(now -> with.setText(now == null ? "" : words(now)));
  }

  private static Node titled(String title, Node body) {
    VBox box = new VBox(Widgets.label(title, "section-title"), body);
    VBox.setVgrow(body, Priority.ALWAYS);
    return box;
  }

  private static String words(Before before) {
    return before.name() + (before.coverage().isEmpty() ? "" : " · " + before.coverage());
  }

  private Node bar(Choosing choosing) {
    MenuButton menu = new MenuButton("Compare with");
    menu.setId("compare-with");
    menu.setAccessibleText("Choose the version before");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.getItems()
        .setAll(
            item("compare-file", "Baseline, review or manifest…", choosing::file),
            item("compare-folder", "Folder…", choosing::folder),
            revision(choosing),
            keep());
    with.setMinWidth(0);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(with.textProperty());
    with.setTooltip(whole);
    Label problem = Widgets.label("", "bad-text");
    problem.setId("compare-problem");
    problem.textProperty().bind(model.problemProperty());
    Widgets.named(export, "compare-export", "Export the comparison as Markdown…");
    export.setMinWidth(USE_PREF_SIZE);
    Tip.set(export, "As Markdown, for a pull request (Ctrl+E)");
    export.setOnAction(
        _ -> Optional.ofNullable(model.comparisonProperty().get()).ifPresent(choosing::export));
    HBox bar = new HBox(menu, with, problem, Widgets.spacer(), export);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("page-bar");
    return new VBox(bar, counts);
  }

  private MenuItem item(String id, String words, Supplier<Optional<Path>> ask) {
    MenuItem item = new MenuItem(words);
    item.setId(id);
    item.setOnAction(_ -> ask.get().ifPresent(model::choose));
    return item;
  }

  private MenuItem revision(Choosing choosing) {
    MenuItem item = new MenuItem("Revision of the repository…");
    item.setId("compare-revision");
    item.setOnAction(_ -> choosing.revision().ifPresent(model::choose));
    return item;
  }

  /** The next change, or the one before. */
  private void step(KeyEvent event) {
    if (EXPORT.match(event)) {
      event.consume();
      export.fire();
      return;
    }
    int by =
        switch (event.getCode()) {
          case N -> 1;
          case P -> -1;
          default -> 0;
        };
    boolean plain =
        !event.isShortcutDown()
            && !event.isAltDown()
            && !event.isShiftDown()
            && !event.isMetaDown();
    int last = changes.getItems().size() - 1;
    if (by != 0 && plain && last >= 0) {
      event.consume();
      int next = Math.clamp(changes.getSelectionModel().getSelectedIndex() + by, 0, last);
      changes.getSelectionModel().clearAndSelect(next);
      changes.scrollTo(next);
      changes.requestFocus();
    }
  }

  private MenuItem keep() {
    MenuItem item = new MenuItem("What is opened now");
    item.setId("compare-keep");
    item.setOnAction(_ -> model.keep());
    return item;
  }

  private void show(@Nullable Compared compared) {
    counts.show(compared);
    export.setDisable(compared == null);
    if (compared == null) {
      String waiting =
          model.beforeProperty().get() == null
              ? "Nothing to compare yet: open manifests, or choose a version with Compare with"
              : "Comparing…";
      moves.show(null, waiting);
      unmoved.setText(waiting);
      changes.getItems().clear();
      rows.getItems().clear();
      nothing.setText(waiting);
      return;
    }
    Comparison comparison = compared.comparison();
    unmoved.setText(
        compared.before().levels().isEmpty()
            ? "Residual risk is not compared: the version before does not hold it"
            : "No row of the residual risk moved");
    rows.getItems().setAll(model.moved());
    moves.show(compared.ways(), "");
    changes.getItems().setAll(ChangeLine.of(compared));
    nothing.setText(
        "Nothing moved: %s, %s, %s are the same"
            .formatted(
                Counts.say(comparison.unchanged(), "finding", "findings"),
                Counts.say(compared.after().levels().size(), "row", "rows"),
                Counts.say(compared.after().documents(), "document", "documents")));
  }

  /** What caused a finding, told once above those of one cause. */
  private Node cause(ChangeLine line) {
    boolean first = line.leads();
    if (!first || !line.cause().isKnown()) {
      return Widgets.label(first ? "not known from a written version" : "", "muted");
    }
    return line.cause()
        .place()
        .<Node>map(
            place -> new PlaceLink(place, line.cause().line(), "compare-cause-" + place.line(), go))
        .orElseGet(() -> Widgets.tipped(line.cause().line()));
  }

  private static Node level(ResidualLevel level) {
    Label label = new Label(level.word());
    label.setGraphic(LevelIcon.of(level));
    return label;
  }

  private Node state(ChangeLine line) {
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
        line.state().isGone()
            ? Optional.empty()
            : model.facts().analysis().findings().stream()
                .filter(f -> f.fingerprint().equals(line.entry().fingerprint()))
                .findFirst();
    String full = line.entry().place();
    String words = FileNames.last(full);
    if (now.isEmpty()) {
      Label gone = Widgets.label(words, "muted");
      Tip.set(gone, "was at " + full);
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
