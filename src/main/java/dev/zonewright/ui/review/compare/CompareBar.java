package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.compare.ComparisonReport;
import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.FirstThatFits;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.compare.CompareModel.End;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which two versions are compared: a box for each, and what can be done with both. */
final class CompareBar extends VBox {
  private static final double BOX = 380;
  private static final double NAME = 190;

  private final CompareModel model;
  private final ComparePage.Choosing choosing;
  private final Button swap = new Button("Swap");
  private final Button copy = new Button("Copy as Markdown");
  private final Button export = new Button("Export…");

  CompareBar(CompareModel model, ComparePage.Choosing choosing) {
    this.model = model;
    this.choosing = choosing;
    EndBox before = new EndBox(End.BEFORE, "BEFORE", "compare-with", "Choose the version before");
    EndBox after = new EndBox(End.AFTER, "AFTER", "compare-after", "Choose the version after");
    model
        .endsProperty()
        .subscribe(ends -> {
          before.show(ends.before());
          after.show(ends.after());
          swap.setDisable(ends.before() == null);
        });
    Widgets.named(swap, "compare-swap", "Swap before and after");
    swap.setMinWidth(USE_PREF_SIZE);
    Tip.set(swap, "Swap the two versions (S)");
    swap.setOnAction(_ -> model.swap());
    Widgets.named(export, "compare-export", "Export the comparison as Markdown…");
    export.setMinWidth(USE_PREF_SIZE);
    Tip.set(export, "As Markdown, for a pull request (Ctrl+E)");
    export.setOnAction(
        _ -> Optional.ofNullable(model.comparisonProperty().get()).ifPresent(choosing::export));
    Widgets.named(copy, "compare-copy", "Copy the comparison as Markdown");
    copy.setMinWidth(USE_PREF_SIZE);
    Tip.set(copy, "For a pull request (Ctrl+Shift+C)");
    copy.setOnAction(
        _ -> Optional.ofNullable(model.comparisonProperty().get()).ifPresent(CompareBar::copied));
    Node arrow = Widgets.icon(Feather.ARROW_RIGHT);
    HBox bar = new HBox(before, arrow, after, Widgets.spacer(), swap, copy, export);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("page-bar");
    Label problem = Widgets.label("", "bad-text", "compare-problem");
    problem.setId("compare-problem");
    problem.setWrapText(true);
    problem.textProperty().bind(model.problemProperty().map(Widgets::shown));
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    getChildren().addAll(bar, problem);
  }

  void show(@Nullable Compared compared) {
    export.setDisable(compared == null);
    copy.setDisable(compared == null);
  }

  private static void copied(Compared compared) {
    StringWriter words = new StringWriter();
    new ComparisonReport(compared).writeMarkdown(new PrintWriter(words));
    Clipboards.put(words.toString());
  }

  void copy() {
    copy.fire();
  }

  void swap() {
    swap.fire();
  }

  /** One of the two versions, and the ways to choose another. */
  private final class EndBox extends MenuButton {
    private final End end;
    private final String spoken;
    private final Label name = Widgets.label("", "compare-name");
    private final HBox words = new HBox();
    private final Label head;

    private EndBox(End end, String title, String id, String spoken) {
      this.end = end;
      this.spoken = spoken;
      setId(id);
      getStyleClass().add("compare-end");
      head = Widgets.label(title, "section-title");
      head.setMinWidth(USE_PREF_SIZE);
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      words.getStyleClass().add("compare-words");
      setGraphic(words);
      setMaxWidth(BOX);
      setMinWidth(0);
      HBox.setHgrow(this, Priority.SOMETIMES);
      getItems()
          .setAll(
              item("file", "Baseline, review or manifest…", choosing::file),
              item("folder", "Folder…", choosing::folder),
              revision(),
              now());
    }

    private void show(@Nullable Before version) {
      String called = version == null ? none() : version.name();
      String covered = version == null ? "" : version.coverage();
      name.setText(Widgets.shown(called));
      // where there is little room, the coverage is cut before the name
      name.setMinWidth(Math.min(NAME, Widgets.widthOf(called)));
      words.getChildren().setAll(head, name, shortened(version));
      String whole = covered.isEmpty() ? called : called + " · " + covered;
      Tip.set(this, whole);
      setAccessibleText(spoken + ", now " + Widgets.shown(whole));
    }

    private String none() {
      return model.factsProperty().get().isKnown() ? "nothing opened" : ReviewFacts.ANALYSING;
    }

    private static Node shortened(@Nullable Before version) {
      List<Node> forms = new ArrayList<>();
      List<String> coverages = version == null ? List.of() : version.coverages();
      coverages.forEach(form -> forms.add(Widgets.label(form, "muted")));
      forms.add(new Region());
      FirstThatFits shown = new FirstThatFits(forms, HPos.LEFT);
      shown.setMinWidth(0);
      return shown;
    }

    private String id(String what) {
      return (end == End.BEFORE ? "compare-" : "compare-after-") + what;
    }

    private MenuItem item(String id, String words, Supplier<Optional<Path>> ask) {
      return item(id, words, () -> ask.get().ifPresent(path -> model.choose(end, path)));
    }

    private MenuItem revision() {
      return item(
          "revision",
          "Revision of the repository…",
          () -> choosing.revision().ifPresent(read -> model.choose(end, read)));
    }

    private MenuItem now() {
      return item("keep", "What is opened now", () -> model.now(end));
    }

    private MenuItem item(String id, String words, Runnable action) {
      MenuItem item = new MenuItem(Widgets.shown(words));
      item.setId(id(id));
      item.setOnAction(_ -> action.run());
      return item;
    }
  }
}
