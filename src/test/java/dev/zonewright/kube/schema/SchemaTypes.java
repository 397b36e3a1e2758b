package dev.zonewright.kube.schema;

import java.util.Map;
import java.util.TreeMap;

/** The types that one schema resource holds, on the way from the model to the resource. */
final class SchemaTypes {
  private final Map<String, Map<String, String>> fields = new TreeMap<>();
  private final Map<String, Boolean> kinds = new TreeMap<>();

  void add(String name, boolean kind, Map<String, String> itsFields) {
    if (fields.put(name, new TreeMap<>(itsFields)) != null) {
      throw new IllegalStateException("two types are called " + name);
    }
    kinds.put(name, kind);
  }

  Map<String, Map<String, String>> fields() {
    return fields;
  }

  /** The characters of the resource: one line a type. */
  String text() {
    StringBuilder out = new StringBuilder();
    fields.forEach((name, own) -> {
      out.append(Boolean.TRUE.equals(kinds.get(name)) ? "kind " : "type ").append(name);
      own.forEach((field, type) -> out.append(' ').append(field).append(':').append(type));
      out.append('\n');
    });
    return out.toString();
  }
}
