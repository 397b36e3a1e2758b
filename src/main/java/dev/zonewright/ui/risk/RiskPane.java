package dev.zonewright.ui.risk;

import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.Segments;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The right side: what risk is left for one tenant and its checklist, each in the full height, and
 * what the control of the finding that is looked at is about.
 */
public final class RiskPane extends VBox {
  private static final int FIRST_ITEMS = 3;

  private final RiskModel model;
  private final Consumer<Jump> jump;
  private final Optional<Node> control;

  /** A pane without a control. */
  public RiskPane(RiskModel model, Consumer<Jump> jump) {
    this(model, jump, Optional.empty(), Runnable::run);
  }

  /**
   * A pane whose third view is of a control.
   *
   * @param frames fills the pane over the coming frames
   */
  public RiskPane(RiskModel model, Consumer<Jump> jump, Node control, Executor frames) {
    this(model, jump, Optional.of(control), frames);
  }

  private RiskPane(RiskModel model, Consumer<Jump> jump, Optional<Node> control, Executor frames) {
    this.model = model;
    this.jump = jump;
    this.control = control;
    getStyleClass().add("risk-pane");
    setId("risk-pane");
    RiskBody body = new RiskBody(model, this::go, frames);
    ChecklistBody checklist = new ChecklistBody(this::go, FIRST_ITEMS);
    ScrollPane scroll = new ScrollPane(body);
    scroll.setId("risk-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox ofTenant = new VBox(tenantBar(), scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    StackPane views = new StackPane(ofTenant);
    control.ifPresent(views.getChildren()::add);
    VBox.setVgrow(views, Priority.ALWAYS);
    model
        .viewProperty()
        .subscribe(now -> {
          showIn(now, body, checklist);
          scroll.setContent(now == RiskView.CHECKLIST ? checklist : body);
          scroll.setAccessibleText(now.title() + " of the tenant");
          scroll.setVvalue(0);
          boolean other = now == RiskView.CONTROL && control.isPresent();
          ofTenant.setVisible(!other);
          control.ifPresent(node -> node.setVisible(other));
        });
    getChildren().setAll(head(), views);
    Runnable again = () -> showIn(model.viewProperty().get(), body, checklist);
    model.checklistProperty().addListener((_, _, _) -> again.run());
    model.currentProperty().addListener((_, _, _) -> again.run());
    model.openOnlyProperty().addListener((_, _, _) -> again.run());
    model
        .comingProperty()
        .addListener((_, _, _) -> {
          if (model.currentProperty().get() == null) {
            again.run();
          }
        });
    visibleProperty().addListener((_, _, _) -> again.run());
  }

  /** Brings what is on show up to date; a list out of sight is built when it comes into sight. */
  private void showIn(RiskView view, RiskBody body, ChecklistBody checklist) {
    // folded away: where nothing that changed can be seen, the toolkit paints the whole window
    if (!isVisible()) {
      return;
    }
    switch (view) {
      case RISK -> body.show(model.currentProperty().get());
      case CHECKLIST ->
          checklist.show(
              model.checklistProperty().get(),
              model.whyNone("the checklist covers each namespace that runs a workload"));
      case CONTROL -> {}
    }
  }

  private Node head() {
    List<RiskView> views =
        control.isPresent()
            ? List.of(RiskView.values())
            : List.of(RiskView.RISK, RiskView.CHECKLIST);
    HBox head = new HBox(new Segments(views, RiskView::title, RiskView::id, model.viewProperty()));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pane-head");
    return head;
  }

  /** Whose risk it is, and what can be done with the list. */
  private Node tenantBar() {
    TenantChoice tenants = new TenantChoice(model);
    HBox.setHgrow(tenants, Priority.ALWAYS);
    ToggleButton openOnly = new ToggleButton("Open only");
    openOnly.getStyleClass().addAll("flat", "small-button");
    Widgets.named(openOnly, "risk-open-only", "Show only rows that are open");
    openOnly.setMinWidth(USE_PREF_SIZE);
    openOnly.selectedProperty().bindBidirectional(model.openOnlyProperty());
    Button copy = Widgets.iconButton("risk-copy", Feather.COPY, "Copy the residual risk as text");
    copy.setOnAction(_ -> copy());
    HBox bar = new HBox(tenants, Widgets.spacer(), openOnly, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("tenant-bar");
    var any = model.currentProperty().isNotNull();
    bar.visibleProperty().bind(any);
    bar.managedProperty().bind(any);
    var ofRows = model.viewProperty().isEqualTo(RiskView.RISK);
    openOnly.visibleProperty().bind(ofRows);
    copy.visibleProperty().bind(ofRows);
    return bar;
  }

  private void copy() {
    TenantRisk risk = model.currentProperty().get();
    if (risk != null) {
      Clipboards.put(RiskText.of(risk));
    }
  }

  private void go(Evidence.Place place) {
    jump.accept(new Jump(place.file(), place.range()));
  }
}
