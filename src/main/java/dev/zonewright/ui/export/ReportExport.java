package dev.zonewright.ui.export;

import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.report.export.ReviewDocument;
import dev.zonewright.review.Reviewed;
import dev.zonewright.text.SourceText.Terminator;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.review.Closing;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.SaveOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes a report of what is opened to a file that the person names. */
public final class ReportExport {
  /** The forms as menus have them: what people read first, then what programs read. */
  public static final List<ExportFormat> ORDER =
      List.of(
          ExportFormat.HTML,
          ExportFormat.PDF,
          ExportFormat.MARKDOWN,
          ExportFormat.CSV,
          ExportFormat.SARIF,
          ExportFormat.JUNIT,
          ExportFormat.JSON,
          ExportFormat.OPENREPORTS);

  private static final String NAME = "zonewright-report.";
  private static final String MATTER = "report";

  private final BackgroundRunner runner;
  private final ManifestStore store;
  private final Closing closing;
  private final Supplier<Map<String, Terminator>> lineEnds;
  private final Consumer<Notice> tell;
  private Consumer<Path> open = _ -> {};

  /**
   * An export.
   *
   * @param closing finds out what closes most, for the first page
   * @param lineEnds of opened files whose lines do not end in LF
   */
  public ReportExport(
      BackgroundRunner runner,
      ManifestStore store,
      Closing closing,
      Supplier<Map<String, Terminator>> lineEnds,
      Consumer<Notice> tell) {
    this.lineEnds = lineEnds;
    this.closing = closing;
    this.runner = runner;
    this.store = store;
    this.tell = notice -> tell.accept(notice.about(MATTER).asAnswer());
  }

  /** Opens written reports through this from now on. */
  public void openThrough(Consumer<Path> opener) {
    open = opener;
  }

  /**
   * Asks where to, and writes there; nothing where the person declines.
   *
   * @param folder where the asking begins, ending in its separator; empty for none in particular
   */
  public void export(ExportFormat format, ReviewFacts facts, String folder, UserDialogs dialogs) {
    Optional<Path> place = dialogs.saveAs(folder + NAME + format.ending());
    place.ifPresent(path -> {
      AtomicBoolean cancelled = new AtomicBoolean();
      Notice.Choice cancel = new Notice.Choice("Cancel", () -> cancelled.set(true));
      Consumer<String> progress =
          words ->
              runner.ui(() -> {
                if (!cancelled.get()) {
                  tell.accept(Notice.info(words, cancel));
                }
              });
      String name = path.getFileName().toString();
      tell.accept(
          Notice.info(
              format.showsClosing()
                  ? "%s: finding out what closes most…".formatted(name)
                  : "Writing %s…".formatted(name),
              cancel));
      Map<String, Terminator> ends = lineEnds.get();
      runner.io(
          () -> write(format, facts, ends, path, cancelled::get, progress),
          outcome -> outcome.ifPresentOrElse(known -> done(path, known), () -> left(path)));
    });
  }

  /** Asks where to, and writes a text there; nothing where the person declines. */
  public void write(String name, String text, UserDialogs dialogs) {
    dialogs
        .saveAs(name)
        .ifPresent(path -> {
          tell.accept(Notice.info("Writing %s…".formatted(path.getFileName())));
          runner.io(
              () -> store.saveAs(path, text.getBytes(StandardCharsets.UTF_8)),
              outcome -> done(path, outcome));
        });
  }

  private void left(Path path) {
    tell.accept(Notice.info("%s was not written: it was cancelled.".formatted(path)));
  }

  /** Writes it; nothing is at the place, or what was there before, where the person cancels. */
  private Optional<SaveOutcome> write(
      ExportFormat format,
      ReviewFacts facts,
      Map<String, Terminator> ends,
      Path path,
      BooleanSupplier cancelled,
      Consumer<String> progress) {
    ReviewDocument whole =
        new ReviewDocument(
                facts.analysis(),
                facts.today(),
                facts.assessed(),
                facts.checklists(),
                facts.review().map(Reviewed::file),
                facts.exceptions())
            .ending(ends);
    ReviewDocument document =
        format.showsClosing() ? whole.tried(closing.of(facts, cancelled)) : whole;
    String name = path.getFileName().toString();
    if (format.showsClosing()) {
      progress.accept("Writing %s…".formatted(name));
    }
    StoppedBytes bytes =
        new StoppedBytes(
            cancelled,
            megabytes -> progress.accept("Writing %s, %,d MB so far…".formatted(name, megabytes)));
    try {
      format.write(document, bytes);
    } catch (CancellationException _) {
      return Optional.empty();
    }
    return cancelled.getAsBoolean()
        ? Optional.empty()
        : Optional.of(store.saveAs(path, bytes.toByteArray()));
  }

  private void done(Path path, SaveOutcome outcome) {
    tell.accept(
        switch (outcome) {
          case SaveOutcome.Saved _ ->
              Notice.info("Written: " + path, new Notice.Choice("Open", () -> open(path)));
          case SaveOutcome.Failed(String what, String cure) ->
              Notice.warning("%s was not written: %s. %s".formatted(path, what, cure));
          case SaveOutcome.ChangedOnDisk(String what) ->
              Notice.warning("%s was not written: %s. Try again.".formatted(path, what));
        });
  }

  private void open(Path path) {
    open.accept(path);
    // the system does not tell whether it did
    tell.accept(
        Notice.info(
            "Opening %s. If nothing appears, no program is set for such files.".formatted(path)));
  }

  /** What a form is called in a menu. */
  public static String title(ExportFormat format) {
    return switch (format) {
      case HTML -> "HTML report…";
      case PDF -> "PDF report…";
      case MARKDOWN -> "Markdown…";
      case SARIF -> "SARIF…";
      case JUNIT -> "JUnit…";
      case CSV -> "CSV…";
      case JSON -> "JSON…";
      case OPENREPORTS -> "OpenReports…";
    };
  }
}
