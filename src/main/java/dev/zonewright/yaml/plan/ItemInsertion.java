package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/** Adds an item at the end of a list, in the list's style. */
public final class ItemInsertion {
  private final Layout layout;
  private final YamlSequence list;
  private final ValueWriter writer;
  private final WritingStyle style;

  public ItemInsertion(Layout layout, YamlSequence list, WritingStyle style) {
    this.layout = layout;
    this.list = list;
    this.style = style;
    this.writer = new ValueWriter(style, ListRewrite.itemStyle(list));
  }

  public List<EditPlan> plans(YamlValue item) {
    Container container = Container.of(list);
    if (list.flow()) {
      return new FlowInsertion(layout, container).plans(writer.inline(item));
    }
    int column = layout.column(container.part(0).start());
    int at = layout.extentEnd(container.part(container.size() - 1).end(), column);
    String text =
        item instanceof YamlValue.Mapping
            ? new ValueWriter(style).item(item, column)
            : writer.item(item, column);
    return List.of(
        EditPlan.of(
            TextRange.at(at), TextEdit.insert(at, ValueWriter.newLine(column) + "- " + text)));
  }
}
