package dev.zonewright.ui.complete;

import dev.zonewright.kube.schema.FieldSchema;
import dev.zonewright.kube.schema.FieldType;
import dev.zonewright.kube.schema.Schemas;
import dev.zonewright.kube.schema.TypeSchema;
import java.util.List;
import java.util.Optional;

/**
 * What stands at the end of a path, as the schema has it.
 *
 * @param type of the thing there
 * @param holder the type that has the field; empty at the root and below free keys
 * @param field the last key of the path
 */
record FieldWalk(FieldType type, String holder, String field) {
  private static final Optional<String> METADATA = Optional.of("metadata");

  /**
   * Walks from an object down a path. A custom resource is followed where it has what every object
   * has: metadata, and a pod template by its shape.
   */
  static Optional<FieldWalk> to(String apiVersion, String kind, List<String> path) {
    Optional<TypeSchema> root = Schemas.of(apiVersion, kind);
    if (root.isPresent()) {
      return down(new FieldWalk(new FieldType.ObjectOf(root.get()), "", ""), path);
    }
    Optional<TypeSchema> pod = Schemas.of("v1", "Pod");
    int template = path.lastIndexOf("template");
    boolean inTemplate = template >= 0 && path.size() > template + 1;
    if (pod.isEmpty() || !(inTemplate || path.stream().findFirst().equals(METADATA))) {
      return Optional.empty();
    }
    List<String> rest = inTemplate ? path.subList(template + 1, path.size()) : path;
    return down(new FieldWalk(new FieldType.ObjectOf(pod.get()), "", ""), rest);
  }

  private static Optional<FieldWalk> down(FieldWalk from, List<String> path) {
    FieldWalk at = from;
    for (String step : path) {
      Optional<FieldWalk> next = at.step(step);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  private Optional<FieldWalk> step(String step) {
    return switch (type) {
      case FieldType.ObjectOf(TypeSchema object) -> object.field(step).map(f -> of(object, f));
      case FieldType.MapOf(FieldType value) when !step.equals(CaretPlace.ITEM) ->
          Optional.of(new FieldWalk(value, "", ""));
      case FieldType.ListOf(FieldType item) when step.equals(CaretPlace.ITEM) ->
          Optional.of(new FieldWalk(item, holder, field));
      case FieldType.MapOf _, FieldType.ListOf _, FieldType.Scalar _, FieldType.Anything _ ->
          Optional.empty();
    };
  }

  private static FieldWalk of(TypeSchema holder, FieldSchema field) {
    return new FieldWalk(field.type(), holder.name(), field.name());
  }

  FieldNotes.Note note() {
    return FieldNotes.of(holder, field);
  }
}
