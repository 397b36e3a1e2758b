package dev.zonewright.kube.schema;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types of one API version. A line is {@code kind Pod field:type …} or {@code type PodSpec …};
 * a type is a word of {@link ScalarType}, {@code any}, the name of a type of this or (with its API
 * version before a slash) another file, {@code [list]} or {@code {map}}.
 */
final class SchemaFile {
  private static final Map<String, FieldType> SCALARS = scalars();

  private final Map<String, TypeSchema> types = new HashMap<>();
  private final Set<String> kinds = new HashSet<>();
  private final Function<String, @Nullable SchemaFile> others;

  /**
   * @param others gives the file of an API version
   */
  SchemaFile(String text, Function<String, @Nullable SchemaFile> others) {
    this.others = others;
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      int nameAt = start + "kind ".length();
      int space = text.indexOf(' ', nameAt);
      int nameEnd = space < 0 || space > end ? end : space;
      String name = text.substring(nameAt, nameEnd);
      String fields = text.substring(Math.min(nameEnd + 1, end), end);
      types.put(name, new TypeSchema(this, name, fields));
      if (text.charAt(start) == 'k') {
        kinds.add(name);
      }
      start = end + 1;
    }
  }

  // a stream would cost a small review more than all it asks of the schema
  private static Map<String, FieldType> scalars() {
    Map<String, FieldType> out = new HashMap<>();
    for (ScalarType type : ScalarType.values()) {
      out.put(type.word(), new FieldType.Scalar(type));
    }
    return Map.copyOf(out);
  }

  /** The resource's name: no API version holds an underscore. */
  static String nameOf(String apiVersion) {
    return apiVersion.replace('/', '_') + ".txt";
  }

  @Nullable TypeSchema kind(String name) {
    return kinds.contains(name) ? types.get(name) : null;
  }

  Set<String> kinds() {
    return Collections.unmodifiableSet(kinds);
  }

  @Nullable TypeSchema type(String name) {
    return types.get(name);
  }

  FieldType typeOf(String word) {
    char first = word.charAt(0);
    if (first == '[') {
      return new FieldType.ListOf(typeOf(word.substring(1, word.length() - 1)));
    }
    if (first == '{') {
      return new FieldType.MapOf(typeOf(word.substring(1, word.length() - 1)));
    }
    FieldType scalar = SCALARS.get(word);
    if (scalar != null) {
      return scalar;
    }
    return word.equals("any") ? new FieldType.Anything() : new FieldType.ObjectOf(named(word));
  }

  private TypeSchema named(String word) {
    int slash = word.lastIndexOf('/');
    SchemaFile file = slash < 0 ? this : others.apply(word.substring(0, slash));
    TypeSchema type = file == null ? null : file.types.get(word.substring(slash + 1));
    if (type == null) {
      throw new IllegalStateException("the schema resource lacks the type " + word);
    }
    return type;
  }
}
