package dev.zonewright.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaResourceTest {
  @Test
  void isWhatTheModelGives() throws IOException {
    for (Map.Entry<String, String> file : GenerateSchemas.files().entrySet()) {
      try (InputStream in = Schemas.class.getResourceAsStream(file.getKey())) {
        assertThat(in).as("%s; see GenerateSchemas", file.getKey()).isNotNull();
        String kept = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kept).as("%s; see GenerateSchemas", file.getKey()).isEqualTo(file.getValue());
      }
    }
  }

  @Test
  void everyCorrectionCorrectsSomething() {
    assertThat(Corrections.apply(Fabric8Model.read())).isEmpty();
  }

  @Test
  void everyTypeOfEveryKindCanBeRead() {
    Set<String> seen = new HashSet<>();
    List<String> kinds = new ArrayList<>();
    Fabric8Model.read()
        .forEach((apiVersion, types) ->
            types
                .fields()
                .keySet()
                .forEach(name ->
                    Schemas.of(apiVersion, name)
                        .ifPresent(type -> {
                          kinds.add(apiVersion + " " + name);
                          assertThat(type.field("metadata"))
                              .as(apiVersion + " " + name)
                              .isPresent();
                          visit(type, seen);
                        })));
    assertThat(kinds).hasSizeGreaterThan(100).contains("v1 Pod", "apps/v1 Deployment");
    assertThat(seen).hasSizeGreaterThan(500);
  }

  private static void visit(TypeSchema type, Set<String> seen) {
    if (seen.add(type.name())) {
      type.fields().forEach(field -> visit(field.type(), seen));
    }
  }

  private static void visit(FieldType type, Set<String> seen) {
    switch (type) {
      case FieldType.ObjectOf(TypeSchema object) -> visit(object, seen);
      case FieldType.ListOf(FieldType item) -> visit(item, seen);
      case FieldType.MapOf(FieldType value) -> visit(value, seen);
      case FieldType.Scalar _, FieldType.Anything _ -> {}
    }
  }

  @Test
  void knowsFieldsByName() {
    TypeSchema pod = Schemas.of("v1", "Pod").orElseThrow();
    TypeSchema spec = objectIn(pod, "spec");
    assertThat(spec.name()).isEqualTo("PodSpec");
    assertThat(spec.field("hostNetwork").orElseThrow().type())
        .isEqualTo(new FieldType.Scalar(ScalarType.BOOL));
    assertThat(spec.field("hostnetwork")).isEmpty();
    assertThat(spec.field("nodeSelector").orElseThrow().type())
        .isEqualTo(new FieldType.MapOf(new FieldType.Scalar(ScalarType.STRING)));
    assertThat(spec.field("containers").orElseThrow().type()).isInstanceOf(FieldType.ListOf.class);
    assertThat(spec.fields()).extracting(FieldSchema::name).isSorted().contains("volumes");
  }

  @Test
  void knowsNothingOfOtherKinds() {
    assertThat(Schemas.of("example.org/v1", "Widget")).isEmpty();
    assertThat(Schemas.of("v1", "PodSpec")).as("a type that is no kind").isEmpty();
    assertThat(Schemas.of("v1", "Deployment")).as("not in this group").isEmpty();
    assertThat(Schemas.of("", "Pod")).isEmpty();
    assertThat(Schemas.of("../v1", "Pod")).isEmpty();
  }

  private static TypeSchema objectIn(TypeSchema type, String field) {
    return type.field(field).orElseThrow().type() instanceof FieldType.ObjectOf(TypeSchema object)
        ? object
        : throwing(field);
  }

  private static TypeSchema throwing(String field) {
    throw new AssertionError(field + " is no object");
  }
}
