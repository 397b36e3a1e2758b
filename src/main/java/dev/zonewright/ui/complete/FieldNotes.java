package dev.zonewright.ui.complete;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the schema leaves out: which fields must be there, and which values are accepted. */
final class FieldNotes {
  private static final Map<String, Note> NOTES = read();

  private FieldNotes() {}

  /**
   * What is known of a field beyond its type.
   *
   * @param values accepted or usual values, of a list those of its items; empty when any will do
   * @param keys usual keys of a mapping whose keys are free
   */
  record Note(boolean required, List<String> values, List<String> keys) {
    static final Note NONE = new Note(false, List.of(), List.of());
  }

  /** The note on a field of a type, such as {@code restartPolicy} of {@code PodSpec}. */
  static Note of(String type, String field) {
    return NOTES.getOrDefault(type + "." + field, Note.NONE);
  }

  /** All fields that something is noted on, as {@code PodSpec.restartPolicy}. */
  static Set<String> fields() {
    return NOTES.keySet();
  }

  private static Map<String, Note> read() {
    try (InputStream in = FieldNotes.class.getResourceAsStream("fields.txt")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource fields.txt");
      }
      Map<String, Note> out = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> {
            List<String> words = List.of(line.split(" "));
            out.put(words.getFirst(), note(words.subList(1, words.size())));
          });
      return Map.copyOf(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Note note(List<String> words) {
    boolean required = words.getFirst().equals("required");
    List<String> rest = required ? words.subList(1, words.size()) : words;
    if (rest.isEmpty()) {
      return new Note(required, List.of(), List.of());
    }
    List<String> names = List.copyOf(rest.subList(1, rest.size()));
    return rest.getFirst().equals("keys")
        ? new Note(required, List.of(), names)
        : new Note(required, names, List.of());
  }
}
