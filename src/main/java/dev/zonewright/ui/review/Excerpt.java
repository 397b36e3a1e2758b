package dev.zonewright.ui.review;

import dev.zonewright.kube.Manifest;
import dev.zonewright.report.MaskedLines;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.editor.text.YamlLexer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** The lines around a place, read only, with a way to the editor. */
public final class Excerpt extends VBox {
  private static final String LINES = "Deciding lines of the manifest";
  private static final int BEFORE = 10;
  private static final int AFTER = 8;
  private static final double NUMBER = 48;
  private static final double BESIDE = 22;
  private static final double DIGIT = 8;
  private static final double CONTEXT = 0.4;

  private final Consumer<Place> go;
  private final HBox head = new HBox();
  private final VBox lines = new VBox();
  private final ScrollPane scroll = new ScrollPane(lines);
  private @Nullable Node marks;
  private Optional<Place> shown = Optional.empty();

  public Excerpt(Consumer<Place> go) {
    this.go = go;
    setId("excerpt");
    getStyleClass().add("excerpt");
    head.getStyleClass().add("pane-head");
    head.setAlignment(Pos.CENTER_LEFT);
    lines.getStyleClass().add("excerpt-lines");
    scroll.setAccessibleText(LINES);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head, scroll);
    scroll.viewportBoundsProperty().addListener((_, _, _) -> reveal());
    // only then is it known where the lines stand
    lines
        .needsLayoutProperty()
        .addListener((_, _, needs) -> {
          if (!needs) {
            reveal();
          }
        });
  }

  /** Where there is little room the lines before the marked ones are scrolled away. */
  private void reveal() {
    double room = scroll.getViewportBounds().getHeight();
    double spare = lines.getHeight() - room;
    if (marks != null && spare > 0) {
      double above = marks.getBoundsInParent().getMinY() - room * CONTEXT;
      scroll.setVvalue(Math.clamp(above / spare, 0, 1));
    }
  }

  /**
   * Shows a place.
   *
   * @param what what stands there, in words
   * @param why why there is no place, where there is none
   */
  public void show(ReviewFacts facts, Optional<Place> place, String what, String why) {
    shown = place;
    lines.getChildren().clear();
    scroll.setAccessibleText(LINES);
    marks = null;
    Optional<Manifest> manifest = place.flatMap(p -> facts.analysis().manifest(p.file()));
    if (place.isEmpty() || manifest.isEmpty()) {
      String none = facts.isKnown() ? "No line decides" : ReviewFacts.ANALYSING;
      head.getChildren().setAll(Widgets.label(none, "pane-title"));
      Label text = Widgets.label(why, "muted");
      text.setWrapText(true);
      lines.getChildren().add(text);
      return;
    }
    String file = place.get().file();
    Label name = Widgets.label(FileNames.last(file), "pane-title");
    name.setMinWidth(USE_PREF_SIZE);
    Label words = Widgets.label(what, "muted");
    // takes what the others leave, so that none of them is ever made smaller
    words.setMinWidth(0);
    words.setPrefWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Hyperlink open = Widgets.link("Open in Manifests", "excerpt-open", this::open);
    open.setMinWidth(USE_PREF_SIZE);
    Label key = Widgets.label("F4", "key-cap");
    key.setMinWidth(USE_PREF_SIZE);
    head.getChildren().setAll(name, words, open, key);
    fill(manifest.get(), place.get());
  }

  /** Goes to the place in Manifests, where there is one. */
  public void open() {
    shown.ifPresent(go);
  }

  private void fill(Manifest manifest, Place place) {
    String text = manifest.stream().text();
    int first = Math.max(1, place.line() - BEFORE);
    int end =
        manifest.stream()
            .lines()
            .positionOf(Math.max(place.range().start(), place.range().end() - 1))
            .line();
    int last =
        Math.min(
            manifest.stream().lines().lineCount(),
            Math.max(place.line(), Math.min(end, place.line() + AFTER)) + AFTER);
    int digits = Integer.toString(last).length();
    YamlLexer.State state = YamlLexer.State.START;
    List<String> all = text.lines().limit(last).toList();
    // the page may be shown to others, who are not shown what stands beside the line
    MaskedLines masked = MaskedLines.of(text, first, last);
    for (int i = 0; i < all.size(); i++) {
      YamlLexer.State before = state;
      YamlLexer.Lexed lexed = YamlLexer.lex(all.get(i), before);
      state = lexed.next();
      if (i + 1 >= first) {
        boolean marked = i + 1 >= place.line() && i + 1 <= end;
        String shown = masked.line(i + 1, all.get(i));
        List<YamlLexer.Token> tokens =
            shown.equals(all.get(i)) ? lexed.tokens() : YamlLexer.lex(shown, before).tokens();
        Node line = line(i + 1, digits, shown, tokens, marked);
        lines.getChildren().add(line);
        if (marks == null && marked) {
          scroll.setAccessibleText(
              "%s: line %d, %s".formatted(LINES, i + 1, Widgets.shown(shown.strip())));
        }
        marks = marks == null && marked ? line : marks;
      }
    }
  }

  private static Node line(
      int number, int digits, String text, List<YamlLexer.Token> tokens, boolean marked) {
    Label at = Widgets.label(Integer.toString(number), "excerpt-number");
    double room = Math.max(NUMBER, BESIDE + DIGIT * digits);
    at.setMinWidth(room);
    at.setPrefWidth(room);
    TextFlow flow = new TextFlow();
    int from = 0;
    for (YamlLexer.Token token : tokens) {
      add(flow, text.substring(from, token.from()), "plain");
      add(flow, text.substring(token.from(), token.to()), token.kind().styleClass());
      from = token.to();
    }
    add(flow, text.substring(from), "plain");
    HBox line = new HBox(at, flow);
    line.getStyleClass().add("excerpt-line");
    if (marked) {
      line.getStyleClass().add("marked");
    }
    return line;
  }

  private static void add(TextFlow flow, String text, String style) {
    if (!text.isEmpty()) {
      Text part = new Text(Widgets.shown(text));
      part.getStyleClass().addAll("excerpt-text", style);
      flow.getChildren().add(part);
    }
  }
}
