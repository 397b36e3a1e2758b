package dev.zonewright.yaml.plan;

import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what an edit was to write with what is read there. */
public final class WrittenValue {
  private WrittenValue() {}

  /** Whether the node is this value, untagged, as Kubernetes reads it. */
  public static boolean isAt(YamlValue value, @Nullable YamlNode node) {
    return switch (value) {
      case YamlValue.Text(String text) ->
          node instanceof YamlScalar scalar
              && scalar.resolve() instanceof ScalarValue.Text(String read)
              && read.equals(text);
      case YamlValue.Bool(boolean bool) ->
          node instanceof YamlScalar scalar
              && scalar.resolve() instanceof ScalarValue.Bool(boolean read)
              && read == bool;
      case YamlValue.Whole(long whole) ->
          node instanceof YamlScalar scalar
              && scalar.resolve() instanceof ScalarValue.Int(var read)
              && read.bitLength() < 64
              && read.longValue() == whole;
      case YamlValue.Day(LocalDate day) ->
          node instanceof YamlScalar scalar && scalar.value().equals(day.toString());
      case YamlValue.Mapping(Map<String, YamlValue> entries) ->
          node instanceof YamlMapping mapping && isWritten(entries, mapping);
      case YamlValue.Items(List<YamlValue> items) ->
          node instanceof YamlSequence sequence && isWritten(items, sequence);
    };
  }

  private static boolean isWritten(Map<String, YamlValue> entries, YamlMapping mapping) {
    int i = 0;
    for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
      if (i >= mapping.entries().size()) {
        return false;
      }
      YamlEntry at = mapping.entries().get(i++);
      if (!isKey(entry.getKey(), at) || !isAt(entry.getValue(), at.value())) {
        return false;
      }
    }
    return i == mapping.entries().size();
  }

  private static boolean isWritten(List<YamlValue> items, YamlSequence sequence) {
    if (items.size() != sequence.items().size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!isAt(items.get(i), sequence.items().get(i).value())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the entry has this key, written plainly and not behind a question mark. */
  public static boolean isKey(String name, YamlEntry entry) {
    return !entry.explicit() && isAt(YamlValue.of(name), entry.key());
  }
}
