package dev.zonewright.ui.help;

import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/**
 * The commands of a step, each with a button that copies it. What a person must fill in first is
 * marked.
 */
final class CommandBlock extends VBox {
  /** A word in angle brackets, as the runbooks write what no manifest shows. */
  private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z][a-z-]*>");

  CommandBlock(String lines) {
    getStyleClass().add("command-block");
    lines.lines().filter(l -> !l.isBlank()).forEach(line -> getChildren().add(row(line)));
  }

  private static HBox row(String command) {
    TextFlow words = new TextFlow();
    words.getChildren().setAll(parts(command, List.of("help-word", "code")));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button copy = Widgets.iconButton("command-copy", Feather.COPY, "Copy: " + command);
    copy.getStyleClass().add("command-copy");
    copy.setOnAction(_ -> {
      Clipboards.put(command);
      copy.setGraphic(Widgets.icon(Feather.CHECK));
    });
    HBox row = new HBox(8, words, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setFillHeight(false);
    row.getStyleClass().add("command");
    return row;
  }

  /** The text in parts, of which those to be filled in have a style of their own. */
  static List<Text> parts(String text, List<String> styles) {
    List<Text> out = new ArrayList<>();
    Matcher open = PLACEHOLDER.matcher(text);
    int at = 0;
    while (open.find()) {
      add(out, text.substring(at, open.start()), styles);
      add(out, open.group(), styles);
      out.getLast().getStyleClass().add("placeholder");
      at = open.end();
    }
    add(out, text.substring(at), styles);
    return out;
  }

  private static void add(List<Text> out, String words, List<String> styles) {
    if (!words.isEmpty()) {
      Text text = new Text(words);
      text.getStyleClass().addAll(styles);
      out.add(text);
    }
  }
}
