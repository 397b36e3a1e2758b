package dev.zonewright.ui.help;

import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.PlaceNumber;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Slices;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a control is about, and links to the parts of its page. */
public final class HelpPane extends VBox {
  private final IntConsumer go;
  private final VBox body = new VBox();
  private final ScrollPane scroll = new ScrollPane(body);

  /**
   * Builds the pane.
   *
   * @param go goes to a place of the finding by its number, from 1
   * @param frames fills the pane with a coming frame, apart from what else follows a choice
   */
  public HelpPane(HelpModel model, IntConsumer go, Executor frames) {
    this.go = go;
    getStyleClass().add("help-pane");
    setId("help-pane");
    body.getStyleClass().add("help-body");
    scroll.setId("help-scroll");
    scroll.setAccessibleText("Description of the control");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(scroll);
    Slices slices = new Slices(frames);
    model.currentProperty().addListener((_, _, now) -> slices.begin(List.of(() -> show(now))));
    show(model.currentProperty().get());
  }

  private void show(HelpModel.@Nullable Help help) {
    scroll.setVvalue(0);
    if (help == null) {
      Label empty = Widgets.label("Select a finding to read about its control", "empty-text");
      empty.setMaxWidth(Double.MAX_VALUE);
      body.getChildren().setAll(empty);
      return;
    }
    List<Node> out = new ArrayList<>();
    out.add(title(help));
    out.add(paragraph(help.message(), "help-message"));
    if (!help.guidance().isEmpty()) {
      out.add(paragraph(help.guidance(), "muted"));
    }
    for (int i = 0; i < help.related().size(); i++) {
      out.add(place(i + 1, help.related().get(i)));
    }
    FlowPane links = new FlowPane();
    links.getStyleClass().add("help-links");
    out.add(links);
    for (HelpModel.Section section : help.sections()) {
      Label heading = Widgets.label(section.title(), "help-heading");
      links.getChildren().add(linkTo(section.title(), heading));
      out.add(heading);
      out.addAll(MarkdownText.render(section.markdown()));
    }
    body.getChildren().setAll(out);
  }

  /** A place that the finding rests on: its number, what it does, and a link to it. */
  private Node place(int number, LocatedRelated place) {
    String words = place.role() + ": " + place.object().label();
    Label role = Widgets.label(words, "muted");
    role.setWrapText(true);
    Hyperlink link =
        Widgets.link(
            FileNames.last(place.place()), "help-place-" + number, () -> go.accept(number));
    Tip.set(link, place.place());
    link.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(new PlaceNumber(number, words, () -> go.accept(number)), role, link);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("help-place");
    return row;
  }

  private Node linkTo(String title, Node heading) {
    String id = "help-link-" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Widgets.link(
        title,
        id,
        () -> {
          double room = body.getHeight() - scroll.getViewportBounds().getHeight();
          double top = heading.getBoundsInParent().getMinY();
          scroll.setVvalue(room <= 0 ? 0 : Math.min(1, top / room));
        });
  }

  private static Node title(HelpModel.Help help) {
    Label severity = Widgets.chip(help.severity().word(), help.severity().word());
    severity.setGraphic(SeverityIcon.of(help.severity()));
    Label title = Widgets.label(help.title(), "help-title");
    title.setId("help-title");
    FlowPane row =
        new FlowPane(title, severity, Widgets.chip(help.effect().word(), help.effect().tone()));
    row.getStyleClass().add("help-title-row");
    return row;
  }

  private static Label paragraph(String text, String style) {
    String whole = text.isEmpty() || text.endsWith(".") ? text : text + ".";
    Label label = Widgets.label(whole, style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
