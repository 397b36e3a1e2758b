package dev.zonewright.report;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Coverage;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.analysis.Workload;
import dev.zonewright.control.Acceptance;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.text.Position;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an analysis as JSON. The form is a promise, described in {@code docs/review-json.md}:
 * fields may be added, none is ever changed or removed.
 */
public final class JsonReview {
  private static final String PLATFORM = "platform";

  private JsonReview() {}

  /** Writes to a stream and leaves it open; what cannot be written is the stream's to tell. */
  public static void write(Analysis analysis, OutputStream out) {
    write(analysis, Optional.empty(), BaselineMarks.NONE, out);
  }

  /**
   * Writes a share of a review, to be joined with the others by {@link JoinedReview}.
   *
   * @param share which it is; empty for a whole review
   * @param marks which findings are new
   */
  public static void write(
      Analysis analysis, Optional<ReviewShare> share, BaselineMarks marks, OutputStream out) {
    write(analysis, share, marks, _ -> {}, out);
  }

  /**
   * The same with more properties at the end.
   *
   * @param more writes them
   */
  public static void write(
      Analysis analysis,
      Optional<ReviewShare> share,
      BaselineMarks marks,
      Consumer<JsonGenerator> more,
      OutputStream out) {
    try (JsonGenerator json = JsonForm.on(out)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("tool");
      json.writeStringProperty("name", Version.TOOL);
      json.writeStringProperty("version", Version.current());
      json.writeEndObject();
      share.ifPresent(s -> s.write(json));
      marks.write(json);
      coverage(analysis.coverage(), json);
      json.writeArrayPropertyStart("workloads");
      analysis.workloads().forEach(w -> workload(w, analysis.platformReason(w), json));
      json.writeEndArray();
      json.writeArrayPropertyStart("findings");
      analysis.findings().forEach(f -> finding(f, analysis.platformReason(f), marks, json));
      json.writeEndArray();
      more.accept(json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void coverage(Coverage coverage, JsonGenerator json) {
    json.writeObjectPropertyStart("coverage");
    json.writeNumberProperty("documents", coverage.documents());
    json.writeNumberProperty("analysed", coverage.analysed());
    json.writeNumberProperty("partlyAnalysed", coverage.partlyAnalysed());
    json.writeNumberProperty("noControlApplies", coverage.noControlApplies());
    json.writeNumberProperty("failed", coverage.failed());
    json.writeArrayPropertyStart("items");
    for (CoverageItem item : coverage.items()) {
      json.writeStartObject();
      json.writeStringProperty("file", item.file());
      json.writeNumberProperty("document", item.document());
      json.writeNumberProperty("line", item.line());
      json.writeStringProperty("kind", item.kind());
      json.writeStringProperty("namespace", item.namespace());
      json.writeStringProperty("name", item.name());
      json.writeStringProperty("status", item.status().word());
      json.writeStringProperty("reason", item.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void workload(Workload workload, Optional<String> platform, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("file", workload.file());
    json.writeNumberProperty("document", workload.document());
    json.writeStringProperty("kind", workload.kind());
    json.writeStringProperty("namespace", workload.namespace());
    json.writeStringProperty("name", workload.name());
    json.writeStringProperty("tenant", workload.tenant());
    json.writeStringProperty("zone", workload.zone().word());
    json.writeStringProperty("pss", workload.pss().word());
    platform(platform, json);
    json.writeEndObject();
  }

  private static void finding(
      LocatedFinding located, Optional<String> platform, BaselineMarks marks, JsonGenerator json) {
    Finding finding = located.finding();
    json.writeStartObject();
    json.writeStringProperty("control", finding.control().id());
    json.writeStringProperty("family", finding.control().family().word());
    json.writeStringProperty("severity", finding.severity().word());
    json.writeStringProperty("verdict", finding.verdict().word());
    json.writeStringProperty("edera", finding.control().edera().word());
    json.writeStringProperty("tenant", finding.tenant().orElse(""));
    json.writeStringProperty("kind", finding.kind());
    json.writeStringProperty("namespace", finding.namespace());
    json.writeStringProperty("name", finding.name());
    json.writeStringProperty("container", finding.container());
    json.writeStringProperty("path", finding.path().toString());
    json.writeStringProperty("file", located.file());
    json.writeNumberProperty("document", located.document());
    position("start", located.start(), json);
    position("end", located.end(), json);
    json.writeStringProperty("message", finding.message());
    json.writeArrayPropertyStart("fixes");
    for (Fix fix : finding.fixes()) {
      json.writeStartObject();
      json.writeStringProperty("title", fix.title());
      json.writeStringProperty("safety", fix.safety().word());
      json.writeStringProperty("reason", fix.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("related");
    located.related().forEach(place -> related(place, json));
    json.writeEndArray();
    json.writeStringProperty("fingerprint", located.fingerprint());
    platform(platform, json);
    located.accepted().ifPresent(a -> accepted(a, json));
    marks.state(located).ifPresent(state -> json.writeStringProperty("baseline", state));
    json.writeEndObject();
  }

  private static void platform(Optional<String> why, JsonGenerator json) {
    why.ifPresent(reason -> {
      json.writeBooleanProperty(PLATFORM, true);
      json.writeStringProperty("platformReason", reason);
    });
  }

  private static void accepted(Acceptance acceptance, JsonGenerator json) {
    json.writeObjectPropertyStart("accepted");
    json.writeStringProperty("reason", acceptance.reason());
    json.writeStringProperty("owner", acceptance.owner());
    json.writeStringProperty("expires", acceptance.expires().toString());
    json.writeEndObject();
  }

  private static void related(LocatedRelated place, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("role", place.role());
    json.writeStringProperty("file", place.file());
    json.writeNumberProperty("document", place.document());
    position("start", place.start(), json);
    position("end", place.end(), json);
    json.writeStringProperty("kind", place.object().kind());
    json.writeStringProperty("namespace", place.object().namespace());
    json.writeStringProperty("name", place.object().name());
    json.writeEndObject();
  }

  private static void position(String name, Position position, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("line", position.line());
    json.writeNumberProperty("column", position.column());
    json.writeEndObject();
  }
}
