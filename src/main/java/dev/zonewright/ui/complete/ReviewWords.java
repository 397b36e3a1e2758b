package dev.zonewright.ui.complete;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.review.ReviewSchema;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words that fit a place of a review file, as its JSON Schema has them. */
final class ReviewWords {
  private static final JsonNode SCHEMA = JsonMapper.shared().readTree(ReviewSchema.text());

  private ReviewWords() {}

  /** All that fit, those that must be there first; empty where any word will do. */
  static List<Proposal> at(CaretPlace place) {
    JsonNode schema = resolved(SCHEMA);
    for (String step : place.path()) {
      schema = below(schema, step);
    }
    return place.role() == CaretPlace.Role.VALUE
        ? values(place.path(), schema)
        : keys(schema, place.present());
  }

  private static List<Proposal> keys(JsonNode schema, Set<String> present) {
    Set<String> needed = new HashSet<>();
    schema.path("required").forEach(key -> needed.add(key.asString("")));
    return schema.path("properties").properties().stream()
        .filter(p -> !present.contains(p.getKey()))
        .filter(p -> !isOtherChoice(schema, p.getKey(), present))
        .map(p -> proposal(p, needed))
        .sorted(Comparator.comparing(p -> !p.required()))
        .toList();
  }

  /** Whether another key is there already of which only one may be: the scope of an exception. */
  private static boolean isOtherChoice(JsonNode schema, String key, Set<String> present) {
    List<String> choices =
        schema
            .path("oneOf")
            .valueStream()
            .map(o -> o.path("required").path(0).asString(""))
            .toList();
    return choices.contains(key) && choices.stream().anyMatch(present::contains);
  }

  private static Proposal proposal(Map.Entry<String, JsonNode> property, Set<String> needed) {
    JsonNode schema = resolved(property.getValue());
    String about = property.getValue().path("description").asString("");
    Proposal.Form form =
        isA(schema, "array")
            ? Proposal.Form.LIST
            : isA(schema, "object") ? Proposal.Form.MAPPING : Proposal.Form.SCALAR;
    return new Proposal(property.getKey(), about, needed.contains(property.getKey()), form);
  }

  private static List<Proposal> values(List<String> path, JsonNode schema) {
    Stream<String> words =
        switch (path.isEmpty() ? "" : path.getLast()) {
          case "control" -> ControlCatalogue.all().stream().map(c -> c.info().id()).sorted();
          case "item" -> ChecklistItem.ids().stream().sorted();
          default ->
              isA(schema, "boolean")
                  ? Stream.of("true", "false")
                  : schema
                      .path("enum")
                      .valueStream()
                      .filter(v -> !v.isNull())
                      .map(JsonNode::asString);
        };
    return words.map(w -> new Proposal(w, "", false, Proposal.Form.VALUE)).toList();
  }

  private static JsonNode below(JsonNode schema, String step) {
    if (step.equals(CaretPlace.ITEM)) {
      return resolved(schema.path("items"));
    }
    JsonNode property = schema.path("properties").path(step);
    return resolved(property.isMissingNode() ? schema.path("additionalProperties") : property);
  }

  private static JsonNode resolved(JsonNode schema) {
    String ref = schema.path("$ref").asString("");
    return ref.isEmpty() ? schema : SCHEMA.at(ref.substring(1));
  }

  private static boolean isA(JsonNode schema, String type) {
    JsonNode types = schema.path("type");
    return types.asString("").equals(type)
        || types.valueStream().anyMatch(t -> t.asString("").equals(type));
  }
}
