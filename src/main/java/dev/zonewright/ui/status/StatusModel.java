package dev.zonewright.ui.status;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Counts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the foot of the window says. */
public final class StatusModel {
  private static final long SECONDS = 10_000;

  private final ReadOnlyStringWrapper analysed = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notAnalysed = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Coverage> coverage;
  private final ReadOnlyObjectWrapper<Work> work = new ReadOnlyObjectWrapper<>(Work.NONE);
  private final ReadOnlyStringWrapper workText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private final DoubleProperty progress = new SimpleDoubleProperty();
  private final StringProperty notKept = new SimpleStringProperty("");
  private final StringProperty place = new SimpleStringProperty("");
  private final StringProperty lineEnds = new SimpleStringProperty("");
  private final StringProperty encoding = new SimpleStringProperty("");
  private String done = "";
  private boolean opening;
  private boolean busy;

  /** What is under way; what can be cancelled comes first. */
  public enum Work {
    OPENING,
    BUSY,
    DONE,
    NONE
  }

  public StatusModel() {
    coverage = new ReadOnlyObjectWrapper<>(new Coverage(List.of()));
  }

  /** These files and folders are about to be read. */
  public void reading(List<Path> paths) {
    String first = paths.isEmpty() ? "" : FileNames.last(paths.getFirst().toString());
    reading.set(paths.size() < 2 ? first : "%s and %,d more".formatted(first, paths.size() - 1));
    opening(0, 0);
  }

  /**
   * Files are being read.
   *
   * @param files read so far
   * @param all 0 while that is not known
   */
  public void opening(int files, int all) {
    opening = true;
    progress.set(all == 0 ? -1 : (double) files / all);
    update(
        all > 0
            ? "opening %,d of %,d…".formatted(files, all)
            : files > 0 ? "opening, " + Counts.say(files, "file", "files") + " read…" : "opening…");
  }

  /** The only file there is to read is long: how much of it is read. */
  public void within(long bytes, long all) {
    opening = true;
    progress.set((double) bytes / all);
    update("opening, %s of %s…".formatted(megabytes(bytes), megabytes(all)));
  }

  private static String megabytes(long bytes) {
    return "%,.1f MB".formatted(bytes / 1_000_000.0);
  }

  public void opened() {
    opening = false;
    update(busy ? "analysing…" : done);
  }

  /** Something is computed, named in a word: “analysing…”. */
  public void busy(String what) {
    busy = true;
    if (!opening) {
      progress.set(-1);
      update(what);
    }
  }

  public void idle() {
    busy = false;
    if (!opening) {
      update(done);
    }
  }

  /** An analysis is shown. */
  public void analysed(Coverage now, long millis) {
    coverage.set(now);
    String left = left(now);
    // after the last file is closed there is as little to say as before the first
    boolean nothing = now.documents() == 0 && left.isEmpty();
    analysed.set(nothing ? "" : Counts.say(now.analysed(), "document", "documents") + " analysed");
    notAnalysed.set(left);
    done = "done in " + duration(millis);
    idle();
  }

  /** In seconds where nobody counts milliseconds any more. */
  static String duration(long millis) {
    return millis < SECONDS ? "%,d ms".formatted(millis) : "%,.1f s".formatted(millis / 1000.0);
  }

  /** What was not analysed, has nothing to analyse or is built of other files, by numbers. */
  static String left(Coverage now) {
    List<String> left = new ArrayList<>();
    if (now.hasHoles()) {
      left.add("%,d not analysed".formatted(now.holes()));
    }
    if (now.noControlApplies() > 0) {
      left.add("%,d with nothing to analyse".formatted(now.noControlApplies()));
    }
    if (!now.built().isEmpty()) {
      left.add("%,d to build".formatted(now.built().size()));
    }
    return String.join(", ", left);
  }

  private void update(String text) {
    work.set(opening ? Work.OPENING : busy ? Work.BUSY : done.isEmpty() ? Work.NONE : Work.DONE);
    workText.set(text);
  }

  /** “37 documents analysed”. */
  public ReadOnlyStringProperty analysedProperty() {
    return analysed.getReadOnlyProperty();
  }

  /** “2 not analysed, 1 with nothing to analyse”; empty when everything was. */
  public ReadOnlyStringProperty notAnalysedProperty() {
    return notAnalysed.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Coverage> coverageProperty() {
    return coverage.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Work> workProperty() {
    return work.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty workTextProperty() {
    return workText.getReadOnlyProperty();
  }

  /** “shop.yaml and 2 more”: what is read, or was last. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** From 0 to 1; negative while it is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress;
  }

  /** Why unsaved texts would not survive a crash just now; empty when they would. */
  public StringProperty notKeptProperty() {
    return notKept;
  }

  /** “Ln 31, Col 15”. */
  public StringProperty placeProperty() {
    return place;
  }

  public StringProperty lineEndsProperty() {
    return lineEnds;
  }

  public StringProperty encodingProperty() {
    return encoding;
  }
}
