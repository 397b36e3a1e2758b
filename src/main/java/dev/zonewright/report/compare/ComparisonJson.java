package dev.zonewright.report.compare;

import dev.zonewright.report.JsonForm;
import dev.zonewright.report.compare.Pairing.Pair;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.RiskChange;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes what differs between two versions as JSON. */
record ComparisonJson(Compared of) {
  void write(OutputStream stream) {
    try (JsonGenerator json = JsonForm.on(stream)) {
      json.writeStartObject();
      side("before", of.before(), json);
      side("after", of.after(), json);
      json.writeNumberProperty("unchanged", of.comparison().unchanged());
      list("added", of.comparison().added(), json);
      list("fixed", of.comparison().fixed(), json);
      list("accepted", of.comparison().accepted(), json);
      list("removed", of.comparison().removed(), json);
      pairs("moved", of.comparison().moved(), json);
      pairs("moreSevere", of.comparison().worse(), json);
      json.writeArrayPropertyStart("risk");
      for (RiskChange row : of.comparison().risk()) {
        json.writeStartObject();
        json.writeStringProperty("tenant", row.tenant());
        json.writeStringProperty("row", row.row());
        json.writeStringProperty("from", row.from().word());
        json.writeStringProperty("to", row.to().word());
        json.writeStringProperty("trend", Compared.trend(row));
        json.writeEndObject();
      }
      json.writeEndArray();
      tenants(json);
      ways(json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void tenants(JsonGenerator json) {
    json.writeArrayPropertyStart("tenants");
    for (TenantChange tenant : of.tenants()) {
      json.writeStartObject();
      json.writeStringProperty("tenant", tenant.tenant());
      json.writeStringProperty("change", tenant.isNew() ? "new" : "gone");
      json.writeObjectPropertyStart("rows");
      tenant.levels().forEach((level, count) -> json.writeNumberProperty(level.word(), count));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void ways(JsonGenerator json) {
    json.writeArrayPropertyStart("reachability");
    for (WayChange way : of.ways().ways()) {
      json.writeStartObject();
      json.writeStringProperty("tenant", way.after().from());
      json.writeStringProperty("to", way.after().to());
      json.writeStringProperty("from", way.before().words());
      json.writeStringProperty("now", way.after().words());
      json.writeNumberProperty("paths", way.paths());
      json.writeStringProperty("trend", way.trend());
      json.writeStringProperty("decides", way.decides());
      json.writeStringProperty("place", way.place().map(Place::toString).orElse(""));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("access");
    for (RightChange right : of.ways().rights()) {
      json.writeStartObject();
      json.writeStringProperty("account", right.account());
      json.writeStringProperty("power", right.power().id());
      json.writeStringProperty("from", WayJson.word(right.from()));
      json.writeStringProperty("now", WayJson.word(right.to()));
      json.writeStringProperty("trend", right.trend());
      json.writeStringProperty("decides", right.decides());
      json.writeStringProperty("place", right.place().map(Place::toString).orElse(""));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("notCompared", of.ways().silence());
  }

  private static void side(String name, Side side, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("documents", side.documents());
    json.writeNumberProperty("analysed", side.analysed());
    json.writeNumberProperty("findings", side.open());
    json.writeEndObject();
  }

  private void list(String name, List<Entry> entries, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (Entry entry : entries) {
      json.writeStartObject();
      entry(entry, json);
      json.writeStringProperty("cause", of.causes().of(entry).line());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void pairs(String name, List<Pair> pairs, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (Pair pair : pairs) {
      json.writeStartObject();
      entry(pair.after(), json);
      json.writeObjectPropertyStart("was");
      json.writeStringProperty("container", pair.before().container());
      json.writeStringProperty("severity", pair.before().severity().word());
      json.writeStringProperty("fingerprint", pair.before().fingerprint());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void entry(Entry entry, JsonGenerator json) {
    json.writeStringProperty("control", entry.control());
    json.writeStringProperty("severity", entry.severity().word());
    json.writeStringProperty("object", entry.object());
    json.writeStringProperty("container", entry.container());
    json.writeStringProperty("place", entry.place());
    json.writeStringProperty("message", entry.message());
    json.writeStringProperty("fingerprint", entry.fingerprint());
  }
}
