package dev.zonewright.ui.review.reach;

import dev.zonewright.kube.network.Destinations;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.KeptSplit;
import dev.zonewright.ui.Segments;
import dev.zonewright.ui.SidedPane;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.WrappingBar;
import dev.zonewright.ui.review.CountButtons;
import dev.zonewright.ui.review.Excerpt;
import dev.zonewright.ui.review.FixesMenu;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The page that says what a workload reaches: table, picture, deciding line and steps. */
public final class ReachPage extends BorderPane {
  private static final int PROMPT_COLUMNS = 11;
  private static final double PICTURE = 470;
  private static final SidedPane.Room ROOM = new SidedPane.Room(340, 690, 1180);
  private static final double UPPER = 0.64;
  private static final double GAP = 8;
  private static final double LINE = 38;

  private final ReachModel model;
  private final Supplier<ReviewFacts> facts;
  private final Excerpt excerpt;
  private final StepsPane steps;
  private final WorkloadChoice from;
  private final Segments way;
  private final CountButtons<Verdict> counts;
  private final Label note = Widgets.label("", "muted");

  /**
   * Builds the page.
   *
   * @param facts what the answers rest on
   * @param go shows a place in its text
   * @param fixes shows what closes a connection
   */
  public ReachPage(
      ReachModel model, Supplier<ReviewFacts> facts, Consumer<Place> go, FixesMenu fixes) {
    this.model = model;
    this.facts = facts;
    setId("reachability");
    excerpt = new Excerpt(go);
    from = new WorkloadChoice(model);
    way =
        new Segments(
            List.of(ReachModel.Way.values()),
            ReachModel.Way::title,
            w -> id("reach-way-", w),
            model.wayProperty());
    counts =
        new CountButtons<>(
            List.of(Verdict.values()), v -> id("reach-only-", v), model.onlyProperty());
    ReachTable table = new ReachTable(model, go);
    ScrollPane graph = new ScrollPane(new ReachGraph(model));
    graph.setFitToWidth(true);
    graph.setFitToHeight(true);
    graph.setFocusTraversable(false);
    KeptSplit left = new KeptSplit(table, excerpt, UPPER);
    steps = new StepsPane(model, go, fixes);
    KeptSplit right = new KeptSplit(graph, steps, UPPER);
    // long names are cut rather than that the picture is folded away
    right.setMinWidth(0);
    SidedPane both = new SidedPane(SidedPane.Edge.RIGHT, right, left, ROOM, PICTURE);
    String aside = "Picture and steps";
    both.rail(List.of(aside), t -> t, _ -> "reach-picture", new SimpleStringProperty(aside));
    Label empty = Widgets.label("", "empty-text");
    empty.setId("reach-empty");
    empty.setWrapText(true);
    empty
        .textProperty()
        .bind(
            model
                .computingProperty()
                .map(busy ->
                    !model.isKnown()
                        ? ReviewFacts.ANALYSING
                        : busy
                            ? "Calculating what the workloads reach…"
                            : "No workload is opened: open pods, Deployments or other workloads to"
                                + " see what they reach"));
    setTop(bar());
    setCenter(new StackPane(both, empty));
    model
        .answersProperty()
        .subscribe(answers -> {
          boolean none = answers.pod().isEmpty();
          both.setVisible(!none);
          empty.setVisible(none);
          fill(answers);
        });
    model.selectedProperty().subscribe(_ -> excerpt());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean turn = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
          if (turn && event.getTarget() instanceof ReachTable) {
            model
                .wayProperty()
                .set(
                    event.getCode() == KeyCode.LEFT
                        ? ReachModel.Way.REACHED_BY
                        : ReachModel.Way.REACHES);
            event.consume();
          }
        });
  }

  /** Lets the person choose another workload. */
  public void chooseWorkload() {
    from.open();
  }

  /** Goes to the line that decides the chosen answer, where there is one. */
  public void openLine() {
    excerpt.open();
  }

  /** Shows what closes the chosen connection. */
  public void showFixes() {
    steps.showFixes();
  }

  /** Accepts what is found about the chosen connection. */
  public void acceptRisk() {
    steps.acceptRisk();
  }

  private WrappingBar bar() {
    TextField address = new TextField();
    address.setId("reach-address");
    address.setPromptText("Address or range");
    address.setAccessibleText("An address or a range of addresses to check");
    // as wide as its prompt, whatever the size of the text
    address.setPrefColumnCount(PROMPT_COLUMNS);
    address.setMinWidth(USE_PREF_SIZE);
    address.setOnAction(_ -> ask(address));
    address
        .focusedProperty()
        .addListener((_, _, now) -> {
          if (!now) {
            ask(address);
          }
        });
    counts.setAlignment(Pos.CENTER_RIGHT);
    Label asks = Widgets.label("Workload", "muted");
    asks.setMinWidth(USE_PREF_SIZE);
    HBox choice = group(asks, from);
    HBox typed = group(address, note);
    WrappingBar bar = new WrappingBar(GAP, LINE);
    bar.getStyleClass().addAll("page-bar", "wrapping");
    bar.show(List.of(choice, way, typed, counts));
    return bar;
  }

  private static HBox group(Node... parts) {
    HBox group = new HBox(parts);
    group.getStyleClass().add("page-counts");
    group.setAlignment(Pos.CENTER_LEFT);
    return group;
  }

  private void ask(TextField address) {
    String text = address.getText().strip();
    boolean wrong = !text.isEmpty() && Destinations.typed(text).isEmpty();
    note.setText(wrong ? "not an address or a range such as 10.0.0.0/8" : "");
    model.typedProperty().set(wrong ? "" : text);
  }

  private void fill(ReachModel.Answers answers) {
    from.fill(answers);
    for (ReachModel.Way each : ReachModel.Way.values()) {
      int rows = each == answers.way() ? answers.rows().size() : answers.otherWay();
      way.say(each, each.title() + " " + rows);
    }
    counts();
    excerpt();
  }

  private void counts() {
    List<ReachRow> rows = model.answersProperty().get().rows();
    for (Verdict verdict : Verdict.values()) {
      long count = rows.stream().filter(verdict::counts).count();
      counts.show(verdict, count, verdict.words(), verdict.tone());
      counts.appear(verdict, count > 0 || verdict != Verdict.UNDETERMINED);
    }
  }

  private static String id(String before, Enum<?> each) {
    return before + each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private boolean isBeyondPolicies(ReachRow row) {
    return model.answersProperty().get().engine().isBeyondPolicies(row.reaches().getFirst().from());
  }

  private void excerpt() {
    ReachRow row = model.selectedProperty().get();
    Optional<Place> place = row == null ? Optional.empty() : row.place();
    int policies = model.answersProperty().get().policies();
    String why =
        row != null && isBeyondPolicies(row)
            ? "The pod uses its node's network, which NetworkPolicies do not cover"
            : policies == 0
                ? "No NetworkPolicy is opened: every connection is allowed"
                : "No policy selects the workload (%s opened)"
                    .formatted(Counts.say(policies, "policy is", "policies are"));
    excerpt.show(facts.get(), place, row == null ? "" : row.decidedBy() + " decides", why);
  }
}
