package dev.zonewright.checklist;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the opened manifests show of Falco: one that runs counts for every tenant. A rule is
 * recognised by what it says, in ConfigMaps; where Falco is not opened nothing is concluded.
 */
final class FalcoEvidence {
  private static final String PLUGIN = "libedera_falco_plugin";

  private final Analysis analysis;
  private final Optional<Workload> falco;
  private final List<LocatedObject> configMaps;

  FalcoEvidence(Analysis analysis) {
    this.analysis = analysis;
    this.falco = analysis.workloads().stream().filter(FalcoEvidence::runsFalco).findFirst();
    this.configMaps =
        analysis.objects().stream().filter(o -> o.object().kind().equals("ConfigMap")).toList();
  }

  private static boolean runsFalco(Workload workload) {
    return workload.pod().containers().stream()
        .map(c -> c.at().get("image").raw())
        .anyMatch(image -> image.contains("falcosecurity/falco") && !image.contains("falcoctl"));
  }

  ItemBuilder plugin(ItemBuilder item) {
    if (falco.isEmpty()) {
      return item.line(State.NOT_VISIBLE, "no Falco is opened");
    }
    Workload runs = falco.get();
    Optional<Evidence> plugin = said(PLUGIN, "the configuration loads the plugin of Edera");
    item.add(
        evidence(
            runs.file(),
            runs.rangeOf(runs.pod().object().root().get("metadata", "name")),
            State.IN_PLACE,
            "%s %s runs Falco".formatted(runs.kind(), runs.name())));
    return plugin.isPresent()
        ? item.add(plugin.get())
        : item.line(State.NOT_VISIBLE, "no opened ConfigMap loads the plugin of Edera");
  }

  /** Looks for a rule that speaks of one of these words. */
  ItemBuilder rule(ItemBuilder item, String what, String... words) {
    Optional<Evidence> found =
        Stream.of(words)
            .map(word -> said(word, "a rule of Falco watches " + what))
            .flatMap(Optional::stream)
            .findFirst();
    return found.isPresent()
        ? item.add(found.get())
        : item.line(
            State.NOT_VISIBLE,
            falco.isPresent()
                ? "no opened rule of Falco watches " + what
                : "no Falco is opened; a rule that watches %s would show it".formatted(what));
  }

  private Optional<Evidence> said(String word, String text) {
    for (LocatedObject map : configMaps) {
      for (YamlCursor entry : map.object().root().get("data").entries()) {
        String value = entry.raw().toLowerCase(Locale.ROOT);
        boolean rules = word.equals(PLUGIN) || value.contains("condition:");
        if (rules && value.contains(word)) {
          return Optional.of(evidence(map.file(), map.rangeOf(entry), State.IN_PLACE, text));
        }
      }
    }
    return Optional.empty();
  }

  private Evidence evidence(String file, TextRange range, State state, String text) {
    int line =
        analysis
            .manifest(file)
            .map(m -> m.stream().lines().positionOf(range.start()).line())
            .orElse(1);
    return new Evidence(state, text, Optional.of(new Place(file, line, range)));
  }
}
