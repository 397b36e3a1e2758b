package dev.zonewright.ui.files;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.chart.ChartModel;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.workspace.HelmTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells charts from manifests, and lets the person render them. */
final class ChartRendering {
  private final BackgroundRunner runner;
  private final Supplier<UserDialogs> dialogs;
  private final Consumer<Notice> tell;
  private final Rendered rendered;
  private String searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");

  /** Takes a manifest that Helm made. */
  @FunctionalInterface
  interface Rendered {
    void accept(Path chart, String name, String manifest);
  }

  /**
   * The charts of a window.
   *
   * @param rendered hears what Helm made of a chart
   */
  ChartRendering(
      BackgroundRunner runner,
      Supplier<UserDialogs> dialogs,
      Consumer<Notice> tell,
      Rendered rendered) {
    this.runner = runner;
    this.dialogs = dialogs;
    this.tell = tell;
    this.rendered = rendered;
  }

  /** Looks for Helm elsewhere than on the path of the process. */
  void searchHelmIn(String path) {
    searchPath = path;
  }

  private record Split(List<Path> charts, List<Path> others) {}

  /**
   * Sets charts aside and hands on the rest.
   *
   * @param others called with what is no chart
   */
  void sort(List<Path> paths, Consumer<List<Path>> others) {
    runner.io(
        () -> {
          Split split = new Split(new ArrayList<>(), new ArrayList<>());
          paths.forEach(p -> (HelmTemplate.isChart(p) ? split.charts() : split.others()).add(p));
          return split;
        },
        split -> {
          split.charts().forEach(chart -> offer(chart, others));
          if (!split.others().isEmpty()) {
            others.accept(split.others());
          }
        });
  }

  private void offer(Path chart, Consumer<List<Path>> asItIs) {
    tell.accept(
        Notice.info(
            "%s is a Helm chart: its templates become manifests when Helm renders them."
                .formatted(chart.toAbsolutePath().normalize().getFileName()),
            new Notice.Choice("Render with Helm…", () -> render(chart)),
            new Notice.Choice("Open its files unrendered", () -> asItIs.accept(List.of(chart)))));
  }

  /** Lets a chart be rendered, and opens what comes of it. */
  void render(Path chart) {
    runner.io(
        () -> HelmTemplate.isChart(chart),
        isChart -> {
          if (isChart) {
            ask(chart);
          } else {
            tell.accept(
                Notice.warning(
                    "%s is not a chart: it has no Chart.yaml.".formatted(chart.getFileName())));
          }
        });
  }

  private void ask(Path chart) {
    runner.io(
        () -> HelmTemplate.find(searchPath),
        helm -> {
          ChartModel model = new ChartModel(runner, helm, chart);
          Optional<String> manifest = dialogs.get().render(model);
          String name = model.releaseProperty().get().strip() + " (helm template).yaml";
          manifest.ifPresent(text -> rendered.accept(chart, name, text));
          if (manifest.isPresent()) {
            model.placed().map(Notice::info).ifPresent(tell);
          }
        });
  }
}
