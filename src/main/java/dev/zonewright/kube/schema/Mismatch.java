package dev.zonewright.kube.schema;

import dev.zonewright.yaml.YamlPath;
import java.util.List;

/** Where an object departs from its kind. */
public sealed interface Mismatch {
  /** From the document's root. */
  YamlPath path();

  /**
   * A key that its place does not know.
   *
   * @param around the objects that hold the key, the outermost first; at least one
   */
  record UnknownField(YamlPath path, List<Level> around) implements Mismatch {
    public UnknownField {
      around = List.copyOf(around);
    }

    public String key() {
      return path.last() instanceof YamlPath.Key(String name) ? name : "";
    }

    /** The object that the key stands in. */
    public Level holder() {
      return around.getLast();
    }
  }

  /** A value that cannot be decoded into what its field holds. */
  record WrongType(YamlPath path, FieldType expected) implements Mismatch {}

  /**
   * An object on the way to a key.
   *
   * @param path from the document's root
   */
  record Level(YamlPath path, TypeSchema type) {}
}
