package dev.zonewright.report;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.Answer;
import dev.zonewright.kube.network.Endpoint;
import dev.zonewright.kube.network.Reach;
import dev.zonewright.kube.network.Step;
import dev.zonewright.kube.network.Steps;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.risk.Evidence;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes what workloads reach as JSON, in the form that {@code docs/manual-terminal.md} shows. */
public final class JsonReach {
  private JsonReach() {}

  /** Writes to a stream and leaves it open. */
  public static void write(
      Analysis analysis, List<Reach> answers, Readings readings, OutputStream out) {
    ObjectPlaces places = new ObjectPlaces(analysis);
    Steps steps = new Steps(readings);
    try (JsonGenerator json = JsonForm.on(out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("answers");
      for (Reach reach : answers) {
        answer(reach, steps.of(reach), places, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void answer(
      Reach reach, List<Step> steps, ObjectPlaces places, JsonGenerator json) {
    Answer answer = reach.answer();
    json.writeStartObject();
    json.writeStringProperty("from", reach.from().path());
    json.writeStringProperty("to", reach.destination().label());
    json.writeStringProperty("group", reach.destination().group().word());
    json.writeStringProperty("answer", answer.outcome().words());
    json.writeArrayPropertyStart("openPorts");
    for (Reach.Range range : reach.open()) {
      json.writeStartObject();
      json.writeStringProperty("protocol", range.protocol().name());
      json.writeNumberProperty("first", range.first());
      json.writeNumberProperty("last", range.last());
      json.writeEndObject();
    }
    json.writeEndArray();
    boolean open =
        reach.destination().endpoint() instanceof Endpoint.OfAddresses && !answer.open().isEmpty();
    json.writeStringProperty("openAddresses", open ? answer.open().toString() : "");
    json.writeArrayPropertyStart("steps");
    steps.forEach(step -> step(step, places, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void step(Step step, ObjectPlaces places, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("question", step.question());
    json.writeStringProperty("text", step.text());
    json.writeStringProperty("object", step.object().map(ObjectRef::path).orElse(""));
    json.writeStringProperty("path", step.path().map(Object::toString).orElse(""));
    json.writeStringProperty("file", places.of(step).map(Evidence.Place::file).orElse(""));
    json.writeNumberProperty("line", places.of(step).map(Evidence.Place::line).orElse(0));
    json.writeEndObject();
  }
}
