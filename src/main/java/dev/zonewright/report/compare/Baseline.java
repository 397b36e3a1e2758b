package dev.zonewright.report.compare;

import dev.zonewright.report.JsonForm;
import dev.zonewright.report.Version;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.RowLevel;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what later versions are compared with. Holds no lines and is sorted by what the findings
 * are about, so that moved lines do not change it; described in {@code docs/review-json.md}.
 */
public final class Baseline {
  /** What says that a file is a baseline. */
  static final String PROPERTY = "baseline";

  static final String FORMAT = "format";
  static final String ACCEPTED = "accepted";
  static final String OBJECTS = "objects";
  static final String RISK = "risk";

  /** The form that this version writes and reads. */
  static final int CURRENT = 1;

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::object)
          .thenComparing(Entry::control)
          .thenComparing(Entry::container)
          .thenComparing(Entry::path)
          .thenComparing(Entry::message)
          .thenComparing(Entry::file)
          .thenComparing(Entry::fingerprint);

  private Baseline() {}

  /**
   * Writes to a stream and leaves it open.
   *
   * @param date the day of the review, the only thing that is not of the input
   */
  public static void write(Side side, LocalDate date, OutputStream out) {
    try (JsonGenerator json = JsonForm.on(out)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("tool");
      json.writeStringProperty("name", Version.TOOL);
      json.writeStringProperty("version", Version.current());
      json.writeEndObject();
      json.writeObjectPropertyStart(PROPERTY);
      json.writeNumberProperty(FORMAT, CURRENT);
      json.writeStringProperty("date", date.toString());
      json.writeEndObject();
      json.writeObjectPropertyStart("coverage");
      json.writeNumberProperty("documents", side.documents());
      json.writeNumberProperty("analysed", side.analysed());
      json.writeEndObject();
      risk(side.levels(), json);
      side.ways().ifPresent(ways -> WayJson.write(ways, json));
      json.writeArrayPropertyStart(OBJECTS);
      side.objects().paths().forEach(json::writeString);
      json.writeEndArray();
      json.writeArrayPropertyStart("findings");
      side.entries().stream().sorted(ORDER).forEach(entry -> finding(entry, json));
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void risk(List<RowLevel> levels, JsonGenerator json) {
    Map<String, Map<String, String>> tenants = new TreeMap<>();
    levels.forEach(l ->
        tenants.computeIfAbsent(l.tenant(), _ -> new TreeMap<>()).put(l.row(), l.level().word()));
    json.writeObjectPropertyStart(RISK);
    tenants.forEach((tenant, rows) -> {
      json.writeObjectPropertyStart(tenant);
      rows.forEach(json::writeStringProperty);
      json.writeEndObject();
    });
    json.writeEndObject();
  }

  private static void finding(Entry entry, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("fingerprint", entry.fingerprint());
    json.writeStringProperty("control", entry.control());
    json.writeStringProperty("severity", entry.severity().word());
    json.writeStringProperty("object", entry.object());
    json.writeStringProperty("container", entry.container());
    json.writeStringProperty("path", entry.path());
    json.writeStringProperty("file", entry.file());
    json.writeStringProperty("message", entry.message());
    if (entry.accepted()) {
      json.writeBooleanProperty(ACCEPTED, true);
    }
    json.writeEndObject();
  }
}
