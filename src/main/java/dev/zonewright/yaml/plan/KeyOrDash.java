package dev.zonewright.yaml.plan;

import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.NodeProperties;
import dev.zonewright.yaml.Spans;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlNode;

/** What stands before a value: its key's colon or its dash, and its anchor. */
final class KeyOrDash {
  private KeyOrDash() {}

  /** The offset after colon or dash and anchor; -1 for the root. */
  static int end(Layout layout, Route route) {
    YamlNode node = route.node();
    NodeProperties properties = node.properties();
    if (properties != null) {
      return new Spans(layout.text()).afterProperties(properties.start(), node.start());
    }
    YamlEntry entry = route.entry();
    if (entry != null) {
      return entry.colon() < 0 ? entry.key().end() : entry.colon() + 1;
    }
    YamlItem item = route.item();
    return item == null || item.dash() < 0 ? -1 : item.dash() + 1;
  }

  /** The column of the key or dash that the value hangs on; 0 for the root. */
  static int column(Layout layout, Route route) {
    YamlEntry entry = route.entry();
    if (entry != null) {
      return layout.column(entry.start());
    }
    YamlItem item = route.item();
    return item == null ? 0 : layout.column(item.start());
  }

  /** Where the part starts that holds the value: its key or its dash. */
  static int start(Route route) {
    YamlEntry entry = route.entry();
    if (entry != null) {
      return entry.start();
    }
    YamlItem item = route.item();
    return item == null ? route.node().outerStart() : item.start();
  }
}
