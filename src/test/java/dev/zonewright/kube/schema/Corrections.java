package dev.zonewright.kube.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where Kubernetes and fabric8's model differ: {@code corrections.txt}, whose lines are {@code set
 * Type.field type} and {@code drop Type.field}. The type is written with the API version that keeps
 * it ({@code v1/ObjectMeta}); {@code *} stands for every type.
 */
final class Corrections {
  private final List<String> idle = new ArrayList<>();

  private Corrections() {}

  /** Applies all of them and returns the lines that changed nothing. */
  static List<String> apply(Map<String, SchemaTypes> files) {
    Corrections corrections = new Corrections();
    lines().forEach(line -> corrections.applyLine(line, files));
    return corrections.idle;
  }

  private static List<String> lines() {
    try (InputStream in = Corrections.class.getResourceAsStream("corrections.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void applyLine(String line, Map<String, SchemaTypes> files) {
    List<String> words = List.of(line.split(" +"));
    int dot = words.get(1).indexOf('.', words.get(1).lastIndexOf('/') + 1);
    String wantedType = words.get(1).substring(0, dot);
    String field = words.get(1).substring(dot + 1);
    boolean changed = false;
    for (Map.Entry<String, SchemaTypes> file : files.entrySet()) {
      for (Map.Entry<String, Map<String, String>> type : file.getValue().fields().entrySet()) {
        String name = file.getKey() + "/" + type.getKey();
        if (wantedType.equals("*") ? type.getValue().containsKey(field) : wantedType.equals(name)) {
          changed |=
              switch (words.getFirst()) {
                case "set" -> !words.get(2).equals(type.getValue().put(field, words.get(2)));
                case "drop" -> type.getValue().remove(field) != null;
                default -> throw new IllegalStateException(line);
              };
        }
      }
    }
    if (!changed) {
      idle.add(line);
    }
  }
}
