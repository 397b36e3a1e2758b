package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/** Adds an item to a list, in the list's style. */
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

  /**
   * The ways of adding it.
   *
   * @param behind how many items stay before it, at least one where there are some
   */
  public List<EditPlan> plans(YamlValue item, int behind) {
    Container container = Container.of(list);
    int before = Math.clamp(behind, 1, Math.max(1, container.size()));
    if (list.flow()) {
      return new FlowInsertion(layout, container).plans(writer.inline(item), before);
    }
    int column = layout.column(container.part(0).start());
    int at = layout.extentEnd(container.part(before - 1).end(), column);
    String text =
        item instanceof YamlValue.Mapping
            ? new ValueWriter(style).item(item, column)
            : writer.item(item, column);
    return List.of(
        EditPlan.of(
            TextRange.at(at), TextEdit.insert(at, ValueWriter.newLine(column) + "- " + text)));
  }
}
