package dev.zonewright.report.export;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.Position;
import dev.zonewright.text.SourceText.Terminator;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the fixes of a finding as replacements in its file. Those that reach into other documents
 * are left out: SARIF has no form for a document that is added behind another.
 */
final class SarifFixes {
  private final Analysis analysis;
  private final Map<String, Terminator> lineEnds;
  private final JsonGenerator json;

  /**
   * The fixes of what was analysed.
   *
   * @param lineEnds of files whose lines do not end in LF
   */
  SarifFixes(Analysis analysis, Map<String, Terminator> lineEnds, JsonGenerator json) {
    this.analysis = analysis;
    this.lineEnds = lineEnds;
    this.json = json;
  }

  /** A fix with its proved edits, in offsets of the file. */
  private record Proved(Fix fix, EditSet edits) {}

  void write(LocatedFinding located) {
    Optional<Manifest> manifest = analysis.manifest(located.file());
    if (manifest.isEmpty() || located.document() < 1) {
      return;
    }
    YamlStream stream = manifest.get().stream();
    if (located.document() > stream.parts().size()) {
      return;
    }
    YamlStream.Part part = stream.parts().get(located.document() - 1);
    List<Proved> proved = new ArrayList<>();
    for (Fix fix : located.finding().fixes()) {
      if (!(fix.plan() instanceof Fix.Across)
          && fix.on(stream.textOf(part)) instanceof EditOutcome.Edited edited) {
        proved.add(new Proved(fix, edited.edits().shift(part.offset())));
      }
    }
    if (proved.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("fixes");
    proved.forEach(p -> fix(p, located.file(), stream));
    json.writeEndArray();
  }

  private void fix(Proved proved, String file, YamlStream stream) {
    Fix fix = proved.fix();
    String reason = fix.reason().isEmpty() ? "" : ": " + fix.reason();
    json.writeStartObject();
    json.writeObjectPropertyStart("description");
    json.writeStringProperty(
        "text", "%s (%s%s)".formatted(fix.title(), fix.safety().word(), reason));
    json.writeEndObject();
    json.writeArrayPropertyStart("artifactChanges");
    json.writeStartObject();
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", Uris.of(file));
    json.writeEndObject();
    json.writeArrayPropertyStart("replacements");
    String lineEnd = lineEnds.getOrDefault(file, Terminator.LF).characters();
    for (TextEdit edit : proved.edits().edits()) {
      Position start = stream.lines().positionOf(edit.range().start());
      Position end = stream.lines().positionOf(edit.range().end());
      json.writeStartObject();
      json.writeObjectPropertyStart("deletedRegion");
      json.writeNumberProperty("startLine", start.line());
      json.writeNumberProperty("startColumn", start.column());
      json.writeNumberProperty("endLine", end.line());
      json.writeNumberProperty("endColumn", end.column());
      json.writeEndObject();
      json.writeObjectPropertyStart("insertedContent");
      json.writeStringProperty("text", edit.replacement().replace("\n", lineEnd));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }
}
