package dev.zonewright.report.compare;

import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.chain.Chain.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** How a baseline holds what its version reached, and what accounts might do. */
final class WayJson {
  private static final String REACH = "reachability";
  private static final String ACCESS = "access";

  private WayJson() {}

  static void write(Ways ways, JsonGenerator json) {
    json.writeObjectPropertyStart(REACH);
    json.writeBooleanProperty("betweenWorkloads", ways.between());
    json.writeArrayPropertyStart("ways");
    for (Way way : ways.ways()) {
      json.writeStartObject();
      json.writeStringProperty("from", way.from());
      json.writeStringProperty("to", way.to());
      json.writeBooleanProperty("mustBeDenied", way.unwanted());
      json.writeNumberProperty("allowed", way.allowed());
      json.writeNumberProperty("undetermined", way.undetermined());
      json.writeNumberProperty("paths", way.all());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeArrayPropertyStart(ACCESS);
    for (Right right : ways.rights()) {
      json.writeStartObject();
      json.writeStringProperty("account", right.account());
      json.writeStringProperty("power", right.power().id());
      json.writeStringProperty("outcome", word(right.outcome()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The word of an outcome in JSON. */
  static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  /** What was written; empty in a review, and in a baseline of a version that did not write it. */
  static Optional<Ways> read(JsonNode root) {
    JsonNode reach = root.path(REACH);
    if (!reach.isObject() || !root.path(ACCESS).isArray()) {
      return Optional.empty();
    }
    List<Way> ways = new ArrayList<>();
    for (JsonNode way : reach.path("ways")) {
      ways.add(
          new Way(
              way.path("from").asString(""),
              way.path("to").asString(""),
              way.path("mustBeDenied").asBoolean(false),
              way.path("allowed").asInt(0),
              way.path("undetermined").asInt(0),
              way.path("paths").asInt(0)));
    }
    List<Right> rights = new ArrayList<>();
    for (JsonNode right : root.path(ACCESS)) {
      Optional<Outcome> outcome =
          Arrays.stream(Outcome.values())
              .filter(o -> word(o).equals(right.path("outcome").asString("")))
              .findFirst();
      Power.named(right.path("power").asString(""))
          .ifPresent(p ->
              outcome.ifPresent(
                  o -> rights.add(new Right(right.path("account").asString(""), p, o))));
    }
    return Optional.of(new Ways(ways, rights, reach.path("betweenWorkloads").asBoolean(true)));
  }
}
