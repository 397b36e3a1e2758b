package dev.zonewright.ui.help;

import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/**
 * Shows the Markdown of control pages and of the manual: paragraphs, lists, tables, code, emphasis,
 * pictures; links show their text.
 */
public final class MarkdownText {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final Function<String, Node> pictures;
  private final boolean commands;

  private MarkdownText(Function<String, Node> pictures, boolean commands) {
    this.pictures = pictures;
    this.commands = commands;
  }

  /** Text whose code is commands, each to be copied by itself, with marks where words are open. */
  public static List<Node> renderCommands(String markdown) {
    return new MarkdownText(name -> new Text(name), true).blocks(PARSER.parse(markdown));
  }

  /** Text without pictures. */
  static List<Node> render(String markdown) {
    return render(markdown, name -> new Text(name));
  }

  /**
   * Text with pictures.
   *
   * @param pictures shows a picture by its address in the text
   */
  static List<Node> render(String markdown, Function<String, Node> pictures) {
    return new MarkdownText(pictures, false).blocks(PARSER.parse(markdown));
  }

  private List<Node> blocks(org.commonmark.node.Node parent) {
    List<Node> out = new ArrayList<>();
    for (var at = parent.getFirstChild(); at != null; at = at.getNext()) {
      switch (at) {
        case Paragraph paragraph when paragraph.getFirstChild() instanceof Image image ->
            out.add(picture(image));
        case TableBlock table -> out.add(MarkdownTable.grid(table));
        case Paragraph paragraph -> out.add(flow(paragraph));
        case Heading heading -> out.add(heading(heading));
        case FencedCodeBlock code -> out.add(code(code.getLiteral()));
        case IndentedCodeBlock code -> out.add(code(code.getLiteral()));
        case BulletList list -> out.addAll(items(list, 0));
        case OrderedList list -> {
          Integer first = list.getMarkerStartNumber();
          out.addAll(items(list, first == null ? 1 : first));
        }
        default -> out.addAll(blocks(at));
      }
    }
    return out;
  }

  private Node picture(Image image) {
    Node picture = pictures.apply(image.getDestination());
    TextFlow words = new TextFlow();
    inline(image, words, List.of());
    StringBuilder alt = new StringBuilder();
    words.getChildren().stream()
        .filter(Text.class::isInstance)
        .forEach(t -> alt.append(((Text) t).getText()));
    picture.setAccessibleText(alt.toString());
    return picture;
  }

  private static Node heading(Heading heading) {
    Node flow = flow(heading);
    flow.getStyleClass().add("heading-" + heading.getLevel());
    return flow;
  }

  private List<Node> items(org.commonmark.node.Node list, int firstNumber) {
    List<Node> out = new ArrayList<>();
    int number = firstNumber;
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item instanceof ListItem) {
        Label sign = Widgets.label(firstNumber == 0 ? "•" : number + ".", "muted");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox();
        words.getChildren().setAll(blocks(item));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(sign, words);
        row.getStyleClass().add("help-item");
        out.add(row);
        number++;
      }
    }
    return out;
  }

  private Node code(String literal) {
    if (commands) {
      return new CommandBlock(literal);
    }
    Label code = Widgets.label(literal.stripTrailing(), "help-code");
    code.setMaxWidth(Double.MAX_VALUE);
    code.setMinHeight(Region.USE_PREF_SIZE);
    code.setWrapText(true);
    return code;
  }

  static TextFlow flow(org.commonmark.node.Node block) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("help-text");
    inline(block, flow, List.of());
    return flow;
  }

  static void inline(org.commonmark.node.Node parent, TextFlow flow, List<String> styles) {
    for (var at = parent.getFirstChild(); at != null; at = at.getNext()) {
      switch (at) {
        case org.commonmark.node.Text text -> add(flow, text.getLiteral(), styles);
        case Code code ->
            flow.getChildren()
                .addAll(
                    CommandBlock.parts(
                        code.getLiteral(), with(with(List.of("help-word"), styles), "code")));
        case SoftLineBreak _ -> add(flow, " ", styles);
        case HardLineBreak _ -> add(flow, "\n", styles);
        case StrongEmphasis strong -> inline(strong, flow, with(styles, "strong"));
        case Emphasis emphasis -> inline(emphasis, flow, with(styles, "emphasis"));
        case Link link -> inline(link, flow, with(styles, "reference"));
        default -> inline(at, flow, styles);
      }
    }
  }

  private static List<String> with(List<String> styles, List<String> more) {
    List<String> out = new ArrayList<>(styles);
    out.addAll(more);
    return out;
  }

  private static List<String> with(List<String> styles, String more) {
    List<String> out = new ArrayList<>(styles);
    out.add(more);
    return out;
  }

  private static void add(TextFlow flow, String literal, List<String> styles) {
    Text text = new Text(literal);
    text.getStyleClass().add("help-word");
    text.getStyleClass().addAll(styles);
    flow.getChildren().add(text);
  }
}
