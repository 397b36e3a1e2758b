package dev.zonewright.catalogue.added;

import dev.zonewright.yaml.ScalarValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written at a place, as a value that can be written elsewhere. */
final class Written {
  private Written() {}

  /**
   * The value; empty where there is none, or only null.
   *
   * @throws IllegalArgumentException where it cannot be written again as it is: a merge key, a
   *     number that is not whole
   */
  static Optional<YamlValue> at(YamlCursor at) {
    if (at.isMapping()) {
      return Optional.of(mapping(at));
    }
    if (at.isSequence()) {
      List<YamlValue> items = new ArrayList<>();
      at.items().forEach(item -> at(item).ifPresent(items::add));
      return Optional.of(new YamlValue.Items(items));
    }
    return at.scalar().flatMap(Written::scalar);
  }

  static YamlValue.Mapping mapping(YamlCursor at) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (YamlCursor entry : at.entries()) {
      if (entry.key().equals("<<")) {
        throw new IllegalArgumentException("a merge key cannot be copied");
      }
      if (!entry.isHidden()) {
        at(entry).ifPresent(value -> entries.put(entry.key(), value));
      }
    }
    return new YamlValue.Mapping(entries);
  }

  private static Optional<YamlValue> scalar(ScalarValue value) {
    return switch (value) {
      case ScalarValue.Null() -> Optional.empty();
      case ScalarValue.Bool(boolean bool) -> Optional.of(YamlValue.of(bool));
      case ScalarValue.Int(var whole) -> Optional.of(YamlValue.of(whole.longValueExact()));
      // Kubernetes takes a quantity as a string too, and no other field of a pod has a fraction
      case ScalarValue.Real(double real) -> Optional.of(YamlValue.of(Double.toString(real)));
      case ScalarValue.Text(String text) -> Optional.of(YamlValue.of(text));
    };
  }
}
