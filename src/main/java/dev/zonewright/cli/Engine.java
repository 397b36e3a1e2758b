package dev.zonewright.cli;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.Unreadable;
import dev.zonewright.control.Control;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.OpenListener;
import dev.zonewright.workspace.OpenedFile;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every command needs of the rooms below: opens paths and analyses what is in them. */
final class Engine {
  /** The path that means standard input. */
  static final String STDIN = "-";

  private final List<Control> controls;
  private final Analyzer analyzer;
  private final ManifestStore store;

  Engine(List<Control> controls, ManifestStore store) {
    this.controls = controls;
    this.analyzer = new Analyzer(controls, Profile.EDERA_REFERENCE);
    this.store = store;
  }

  /**
   * What was opened and what the controls say of it.
   *
   * @param files by name
   */
  record Opened(Map<String, OpenedFile> files, Analysis analysis) {}

  List<Control> controls() {
    return controls;
  }

  ManifestStore store() {
    return store;
  }

  Fixer fixer() {
    return new Fixer(analyzer);
  }

  Opened open(List<String> paths, InputStream in) {
    Gatherer gatherer = new Gatherer();
    for (String path : paths) {
      if (path.equals(STDIN)) {
        store.open(in, STDIN, gatherer);
      }
    }
    List<Path> files = paths.stream().filter(p -> !p.equals(STDIN)).map(Path::of).toList();
    store.open(files, gatherer, () -> false);
    List<Manifest> manifests =
        gatherer.files.values().parallelStream()
            .map(f -> Manifest.of(f.name(), f.source().text()))
            .toList();
    return new Opened(
        gatherer.files, analyzer.analyze(manifests, gatherer.unreadable, Analysis.empty()));
  }

  private static final class Gatherer implements OpenListener {
    private final Map<String, OpenedFile> files = new LinkedHashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    @Override
    public void opened(OpenedFile file) {
      files.put(file.name(), file);
    }

    @Override
    public void unreadable(Unreadable file) {
      unreadable.add(file);
    }
  }
}
