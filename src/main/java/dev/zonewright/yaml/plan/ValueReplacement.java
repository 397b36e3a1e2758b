package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/** Gives something that is there, be it empty, another value. */
public final class ValueReplacement {
  private final Layout layout;
  private final Route route;
  private final ValueWriter writer;
  private final YamlNode node;

  public ValueReplacement(Layout layout, Route route, ValueWriter writer) {
    this.layout = layout;
    this.route = route;
    this.writer = writer;
    this.node = route.node();
  }

  public List<EditPlan> plans(YamlValue value) {
    String inline = writer.inline(value);
    if (ValueWriter.isInline(value) || route.inFlow()) {
      return List.of(
          isBlock(node) ? BlockToValue.toInline(layout, route, inline) : inPlace(inline));
    }
    int column = KeyOrDash.column(layout, route);
    if (isBlock(node)) {
      int own = layout.column(node.start());
      String beside =
          value instanceof YamlValue.Mapping(var entries) ? writer.entries(entries, own) : inline;
      return List.of(BlockToValue.toBlock(layout, route, writer.below(value, column), beside));
    }
    EditPlan inPlace = inPlace(inline);
    YamlEntry entry = route.entry();
    return entry == null || entry.colon() < 0 || isFilledFlow(node)
        ? List.of(inPlace)
        : List.of(below(writer.below(value, column)), inPlace);
  }

  /** What stands after the colon goes, and the block comes below; a comment stays on the line. */
  private EditPlan below(String lines) {
    int from = KeyOrDash.end(layout, route);
    int end = Math.max(from, node.end());
    return EditPlan.of(
        claim(end), TextEdit.remove(from, end), TextEdit.insert(layout.lineEnd(end), lines));
  }

  private EditPlan inPlace(String text) {
    if (node.start() < node.end()) {
      return EditPlan.of(claim(node.end()), TextEdit.replace(node.start(), node.end(), text));
    }
    int at = KeyOrDash.end(layout, route);
    YamlEntry entry = route.entry();
    String before = entry != null && entry.colon() < 0 ? ": " : " ";
    return EditPlan.of(claim(at), TextEdit.insert(Math.max(0, at), before + text));
  }

  private TextRange claim(int end) {
    int start = KeyOrDash.start(route);
    return new TextRange(start, Math.max(start, end));
  }

  private static boolean isFilledFlow(YamlNode node) {
    return Container.isFlow(node) && Container.of(node).size() > 0;
  }

  private static boolean isBlock(YamlNode node) {
    return switch (node) {
      case YamlMapping mapping -> !mapping.flow();
      case YamlSequence sequence -> !sequence.flow();
      case YamlScalar _, YamlAlias _ -> false;
    };
  }
}
