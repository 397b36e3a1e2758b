package dev.zonewright.kube.schema;

/**
 * A field of a type.
 *
 * @param name the key
 */
public record FieldSchema(String name, FieldType type) {}
