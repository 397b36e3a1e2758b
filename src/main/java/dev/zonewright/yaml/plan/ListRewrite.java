package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a list of strings out of a list, in its own style. In a block list an item that was there
 * keeps its line and its comments.
 */
public final class ListRewrite {
  private final Layout layout;
  private final Route route;
  private final YamlSequence list;
  private final Container container;
  private final YamlScalar.Style strings;

  public ListRewrite(Layout layout, Route route, YamlSequence list, boolean json) {
    this.layout = layout;
    this.route = route;
    this.list = list;
    this.container = Container.of(list);
    this.strings = json ? YamlScalar.Style.DOUBLE_QUOTED : itemStyle(list);
  }

  /** How the list's strings are quoted. */
  static YamlScalar.Style itemStyle(YamlSequence list) {
    return list.items().stream()
        .map(YamlItem::value)
        .filter(YamlScalar.class::isInstance)
        .map(value -> ((YamlScalar) value).style())
        .filter(style -> !style.isBlock())
        .findFirst()
        .orElse(list.flow() ? YamlScalar.Style.DOUBLE_QUOTED : YamlScalar.Style.PLAIN);
  }

  public static boolean equals(YamlSequence list, List<String> items) {
    return WrittenValue.isAt(YamlValue.strings(items.toArray(String[]::new)), list);
  }

  public List<EditPlan> plans(List<String> items) {
    if (list.items().isEmpty()) {
      return new FlowInsertion(layout, container).plans(joined(items, ", "));
    }
    return list.flow() ? flow(items) : List.of(block(items));
  }

  private List<EditPlan> flow(List<String> items) {
    int first = container.withBrackets(layout.text()).part(0).start();
    int last = container.part(container.size() - 1).end();
    if (items.isEmpty()) {
      int open = list.start() + 1;
      return List.of(
          EditPlan.of(new TextRange(open, list.end() - 1), TextEdit.remove(open, list.end() - 1)));
    }
    boolean lines = container.size() > 1 && layout.startsLine(container.part(1).start());
    String text = joined(items, lines ? ",\n" + layout.margin(container.part(1).start()) : ", ");
    int next = layout.skipTrivia(last);
    int tail = layout.text().charAt(next) == ',' ? next + 1 : last;
    int comment = layout.skipWhite(tail);
    int end = layout.text().charAt(comment) == '#' ? layout.lineEnd(comment) : tail;
    return List.of(
        EditPlan.of(
            new TextRange(first, end),
            TextEdit.replace(first, last, text),
            TextEdit.remove(tail, end)));
  }

  private EditPlan block(List<String> items) {
    if (items.isEmpty()) {
      return BlockToValue.toInline(layout, route, "[]");
    }
    int first = container.part(0).start();
    int column = layout.column(first);
    boolean ownLine = layout.startsLine(first);
    List<@Nullable YamlItem> unused = new ArrayList<>(list.items());
    List<String> lines = new ArrayList<>();
    for (String item : items) {
      int same = ownLine ? find(unused, item) : -1;
      if (same >= 0) {
        unused.set(same, null);
        lines.add(linesOf(same, column));
      } else {
        String margin = lines.isEmpty() && !ownLine ? "" : " ".repeat(column);
        lines.add(margin + "- " + ScalarWriter.text(item, strings));
      }
    }
    int from = ownLine ? layout.commentsAbove(first, floor(0)) : first;
    int to = layout.extentEnd(container.part(container.size() - 1).end(), column);
    return EditPlan.of(
        new TextRange(from, to), TextEdit.replace(from, to, String.join("\n", lines)));
  }

  private static int find(List<@Nullable YamlItem> items, String wanted) {
    for (int i = 0; i < items.size(); i++) {
      YamlItem item = items.get(i);
      if (item != null
          && item.value().properties() == null
          && WrittenValue.isAt(YamlValue.of(wanted), item.value())) {
        return i;
      }
    }
    return -1;
  }

  private String linesOf(int index, int column) {
    TextRange part = container.part(index);
    int from = layout.commentsAbove(part.start(), floor(index));
    return layout.text().substring(from, layout.extentEnd(part.end(), column));
  }

  private int floor(int index) {
    return index > 0 ? container.part(index - 1).end() : Math.max(0, KeyOrDash.end(layout, route));
  }

  private String joined(List<String> items, String separator) {
    return String.join(
        separator, items.stream().map(item -> ScalarWriter.text(item, strings)).toList());
  }
}
