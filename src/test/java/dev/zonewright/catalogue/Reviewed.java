package dev.zonewright.catalogue;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Control;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import java.util.List;
import java.util.stream.Stream;

/** A text under all controls, and what fixing one control makes of it. */
record Reviewed(Analysis analysis) {
  static final String FILE = "example.yaml";
  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  static Reviewed of(String text) {
    return new Reviewed(ANALYZER.analyze(List.of(Manifest.of(FILE, text))));
  }

  /** The findings of one control in a text. */
  static List<LocatedFinding> find(String id, String text) {
    return of(text).of(ControlCatalogue.byId(id).orElseThrow()).toList();
  }

  String text() {
    return analysis.manifest(FILE).orElseThrow().stream().text();
  }

  Stream<LocatedFinding> of(Control control) {
    return analysis.findings().stream()
        .filter(f -> f.finding().control().id().equals(control.info().id()));
  }

  /** Control and container of the findings, sorted, for comparing texts that differ in places. */
  static List<String> labels(Stream<LocatedFinding> findings) {
    return findings
        .map(f -> f.finding().control().id() + " " + f.finding().container())
        .sorted()
        .toList();
  }

  /** All fixes of a control, the safe one of each finding first. */
  FixRun fixed(Control control) {
    return new Fixer(ANALYZER)
        .fixAll(
            analysis,
            f -> f.finding().control().id().equals(control.info().id()),
            true,
            () -> false);
  }

  static EditSet editsOf(FixRun run) {
    return run.edits().getOrDefault(FILE, EditSet.EMPTY);
  }
}
