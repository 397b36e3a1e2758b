package dev.zonewright.kube.schema;

/** The type of a field's value. */
public sealed interface FieldType {
  /** One scalar. */
  record Scalar(ScalarType type) implements FieldType {}

  /** A mapping with the fields of a type. */
  record ObjectOf(TypeSchema type) implements FieldType {}

  record ListOf(FieldType item) implements FieldType {}

  /** A mapping with keys of the author's choice. */
  record MapOf(FieldType value) implements FieldType {}

  /**
   * Anything: embedded objects, JSON, and what Kubernetes decodes without looking for unknown
   * fields.
   */
  record Anything() implements FieldType {}

  /** What is expected, for a person, with its article. */
  default String label() {
    return switch (this) {
      case Scalar(ScalarType type) -> type.label();
      case ObjectOf _ -> "a mapping";
      case ListOf _ -> "a list";
      case MapOf _ -> "a mapping";
      case Anything _ -> "anything";
    };
  }
}
