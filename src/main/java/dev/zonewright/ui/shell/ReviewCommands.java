package dev.zonewright.ui.shell;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.Workload;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.Printable;
import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.compare.ComparisonReport;
import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.report.runbook.Incident;
import dev.zonewright.report.runbook.RunbookText;
import dev.zonewright.report.runbook.Runbooks;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.review.edit.ReviewRemover;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.accept.AcceptModel;
import dev.zonewright.ui.accept.AttestModel;
import dev.zonewright.ui.accept.EntryModel;
import dev.zonewright.ui.accept.Removal;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.export.ReportExport;
import dev.zonewright.ui.files.FileCommands;
import dev.zonewright.ui.perspective.ReviewModel;
import dev.zonewright.ui.review.AttestationRow;
import dev.zonewright.ui.review.ExceptionRow;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.compare.CompareModel;
import dev.zonewright.ui.review.compare.SideSource;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.yaml.YamlPath;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What reviewers decide, written into the review file, and what leaves the window as a report. */
public final class ReviewCommands {
  private final ReviewModel review;
  private final FileCommands files;
  private final FixApplication fixes;
  private final ReportExport reports;
  private final SideSource versions;
  private final Consumer<Notice> tell;

  ReviewCommands(
      ReviewModel review,
      FileCommands files,
      FixApplication fixes,
      ReportExport reports,
      SideSource versions,
      Consumer<Notice> tell) {
    this.review = review;
    this.files = files;
    this.fixes = fixes;
    this.reports = reports;
    this.versions = versions;
    this.tell = tell;
  }

  /** Asks for all that an exception for a finding needs, and writes it into the review file. */
  public void accept(LocatedFinding finding, UserDialogs dialogs) {
    AcceptModel.of(
            finding,
            ControlCatalogue.all(),
            review.factsProperty().get(),
            ReviewPlaces.next(files.fileNames()))
        .ifPresentOrElse(
            risk ->
                dialogs
                    .accept(copying(risk))
                    .ifPresent(edit ->
                        take(edit, risk, done("Accepted", finding.finding().control().title()))),
            () ->
                tell.accept(
                    Notice.info("A finding of the review file itself cannot be accepted.")));
  }

  /** Asks who attests an item of a tenant's checklist, and writes it into the review file. */
  public void attest(ChecklistItem item, String tenant, UserDialogs dialogs) {
    AttestModel entry =
        new AttestModel(
            item, tenant, review.factsProperty().get(), ReviewPlaces.next(files.fileNames()));
    dialogs
        .attest(copying(entry))
        .ifPresent(edit -> take(edit, entry, done("Attested", item.title())));
  }

  /** Shows what taking an exception out of the review file changes, and does it. */
  public void remove(ExceptionRow row, UserDialogs dialogs) {
    String entry = row.control() + ", " + row.scope();
    remove(row.path(), edit -> Removal.ofException(entry, row.covered().size(), edit), dialogs);
  }

  /** Shows what taking an attestation out of the review file changes, and does it. */
  public void remove(AttestationRow row, UserDialogs dialogs) {
    String title = ChecklistItem.named(row.item()).map(ChecklistItem::title).orElse(row.item());
    remove(row.path(), edit -> Removal.ofAttestation(title, edit), dialogs);
  }

  private void remove(
      YamlPath entry, Function<ReviewEdit.Made, Removal> asked, UserDialogs dialogs) {
    Optional<Manifest> file = ReviewApplication.file(review.factsProperty().get().analysis());
    if (file.isEmpty()) {
      return;
    }
    if (isReadOnly(file.get().file())) {
      tell.accept(
          Notice.warning(
              "%s is read-only, so nothing is removed from it. Make the file writable, and try again."
                  .formatted(FileNames.last(file.get().file()))));
      return;
    }
    switch (ReviewRemover.remove(file.get(), entry)) {
      case ReviewEdit.Refused(String reason) -> tell.accept(Notice.warning(reason));
      case ReviewEdit.Made made -> {
        Removal removal = asked.apply(made);
        dialogs
            .remove(removal)
            .ifPresent(edit -> fixes.write(edit, done("Removed", removal.entry())));
      }
    }
  }

