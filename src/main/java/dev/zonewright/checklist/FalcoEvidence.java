package dev.zonewright.checklist;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.falco.FalcoSetup;
import dev.zonewright.kube.falco.KeyRule;
import dev.zonewright.kube.falco.Seen;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.text.TextRange;

/**
 * What the opened manifests show of Falco: one that runs counts for every tenant. Where Falco is
 * not opened nothing is concluded.
 */
final class FalcoEvidence {
  private final Analysis analysis;
  private final FalcoSetup falco;

  FalcoEvidence(Analysis analysis) {
    this.analysis = analysis;
    this.falco = FalcoSetup.of(analysis.objects().stream().map(LocatedObject::object).toList());
  }

  ItemBuilder plugin(ItemBuilder item) {
    if (falco.runners().isEmpty()) {
      return item.line(State.NOT_VISIBLE, "no Falco is opened");
    }
    Seen runs = falco.runners().getFirst();
    item.add(evidence(runs, State.IN_PLACE, "%s runs Falco".formatted(runs.object().label())));
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
            .map(o -> place(o, at)));
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
