package dev.zonewright.ui.risk;

import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.text.Sentences;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Slices;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** The rows of a tenant's residual risk under the verdict, each with its evidence. */
final class RiskBody extends VBox {
  private static final int FIRST_EVIDENCE = 6;
  private static final int MORE_EVIDENCE = 40;

  private final RiskModel model;
  private final Consumer<Evidence.Place> go;
  // by the id of the row, where more than the first lines were asked for
  private final Map<String, Integer> shownOf = new HashMap<>();
  private final Slices slices;
  private @Nullable RiskShown shown;
  private int built;
  private boolean saysWhy;
  private boolean showsNotAssessed;

  RiskBody(RiskModel model, Consumer<Evidence.Place> go, Executor frames) {
    this.model = model;
    this.go = go;
    slices = new Slices(frames);
    getStyleClass().add("risk-body");
  }

  /** Shows the risk of a tenant; null where there is none. */
  void show(@Nullable TenantRisk risk) {
    RiskShown before = shown;
    RiskShown now = risk == null ? null : RiskShown.of(model, risk);
    shown = now;
    Optional<Map<Evidence.Place, Evidence.Place>> moved =
        before == null || now == null || !slices.isDone() ? Optional.empty() : before.movedTo(now);
    moved.ifPresentOrElse(places -> follow(this, places), () -> build(risk));
  }

  private static void follow(Parent under, Map<Evidence.Place, Evidence.Place> moved) {
    for (Node node : under.getChildrenUnmodifiable()) {
      if (node instanceof PlaceLink link) {
        Evidence.Place now = moved.getOrDefault(link.place(), link.place());
        if (!now.equals(link.place())) {
          link.follow(now);
        }
      } else if (node instanceof Parent parent) {
        follow(parent, moved);
      }
    }
  }

  /** Part by part from the top, each in the place of what stood there. */
  private void build(@Nullable TenantRisk risk) {
    built = 0;
    List<Runnable> parts = new ArrayList<>();
    if (risk == null) {
      parts.add(() ->
          put(
              Widgets.label(
                  model.whyNone("residual risk is shown for each namespace that runs a workload"),
                  "empty-text")));
    } else {
      parts.add(() -> put(verdict(risk)));
      risk.sections().forEach(part -> addSection(part.title(), part.rows(), parts));
      List<RiskRow> notAssessed = risk.rows().stream().filter(RiskBody::isNotAssessed).toList();
      if (!notAssessed.isEmpty() && !model.openOnlyProperty().get()) {
        parts.add(() -> put(notAssessed(notAssessed)));
      }
      parts.add(() -> put(title("Who can share its nodes")));
      parts.add(() -> put(new CoTenantsPart(model.coTenants(), model.tenants().size(), go)));
      if (!model.runsOn().isEmpty()) {
        parts.add(() -> put(title("What each workload runs on")));
        parts.add(() -> put(new RunsOnTable(model::runsOn, go)));
      }
    }
    parts.add(() -> getChildren().remove(built, getChildren().size()));
    slices.begin(parts);
  }

  private void put(Node part) {
    if (built < getChildren().size()) {
      getChildren().set(built, part);
    } else {
      getChildren().add(part);
    }
    built++;
  }

  private Node verdict(TenantRisk risk) {
    String word = Sentences.begin(risk.level().word()) + ". ";
    Text level = new Text(word);
    level.getStyleClass().addAll("verdict-level", LevelIcon.tone(risk.level()));
    boolean saysLevel = risk.verdict().startsWith(word);
    Text reason =
        new Text(
            Widgets.shown(saysLevel ? risk.verdict().substring(word.length()) : risk.verdict()));
    reason.getStyleClass().add("verdict-text");
    TextFlow words = new TextFlow(level, reason);
    words.setId("risk-verdict");
    words.setAccessibleText(level.getText() + reason.getText());
    VBox why = why(risk);
    why.setVisible(saysWhy);
    why.managedProperty().bind(why.visibleProperty());
    Hyperlink rule =
        Widgets.link(
            "Why this level",
            "risk-why",
            () -> {
              saysWhy = !saysWhy;
              why.setVisible(saysWhy);
            });
    rule.setMinWidth(USE_PREF_SIZE);
    rule.setVisible(!risk.rule().isEmpty());
    Label zones =
        Widgets.tipped(
            "%,d of %s in a zone"
                .formatted(risk.inZone(), Counts.say(risk.workloads(), "workload", "workloads")),
            "muted");
    zones.setWrapText(true);
    HBox foot = new HBox(8, zones, Widgets.spacer(), rule);
    VBox box = new VBox(words, foot, why);
    box.getStyleClass().addAll("verdict", LevelIcon.tone(risk.level()));
    return box;
  }

