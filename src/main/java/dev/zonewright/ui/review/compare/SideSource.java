package dev.zonewright.ui.review.compare;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.compare.Side;
import dev.zonewright.report.compare.SideReader;
import dev.zonewright.report.compare.UnusableBaselineException;
import dev.zonewright.text.Unreadable;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.compare.CompareModel.Result;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.OpenListener;
import dev.zonewright.workspace.OpenedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads a version to compare with: a baseline, a review in JSON, or manifests. */
public final class SideSource {
  private final ManifestStore store;
  private final Analyzer analyzer;
  private final ReviewApplication review;

  public SideSource(ManifestStore store, Analyzer analyzer, ReviewApplication review) {
    this.store = store;
    this.analyzer = analyzer;
    this.review = review;
  }

  /** Reads and analyses; for the background. */
  public Result read(Path path) {
    List<OpenedFile> opened = new CopyOnWriteArrayList<>();
    List<Unreadable> unreadable = new CopyOnWriteArrayList<>();
    store.open(
        List.of(path),
        new OpenListener() {
          @Override
          public void opened(OpenedFile file) {
            opened.add(file);
          }

          @Override
          public void unreadable(Unreadable file) {
            unreadable.add(file);
          }
        },
        () -> false);
    if (opened.isEmpty()) {
      return new Result.Refused(
          unreadable.isEmpty()
              ? "There is no manifest in %s.".formatted(path)
              : "%s cannot be read: %s. %s"
                  .formatted(path, unreadable.getFirst().what(), unreadable.getFirst().cure()));
    }
    try {
      Optional<Side> written =
          opened.size() == 1
              ? SideReader.read(opened.getFirst().source().text())
              : Optional.empty();
      return new Result.Read(
          Before.of(
              path.toString(), written.orElseGet(() -> Side.of(analysed(opened, unreadable)))));
    } catch (UnusableBaselineException e) {
      return new Result.Refused("%s cannot be compared: %s".formatted(path, e.getMessage()));
    }
  }

  private Analysis analysed(List<OpenedFile> opened, List<Unreadable> unreadable) {
    List<Manifest> manifests =
        opened.stream().map(f -> Manifest.of(f.name(), f.source().text())).toList();
    return review.apply(analyzer.analyze(manifests, unreadable, Analysis.empty())).analysis();
  }
}
