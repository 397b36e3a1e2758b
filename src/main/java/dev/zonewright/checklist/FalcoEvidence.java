package dev.zonewright.checklist;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.control.Verdict;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.falco.FalcoSetup;
import dev.zonewright.kube.falco.KeyRule;
import dev.zonewright.kube.falco.Seen;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.risk.MidSentence;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the opened manifests show of Falco: one that runs counts for every tenant. Where Falco is
 * not opened nothing is concluded.
 */
final class FalcoEvidence {
  private static final String MISSING = "missing-falco";

  private final Analysis analysis;
  private final FalcoSetup falco;

  FalcoEvidence(Analysis analysis) {
    this.analysis = analysis;
    this.falco =
        FalcoSetup.of(
            analysis.objects().stream().map(LocatedObject::object).toList(),
            parts().map(part -> part.part().document()).toList());
  }

  ItemBuilder plugin(ItemBuilder item) {
    if (falco.runners().isEmpty()) {
      return item.line(State.NOT_VISIBLE, "no Falco is opened");
    }
    Seen runs = falco.runners().getFirst();
    item.add(evidence(runs, State.IN_PLACE, "%s runs Falco".formatted(runs.object().label())));
    if (falco.plugin().isPresent() || falco.config().isEmpty()) {
      blind().forEach(item::add);
    }
    if (falco.plugin().isPresent()) {
      return item.add(
          evidence(
              falco.plugin().get(), State.IN_PLACE, "the configuration loads the plugin of Edera"));
    }
    return falco.config().isPresent()
        ? item.add(
            evidence(
                falco.config().get(),
                State.MISSING,
                "the configuration of Falco does not load the plugin of Edera"))
        : item.line(State.NOT_VISIBLE, "no opened configuration loads the plugin of Edera");
  }

  /** What keeps Falco from seeing the zones, whichever tenant it belongs to. */
  private Stream<Evidence> blind() {
    return analysis.findings().stream()
        .filter(at -> at.finding().control().id().equals(MISSING))
        .filter(at -> at.finding().verdict() == Verdict.VIOLATED)
        .map(at ->
            TenantEvidence.at(
                at,
                State.EXPOSURE,
                at.finding().object().label() + ": " + MidSentence.of(at.finding().message())));
  }

  /** Looks for a rule that watches this. */
  ItemBuilder rule(ItemBuilder item, KeyRule key) {
    Seen found = falco.watched().get(key);
    if (found != null) {
      return item.add(evidence(found, State.IN_PLACE, "a rule of Falco watches " + key.words()));
    }
    String objection = falco.objections().get(key);
    if (objection != null) {
      return item.line(
          State.NOT_VISIBLE,
          "no opened rule of Falco watches %s in zones: %s".formatted(key.words(), objection));
    }
    return item.line(
        State.NOT_VISIBLE,
        falco.runners().isEmpty()
            ? "no Falco is opened; a rule that watches %s would show it".formatted(key.words())
            : "no opened rule of Falco watches " + key.words());
  }

  private Evidence evidence(Seen at, State state, String text) {
    return new Evidence(
        state,
        text,
        analysis.objects().stream()
            .filter(o -> ObjectRef.of(o.object()).equals(at.object()))
            .findFirst()
            .map(o -> place(o, at))
            .or(() -> placeOfFile(at)));
  }

  /** A document and the file that it stands in. */
  private record Part(Manifest manifest, YamlStream.Part part) {}

  /** The documents without a kind that are a list. */
  private Stream<Part> parts() {
    return analysis.manifests().stream()
        .flatMap(m -> m.stream().parts().stream().map(p -> new Part(m, p)))
        .filter(p -> p.part().document().cursor().isSequence());
  }

  private Optional<Place> placeOfFile(Seen at) {
    return parts()
        .filter(p ->
            FalcoSetup.fileOf(p.part().document())
                .filter(file -> file.object().equals(at.object()))
                .isPresent())
        .findFirst()
        .map(p -> {
          YamlCursor first = p.part().document().cursor().at(at.path()).at(0);
          TextRange range = first.place().range().shift(p.part().offset());
          int line = p.manifest().stream().lines().positionOf(range.start()).line();
          return new Place(p.manifest().file(), line, range);
        });
  }

  private Place place(LocatedObject object, Seen at) {
    TextRange range = object.rangeOf(object.object().root().document().cursor().at(at.path()));
    int line =
        analysis
            .manifest(object.file())
            .map(m -> m.stream().lines().positionOf(range.start()).line())
            .orElse(1);
    return new Place(object.file(), line, range);
  }
}
