package dev.zonewright.report.export;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Verdict;
import dev.zonewright.report.BaselineMarks;
import dev.zonewright.report.JsonForm;
import dev.zonewright.report.Version;
import dev.zonewright.text.Position;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an analysis as SARIF 2.1.0: one run, a rule for each control with a finding, a result for
 * each finding. What exceptions cover is suppressed; documents that could not be analysed are
 * notifications of the run. Source: OASIS, Static Analysis Results Interchange Format.
 */
public final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final ReviewDocument document;
  private final Analysis analysis;
  private final BaselineMarks marks;
  private final JsonGenerator json;
  private final Map<String, Integer> rules = new LinkedHashMap<>();

  private SarifReport(ReviewDocument document, JsonGenerator json) {
    this.document = document;
    this.analysis = document.analysis();
    this.marks = document.marks();
    this.json = json;
  }

  /** Writes to a stream and leaves it open. */
  public static void write(ReviewDocument document, OutputStream out) {
    try (JsonGenerator json = JsonForm.on(out)) {
      new SarifReport(document, json).write();
      json.writeRaw('\n');
    }
  }

  private void write() {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", Version.TOOL);
    json.writeStringProperty("version", Version.current());
    json.writeArrayPropertyStart("rules");
    controls().forEach(this::rule);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    invocation();
    json.writeArrayPropertyStart("results");
    SarifFixes fixes = new SarifFixes(analysis, document.lineEnds(), json);
    analysis.findings().forEach(f -> result(f, fixes));
    json.writeEndArray();
    if (marks.compared()) {
      json.writeObjectPropertyStart("properties");
      marks.write(json);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private List<ControlInfo> controls() {
    Map<String, ControlInfo> found = new TreeMap<>();
    analysis.findings().forEach(f -> found.put(f.finding().control().id(), f.finding().control()));
    found.keySet().forEach(id -> rules.put(id, rules.size()));
    return new ArrayList<>(found.values());
  }

  private void rule(ControlInfo info) {
    json.writeStartObject();
    json.writeStringProperty("id", info.id());
    text("shortDescription", info.title());
    text("fullDescription", info.summary() + ".");
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", level(info.severity()));
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeArrayPropertyStart("tags");
    json.writeString("security");
    json.writeString(info.family().word());
    json.writeEndArray();
    json.writeStringProperty("security-severity", score(info.severity()));
    json.writeStringProperty("edera", info.edera().word());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void invocation() {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    List<CoverageItem> failed =
        analysis.coverage().items().stream().filter(CoverageItem::isHole).toList();
    json.writeBooleanProperty("executionSuccessful", failed.isEmpty());
    json.writeArrayPropertyStart("toolExecutionNotifications");
    for (CoverageItem item : failed) {
      json.writeStartObject();
      json.writeStringProperty("level", "error");
      boolean partly = item.status() == CoverageItem.Status.PARTLY_ANALYSED;
      text("message", (partly ? "Partly analysed: " : "Not analysed: ") + item.reason());
      json.writeArrayPropertyStart("locations");
      json.writeStartObject();
      physical(item.file(), item.line());
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void result(LocatedFinding located, SarifFixes fixes) {
    Finding finding = located.finding();
    boolean undetermined = finding.verdict() == Verdict.UNDETERMINED;
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.control().id());
    json.writeNumberProperty("ruleIndex", rules.getOrDefault(finding.control().id(), 0));
    json.writeStringProperty("kind", undetermined ? "review" : "fail");
    json.writeStringProperty("level", undetermined ? "none" : level(finding.severity()));
    marks.state(located).ifPresent(state -> json.writeStringProperty("baselineState", state));
    String guidance = finding.guidance().isEmpty() ? "" : ". " + finding.guidance();
    text("message", finding.message() + guidance);
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    physical(located.file(), located.start(), located.end());
    if (!finding.kind().isEmpty()) {
      json.writeArrayPropertyStart("logicalLocations");
      json.writeStartObject();
      json.writeStringProperty("name", finding.name());
      json.writeStringProperty("fullyQualifiedName", finding.object().path() + container(finding));
      json.writeStringProperty("kind", "resource");
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
    related(located);
    fixes.write(located);
    if (located.accepted().isPresent()) {
      suppression(located);
    }
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("zonewright/v1", located.fingerprint());
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("severity", finding.severity().word());
    json.writeStringProperty("verdict", finding.verdict().word());
    json.writeStringProperty("tenant", finding.tenant().orElse(""));
    json.writeStringProperty("path", finding.path().toString());
    if (analysis.isPlatform(located)) {
      json.writeBooleanProperty("platform", true);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String container(Finding finding) {
    return finding.container().isEmpty() ? "" : "/" + finding.container();
  }

  private void related(LocatedFinding located) {
    if (located.related().isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("relatedLocations");
    int id = 1;
    for (LocatedRelated place : located.related()) {
      json.writeStartObject();
      json.writeNumberProperty("id", id++);
      physical(place.file(), place.start(), place.end());
      text("message", place.role() + ": " + place.object().label());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void suppression(LocatedFinding located) {
    json.writeArrayPropertyStart("suppressions");
    json.writeStartObject();
    json.writeStringProperty("kind", "external");
    json.writeStringProperty("status", "accepted");
    located
        .accepted()
        .ifPresent(a ->
            json.writeStringProperty(
                "justification",
                "%s (%s, until %s)".formatted(a.reason(), a.owner(), a.expires())));
    json.writeEndObject();
    json.writeEndArray();
  }

  private void physical(String file, int line) {
    physical(file, new Position(Math.max(1, line), 1), new Position(Math.max(1, line), 1));
  }

  private void physical(String file, Position start, Position end) {
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", Uris.of(file));
    json.writeEndObject();
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("startLine", start.line());
    json.writeNumberProperty("startColumn", start.column());
    json.writeNumberProperty("endLine", end.line());
    json.writeNumberProperty("endColumn", end.column());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void text(String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, NOTE -> "note";
    };
  }

  /** As code hosts sort alerts: over 9 is critical, from 7 high, from 4 medium. */
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "3.0";
      case NOTE -> "1.0";
    };
  }
}
