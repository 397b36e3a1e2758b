package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Profile;
import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.accept.Removal;
import dev.zonewright.ui.chart.ChartModel;
import dev.zonewright.ui.compare.Comparison;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.Unexpected;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.fix.FixAllModel;
import dev.zonewright.workspace.ManifestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A window's model on real files, everything on the calling thread, and a person who agrees. */
public final class Bench implements UserDialogs {
  public static final String DEPLOYMENT =
      """
      # keep me
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api
        namespace: acme
      spec:
        template:
          spec:
            runtimeClassName: edera
            automountServiceAccountToken: false
            containers:
              - name: api
                image: api:1
                securityContext:
                  privileged: true # for now
                  capabilities:
                    drop: [ALL]
      """;
  static final String HARDENED = DEPLOYMENT.replace("privileged: true #", "privileged: false #");

  private static final Duration LONG = Duration.ofSeconds(5);

  final Path folder;
  final ShellModel model;
  Unsaved answer = Unsaved.STAY;
  boolean agrees = true;
  String namespace = "";
  Optional<Path> place = Optional.empty();
  Optional<String> verdict = Optional.empty();
  Optional<Comparison> compared = Optional.empty();
  final List<Unexpected> mishaps = new ArrayList<>();

  public Bench(Path folder) {
    this(folder, direct());
  }

  Bench(Path folder, BackgroundRunner runner) {
    this(folder, runner, Optional.empty());
  }

  Bench(Path folder, BackgroundRunner runner, Optional<Path> settings) {
    this.folder = folder;
    Profile profile = Profile.EDERA_REFERENCE;
    Analyzer analyzer = new Analyzer(WorkloadControls.all(), profile);
    model = new ShellModel(runner, new ManifestStore(), analyzer, profile, settings);
    model.askThrough(this);
  }

  /** One that keeps its settings. */
  static Bench keeping(Path folder, Path settings) {
    return new Bench(folder, direct(), Optional.of(settings));
  }

  public ShellModel model() {
    return model;
  }

  static BackgroundRunner direct() {
    return new BackgroundRunner(
        Runnable::run,
        Runnable::run,
        Runnable::run,
        (wait, task) -> {
          // what is only tried again is not tried for ever
          if (wait.compareTo(LONG) < 0) {
            task.run();
          }
          return () -> {};
        });
  }

  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open(Path... paths) {
    model.open(List.of(paths));
  }

  OpenFile active() {
    return Optional.ofNullable(model.tabs().activeProperty().get()).orElseThrow();
  }

  LocatedFinding finding(String control) {
    return model.analysisProperty().get().findings().stream()
        .filter(f -> f.finding().control().id().equals(control))
        .findFirst()
        .orElseThrow();
  }

  List<String> controls() {
    return model.analysisProperty().get().findings().stream()
        .map(f -> f.finding().control().id())
        .sorted()
        .toList();
  }

  Notice notice() {
    return Optional.ofNullable(model.noticeProperty().get()).orElseThrow();
  }

  void choose(String label) {
    notice().choices().stream()
        .filter(c -> c.label().equals(label))
        .findFirst()
        .orElseThrow()
        .action()
        .run();
  }

  @Override
  public Unsaved unsaved(List<String> files) {
    return answer;
  }

  @Override
  public Optional<FixRun> chooseFixes(FixAllModel fixes) {
    fixes.start();
    return agrees ? fixes.result() : Optional.empty();
  }

  @Override
  public Optional<ReviewEdit.Made> remove(Removal entry) {
    return Optional.of(entry.edit()).filter(_ -> agrees);
  }

  @Override
  public Optional<Path> saveAs(String name) {
    return place;
  }

  @Override
  public Optional<String> compare(Comparison comparison) {
    compared = Optional.of(comparison);
    return verdict;
  }

  @Override
  public Optional<String> render(ChartModel chart) {
    chart.namespaceProperty().set(namespace);
    chart.render();
    return chart.manifest();
  }

  @Override
  public void tell(Unexpected what) {
    mishaps.add(what);
  }
}
