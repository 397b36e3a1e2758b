package dev.zonewright.yaml;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that an edit writes. */
public sealed interface YamlValue {
  /** A string; quoted where Kubernetes would otherwise read another type. */
  record Text(String value) implements YamlValue {}

  record Bool(boolean value) implements YamlValue {}

  record Whole(long value) implements YamlValue {}

  /** A day of the calendar, written plain: a review file is read by people. */
  record Day(LocalDate value) implements YamlValue {}

  /** Entries in the order in which they are written. */
  record Mapping(Map<String, YamlValue> entries) implements YamlValue {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  record Items(List<YamlValue> items) implements YamlValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  static YamlValue of(String value) {
    return new Text(value);
  }

  static YamlValue of(boolean value) {
    return new Bool(value);
  }

  static YamlValue of(long value) {
    return new Whole(value);
  }

  static YamlValue of(LocalDate value) {
    return new Day(value);
  }

  static YamlValue strings(String... items) {
    return new Items(Arrays.stream(items).map(YamlValue::of).toList());
  }

  static Mapping mapping(@Nullable Object... keysAndValues) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
      if (keysAndValues[i] instanceof String key && keysAndValues[i + 1] instanceof YamlValue v) {
        entries.put(key, v);
      } else {
        throw new IllegalArgumentException("keys are strings, values are YamlValues");
      }
    }
    return new Mapping(entries);
  }
}