  /** The reason first, each row that decides with its line; then the rule that makes it a level. */
  private VBox why(TenantRisk risk) {
    VBox box = new VBox();
    box.setId("risk-reasons");
    box.getStyleClass().add("risk-reasons");
    List<RiskText.Reason> reasons = RiskText.reasons(risk);
    if (!reasons.isEmpty()) {
      box.getChildren()
          .add(
              Widgets.label(
                  "%s because of %s:"
                      .formatted(
                          Sentences.begin(risk.level().word()),
                          Counts.say(
                              reasons.stream().mapToInt(r -> r.rows().size()).sum(),
                              "row",
                              "rows")),
                  "row-title"));
      for (RiskText.Reason reason : reasons) {
        Label rows = Widgets.label(titles(reason.rows()), "reason-rows");
        rows.setWrapText(true);
        rows.setMinHeight(USE_PREF_SIZE);
        box.getChildren().addAll(new EvidenceLine(reason.evidence(), go), rows);
      }
    }
    Label rule = Widgets.label(risk.rule(), "muted");
    rule.setId("risk-rule");
    rule.setWrapText(true);
    rule.setMinHeight(USE_PREF_SIZE);
    box.getChildren().add(rule);
    return box;
  }

  private static String titles(List<RiskRow> rows) {
    return rows.stream().map(RiskRow::title).collect(Collectors.joining(", "));
  }

  private void addSection(String title, List<RiskRow> rows, List<Runnable> parts) {
    boolean openOnly = model.openOnlyProperty().get();
    List<RiskRow> shown =
        rows.stream()
            .filter(row -> !isNotAssessed(row))
            .filter(row -> !openOnly || row.level() == ResidualLevel.OPEN)
            .toList();
    if (!shown.isEmpty()) {
      parts.add(() -> put(title(title)));
      shown.forEach(row -> parts.add(() -> put(row(row))));
    }
  }

  private static Label title(String words) {
    return Widgets.label(words.toUpperCase(Locale.ROOT), "section-title");
  }

  private static boolean isNotAssessed(RiskRow row) {
    return row.level() == ResidualLevel.NOT_ASSESSED;
  }

  /** One line for all of them; each is there for those who ask. */
  private Node notAssessed(List<RiskRow> rows) {
    VBox each = new VBox();
    rows.forEach(row -> each.getChildren().add(row(row)));
    each.setVisible(showsNotAssessed);
    each.managedProperty().bind(each.visibleProperty());
    Hyperlink line =
        Widgets.link(
            Counts.say(rows.size(), "row is", "rows are") + " not assessed",
            "risk-not-assessed",
            () -> {
              showsNotAssessed = !showsNotAssessed;
              each.setVisible(showsNotAssessed);
            });
    Tip.set(line, titles(rows));
    HBox head = new HBox(line);
    head.getStyleClass().add("risk-row");
    return new VBox(head, each);
  }

  private Node row(RiskRow row) {
    Label title = Widgets.label(row.title(), "row-title");
    Tip.set(title, row.title() + "\n" + row.why());
    HBox head = new HBox(title, Widgets.spacer());
    model
        .movedFrom(row)
        .ifPresent(was -> {
          Label from = Widgets.label(was.word() + " →", "faint");
          from.setMinWidth(USE_PREF_SIZE);
          head.getChildren().add(from);
        });
    String level = Sentences.begin(row.level().word());
    head.getChildren().add(Widgets.chip(level, LevelIcon.tone(row.level())));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(head);
    box.setId("risk-row-" + row.id());
    box.getStyleClass().add("risk-row");
    if (row.evidence().isEmpty() && !row.why().isEmpty()) {
      Label why = Widgets.label(row.why(), "evidence-text");
      why.setWrapText(true);
      box.getChildren().add(why);
    }
    addEvidence(row, box);
    return box;
  }

  /** The row as it is now: its places may have moved since it was built. */
  private RiskRow latest(RiskRow row) {
    return Stream.ofNullable(shown)
        .flatMap(now -> now.risk().rows().stream())
        .filter(now -> now.id().equals(row.id()))
        .findFirst()
        .orElse(row);
  }

  /** A tenant of many workloads has much evidence; each node costs time with every frame. */
  private void addEvidence(RiskRow row, VBox box) {
    int all = row.evidence().size();
    int shown = Math.min(all, shownOf.getOrDefault(row.id(), FIRST_EVIDENCE));
    Function<Evidence.Place, String> names = PlaceNames.among(row.evidence());
    for (Evidence evidence : row.evidence().subList(0, shown)) {
      box.getChildren().add(new EvidenceLine(evidence, names, go));
    }
    if (shown < all) {
      Hyperlink more =
          Widgets.link("%,d more…".formatted(all - shown), "risk-more-" + row.id(), () -> {});
      more.setOnAction(_ -> {
        shownOf.put(row.id(), shown + MORE_EVIDENCE);
        box.getChildren()
            .subList(box.getChildren().size() - shown - 1, box.getChildren().size())
            .clear();
        addEvidence(latest(row), box);
      });
      more.setAccessibleText("Show more evidence of " + row.title());
      box.getChildren().add(more);
    }
  }
}
