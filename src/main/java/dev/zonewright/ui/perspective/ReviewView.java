package dev.zonewright.ui.perspective;

import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.report.closing.Change;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.review.FixesMenu;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.review.access.AccessPage;
import dev.zonewright.ui.review.compare.ComparePage;
import dev.zonewright.ui.review.overview.OverviewPage;
import dev.zonewright.ui.review.reach.ReachPage;
import dev.zonewright.ui.review.records.AttestationsPage;
import dev.zonewright.ui.review.records.ExceptionsPage;
import dev.zonewright.ui.review.records.RecordsPage;
import dev.zonewright.ui.review.records.Removing;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The review: its pages, one at a time, each built when it is first looked at. */
public final class ReviewView extends BorderPane {
  private static final KeyCombination WORKLOAD =
      new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination DECIDING = new KeyCodeCombination(KeyCode.F4);

  private static final KeyCombination FIXES =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);

  private static final KeyCombination LINE = new KeyCodeCombination(KeyCode.ENTER);
  private static final Set<String> ROWS =
      Set.of(
          "reach-table", "access-table", "access-hops", "exceptions-table", "attestations-table");

  private final ReviewModel model;
  private final Consumer<Place> go;
  private final Consumer<Change> preview;
  private final BiConsumer<ChecklistItem, String> attest;
  private final Removing removing;
  private final ComparePage.Choosing asking;
  private final FixesMenu fixes;
  private final Executor frames;
  private final StackPane body = new StackPane();
  private final Map<ReviewPage, Node> pages = new EnumMap<>(ReviewPage.class);

  /**
   * Builds the view.
   *
   * @param go shows a place in its text
   * @param preview shows what a change does before it is made
   * @param attest asks who attests an item of a tenant's checklist
   * @param removing takes an entry out of the review file
   * @param asking asks for a version to compare with
   * @param fixes shows what can be done about an answer
   * @param frames runs a task with the next frame
   */
  public ReviewView(
      ReviewModel model,
      Consumer<Place> go,
      Consumer<Change> preview,
      BiConsumer<ChecklistItem, String> attest,
      Removing removing,
      ComparePage.Choosing asking,
      FixesMenu fixes,
      Executor frames) {
    this.model = model;
    this.frames = frames;
    this.go = go;
    this.preview = preview;
    this.attest = attest;
    this.removing = removing;
    this.asking = asking;
    this.fixes = fixes;
    setId("review");
    getStyleClass().add("review");
    setTop(new ReviewTabs(model));
    setCenter(body);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (FIXES.match(event)) {
            event.consume();
            showFixes();
          } else if (LINE.match(event) && isRow(event.getTarget())) {
            event.consume();
            openLine();
          } else if (event.getCode() == KeyCode.ESCAPE && isRow(event.getTarget()) && goBack()) {
            // lists take this key for themselves
            event.consume();
          }
        });
    // the tree beside the page has the keys while one goes through workloads there
    EventHandler<KeyEvent> keys =
        event -> {
          boolean shown = model.perspectiveProperty().get() == Perspective.REVIEW;
          if (shown && DECIDING.match(event)) {
            event.consume();
            openLine();
          } else if (shown
              && WORKLOAD.match(event)
              && pages.get(model.pageProperty().get()) instanceof ReachPage reach) {
            event.consume();
            reach.chooseWorkload();
          }
        };
    sceneProperty()
        .addListener((_, before, now) -> {
          if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
          }
          if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
          }
        });
    // what is open above the page, such as the list of a box, closes first
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && goBack()) {
            event.consume();
          }
        });
    model.pageProperty().addListener((_, _, _) -> show());
    model.perspectiveProperty().addListener((_, _, _) -> show());
  }

  /** Whether something is a row of a page that rests on one line. */
  private static boolean isRow(EventTarget target) {
    return target instanceof Node node
        && ROWS.contains(Objects.requireNonNullElse(node.getId(), ""));
  }

  /** One step back: from the rest of a page to its table, from there to the manifests. */
  private boolean goBack() {
    String table =
        switch (model.pageProperty().get()) {
          case REACHABILITY -> "#reach-table";
          case ACCESS -> "#access-table";
          case EXCEPTIONS -> "#exceptions-table";
          case ATTESTATIONS -> "#attestations-table";
          case OVERVIEW, COMPARE -> "";
        };
    Node rows = table.isEmpty() ? null : lookup(table);
    if (rows == null) {
      return false;
    }
    if (rows.isFocused()) {
      model.perspectiveProperty().set(Perspective.MANIFESTS);
    } else {
      rows.requestFocus();
    }
    return true;
  }

  private void show() {
    if (model.perspectiveProperty().get() != Perspective.REVIEW) {
      return;
    }
    Node page = pages.computeIfAbsent(model.pageProperty().get(), this::build);
    if (!body.getChildren().contains(page)) {
      body.getChildren().add(page);
    }
    body.getChildren().forEach(other -> other.setVisible(other.equals(page)));
  }

  /** Goes to the line that the page on show rests on, where it has one. */
  private void openLine() {
    switch (pages.get(model.pageProperty().get())) {
      case ReachPage reach -> reach.openLine();
      case AccessPage access -> access.openLine();
      case RecordsPage<?> records -> records.openLine();
      case null, default -> {
        // the other pages have a link for each of their places
      }
    }
  }

  /** Shows what can be done about what is chosen on the page on show. */
  public void showFixes() {
    switch (pages.get(model.pageProperty().get())) {
      case ReachPage reach -> reach.showFixes();
      case AccessPage access -> access.showFixes();
      case OverviewPage overview -> overview.showFixes();
      case null, default -> {
        // the other pages have a button for each thing that can be done
      }
    }
  }

  /** Accepts the risk of what is chosen on the page on show; whether the page has such a thing. */
  public boolean acceptRisk() {
    switch (pages.get(model.pageProperty().get())) {
      case ReachPage reach -> reach.acceptRisk();
      case AccessPage access -> access.acceptRisk();
      case null, default -> {
        return false;
      }
    }
    return true;
  }

  private Node build(ReviewPage page) {
    return switch (page) {
      case OVERVIEW ->
          new OverviewPage(
              model.overview(),
              model.closing(),
              preview,
              go,
              model::open,
              model::openReachability,
              attest,
              fixes,
              frames);
      case REACHABILITY -> new ReachPage(model.reach(), model.factsProperty()::get, go, fixes);
      case ACCESS -> new AccessPage(model.access(), model.factsProperty()::get, go, fixes);
      case EXCEPTIONS -> new ExceptionsPage(model.factsProperty(), go, removing);
      case ATTESTATIONS -> new AttestationsPage(model.factsProperty(), go, removing);
      case COMPARE -> new ComparePage(model.compare(), asking, go);
    };
  }
}
