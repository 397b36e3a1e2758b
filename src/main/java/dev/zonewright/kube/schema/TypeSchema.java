package dev.zonewright.kube.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A type of the Kubernetes API. Its fields are read from the resource when first asked for. */
public final class TypeSchema {
  private final SchemaFile file;
  private final String name;
  private final String line;
  private volatile @Nullable Map<String, FieldSchema> fields;

  TypeSchema(SchemaFile file, String name, String line) {
    this.file = file;
    this.name = name;
    this.line = line;
  }

  /** As the Go and Java models call it: {@code PodSpec}. */
  public String name() {
    return name;
  }

  /** Empty when the type has no such field; letters count as they are written. */
  public Optional<FieldSchema> field(String key) {
    return Optional.ofNullable(byName().get(key));
  }

  /** All fields, by name. */
  public Collection<FieldSchema> fields() {
    return Collections.unmodifiableCollection(byName().values());
  }

  @Nullable FieldType typeOf(String key) {
    FieldSchema field = byName().get(key);
    return field == null ? null : field.type();
  }

  private Map<String, FieldSchema> byName() {
    Map<String, FieldSchema> known = fields;
    if (known == null) {
      known = read();
      fields = known;
    }
    return known;
  }

  private Map<String, FieldSchema> read() {
    Map<String, FieldSchema> out = new LinkedHashMap<>();
    for (int start = 0; start < line.length(); ) {
      int end = line.indexOf(' ', start);
      int colon = line.indexOf(':', start);
      int stop = end < 0 ? line.length() : end;
      String key = line.substring(start, colon);
      out.put(key, new FieldSchema(key, file.typeOf(line.substring(colon + 1, stop))));
      start = stop + 1;
    }
    return out;
  }

  @Override
  public String toString() {
    return name;
  }
}