  private boolean isReadOnly(String name) {
    return files
        .openFiles()
        .file(name)
        .filter(f -> !f.isUntitled())
        .filter(f -> ManifestStore.isReadOnly(f.onDisk()))
        .isPresent();
  }

  /** The same entry, which is copied where its file may not be written. */
  private <T extends EntryModel> T copying(T entry) {
    if (isReadOnly(entry.fileName()) || (entry.isNewFile() && isClosed(entry.fileName()))) {
      entry.copy();
    }
    return entry;
  }

  /** Whether a file of this name cannot come to be, for its folder takes none. */
  private static boolean isClosed(String name) {
    Path folder = Path.of(name).getParent();
    return folder != null && ManifestStore.isClosed(folder);
  }

  private void take(ReviewEdit.Made edit, EntryModel entry, String done) {
    if (entry.isCopied()) {
      Clipboards.put(entry.copied());
      tell.accept(Notice.info("The entry was copied: %s.".formatted(entry.closed())));
    } else {
      fixes.write(edit, done);
    }
  }

  /** Reads a revision of the folder that holds what is open; for the background. */
  CompareModel.Result revision(String name) {
    String file = ReviewPlaces.next(files.fileNames());
    String folder = file.substring(0, file.length() - ReviewFile.NAME.length());
    return versions.revision(name, Path.of(folder.isEmpty() ? "." : folder));
  }

  private static String done(String what, String title) {
    return "%s: %s. The review file is not saved yet.".formatted(what, title);
  }

  /** Where a report is to be saved unless the person says otherwise: beside the manifests. */
  private String folder() {
    return ReviewPlaces.ofManifests(files.fileNames());
  }

  /** Asks where to, and writes a report of what is opened. */
  public void export(ExportFormat format, UserDialogs dialogs) {
    ReviewFacts now = review.factsProperty().get();
    if (fixes.isAheadOf(now.analysis())) {
      // a report that lacks files would say of itself that it is whole
      tell.accept(
          Notice.warning(
                  "Not all files are analysed yet, so a report would lack some. Export again when"
                      + " the analysis is done.")
              .asLongAs(() -> fixes.isAheadOf(review.factsProperty().get().analysis())));
      return;
    }
    reports.export(format, now, folder(), dialogs);
  }

  /** Asks where to, and writes what differs between two versions, as for a pull request. */
  public void export(Compared compared, UserDialogs dialogs) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new ComparisonReport(compared).writeMarkdown(out);
    out.flush();
    write("comparison.md", text.toString(), dialogs);
  }

  /** Asks where to, and writes a text of the program's own there. */
  void write(String name, String text, UserDialogs dialogs) {
    reports.write(folder() + name, text, dialogs);
  }

  /** Shows what to do about incidents, for the workload around a place. */
  public void runbook(Optional<Jump> at, UserDialogs dialogs) {
    at.flatMap(review::workload)
        .ifPresentOrElse(
            workload -> runbook(workload, dialogs),
            () ->
                tell.accept(
                    Notice.info(
                        "No workload is selected: put the caret in one, or select it in the"
                            + " tree.")));
  }

  private void runbook(Workload workload, UserDialogs dialogs) {
    String text =
        RunbookText.of(
            Arrays.stream(Incident.values()).map(i -> Runbooks.of(workload, i)).toList());
    String name = Printable.of(workload.path());
    if (dialogs.show("Incident runbook of " + name, text)) {
      String file = "runbook-" + workload.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".md";
      write(file, text, dialogs);
    }
  }

  /** Opens written reports through this from now on. */
  public void openReportsThrough(Consumer<Path> opener) {
    reports.openThrough(opener);
  }
}
