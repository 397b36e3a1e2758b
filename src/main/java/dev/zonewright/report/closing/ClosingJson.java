package dev.zonewright.report.closing;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.risk.RiskChange;
import tools.jackson.core.JsonGenerator;

/** Writes the changes that close most as a property of a review in JSON. */
public final class ClosingJson {
  private ClosingJson() {}

  /** Writes nothing where nothing could be tried. */
  public static void write(ClosingChanges closing, JsonGenerator json) {
    if (closing.possible() == 0) {
      return;
    }
    json.writeObjectPropertyStart("closesMost");
    json.writeNumberProperty("possible", closing.possible());
    json.writeNumberProperty("tried", closing.tried());
    json.writeArrayPropertyStart("changes");
    closing.first().forEach(change -> change(change, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void change(ClosingChange closing, JsonGenerator json) {
    LocatedFinding first = closing.first();
    json.writeStartObject();
    json.writeStringProperty("title", closing.change().title());
    json.writeStringProperty("control", closing.change().control());
    json.writeStringProperty("object", closing.change().object());
    json.writeStringProperty("tenant", first.finding().tenant().orElse(""));
    json.writeStringProperty("safety", closing.safety().word());
    json.writeStringProperty("file", first.file());
    json.writeNumberProperty("line", first.start().line());
    json.writeNumberProperty("places", closing.places());
    json.writeArrayPropertyStart("closes");
    closing.closed().stream().sorted().forEach(json::writeString);
    json.writeEndArray();
    json.writeNumberProperty("brings", closing.brings());
    json.writeArrayPropertyStart("rows");
    for (RiskChange row : closing.rows()) {
      json.writeStartObject();
      json.writeStringProperty("tenant", row.tenant());
      json.writeStringProperty("row", row.row());
      json.writeStringProperty("from", row.from().word());
      json.writeStringProperty("to", row.to().word());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("worse", closing.worse());
    json.writeEndObject();
  }
}
