package dev.zonewright.catalogue.manifest;

import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the controls of this family need to know of a place in a document. */
final class SchemaPlaces {
  private static final Set<String> LISTS =
      Set.of("containers", "initContainers", "ephemeralContainers");

  private SchemaPlaces() {}

  /** The name of the container that the path leads into; empty when it leads into none. */
  static String container(YamlCursor document, YamlPath path) {
    List<YamlPath.Segment> way = path.segments();
    for (int i = 1; i < way.size(); i++) {
      if (way.get(i) instanceof YamlPath.Index
          && way.get(i - 1) instanceof YamlPath.Key(String list)
          && LISTS.contains(list)) {
        return document.at(new YamlPath(way.subList(0, i + 1))).get("name").raw();
      }
    }
    return "";
  }

  /** The same value for another place; empty when it holds what cannot be written elsewhere. */
  static Optional<YamlValue> copyOf(YamlNode node) {
    return switch (node) {
      case YamlScalar scalar when scalar.tag() == null -> scalar(scalar.resolve());
      case YamlMapping mapping when !mapping.hasMerge() -> {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (YamlEntry entry : mapping.entries()) {
          Optional<YamlValue> value = copyOf(entry.value());
          if (value.isEmpty() || entries.put(entry.name(), value.get()) != null) {
            yield Optional.empty();
          }
        }
        yield Optional.of(new YamlValue.Mapping(entries));
      }
      case YamlSequence list -> {
        List<YamlValue> items = new ArrayList<>();
        for (YamlItem item : list.items()) {
          copyOf(item.value()).ifPresent(items::add);
        }
        yield items.size() == list.items().size()
            ? Optional.of(new YamlValue.Items(items))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static Optional<YamlValue> scalar(ScalarValue value) {
    return switch (value) {
      case ScalarValue.Text(String text) -> Optional.of(YamlValue.of(text));
      case ScalarValue.Bool(boolean bool) -> Optional.of(YamlValue.of(bool));
      case ScalarValue.Int(BigInteger whole) when whole.bitLength() < 64 ->
          Optional.of(YamlValue.of(whole.longValue()));
      case ScalarValue.Int _, ScalarValue.Real _, ScalarValue.Null _ -> Optional.empty();
    };
  }
}
