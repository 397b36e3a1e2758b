package dev.zonewright.ui.accept;

import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.report.MaskedDiff;
import dev.zonewright.review.Day;
import dev.zonewright.review.edit.NewEntry;
import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.review.edit.ReviewWriter;
import dev.zonewright.text.FileNames;
import dev.zonewright.text.LineDiff;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.ReviewFacts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** An entry that a person fills in, and what it does to the review file so far. */
public abstract class EntryModel {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final int CONTEXT = 8;

  private final Optional<Manifest> file;
  private final String newName;
  private final LocalDate today;
  private final StringProperty expires = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<State> state;
  private boolean copies;

  /**
   * What the dialog shows.
   *
   * @param missing what has to be filled in, in words; empty when the entry is complete
   * @param draft what would be written as it is filled in so far
   */
  public record State(String missing, ReviewEdit draft) {
    /** The edit that can be made; empty while something is missing. */
    public Optional<ReviewEdit.Made> made() {
      return missing.isEmpty() && draft instanceof ReviewEdit.Made made
          ? Optional.of(made)
          : Optional.empty();
    }

    /** Why nothing can be written, or what is missing; empty when all is there. */
    String objection() {
      return draft instanceof ReviewEdit.Refused(String reason) ? reason : missing;
    }

    /** The lines that change, with some around them. */
    LineDiff diff() {
      return draft instanceof ReviewEdit.Made made
          ? MaskedDiff.of(
              LineDiff.of(made.before(), made.edits(), CONTEXT), made.before(), made.after())
          : new LineDiff(List.of());
    }

    boolean isNewFile() {
      return draft instanceof ReviewEdit.Made made && made.isNew();
    }
  }

  EntryModel(ReviewFacts facts, String newName) {
    this.file = ReviewApplication.file(facts.analysis());
    this.newName = newName;
    this.today = facts.today();
    state = new ReadOnlyObjectWrapper<>(new State("", new ReviewEdit.Refused("")));
    expires.addListener((_, _, _) -> refresh());
  }

  /** The entry as it is filled in, complete or not. */
  abstract NewEntry entry(LocalDate until);

  /** Words for what is not filled in yet. */
  abstract List<String> missing();

  /** Words as they are written: what is not filled in yet shows as dots. */
  static String filled(String words) {
    return words.isBlank() ? "…" : words.strip();
  }

  /** Whether words of a file may be proposed: a credential among them is not handed on. */
  static boolean isHarmless(String words) {
    return Masked.line(words).equals(words) && Masked.within(words).equals(words);
  }

  /** The words of the button that writes the entry. */
  abstract String action(String until);

  /** The longest time that it may run, in days. */
  abstract int longest();

  /** Something was filled in. */
  final void refresh() {
    List<String> missing = new ArrayList<>(missing());
    Optional<LocalDate> until = until();
    if (until.isEmpty()) {
      missing.add("a date such as 2027-02-25");
    } else if (until.get().isBefore(today)) {
      missing.add("a date that is not in the past");
    } else if (until.get().isAfter(today.plusDays(longest()))) {
      missing.add("a date within " + longest() + " days");
    }
    String words = missing.isEmpty() ? "" : "Needed: " + String.join(", ", missing);
    state.set(new State(words, write(entry(until.orElse(today)))));
  }

  private ReviewEdit write(NewEntry entry) {
    return file.map(f -> ReviewWriter.add(f, entry, today))
        .orElseGet(() -> ReviewWriter.begin(newName, entry));
  }

  final Optional<LocalDate> until() {
    return Day.parse(expires.get().strip());
  }

  final LocalDate today() {
    return today;
  }

  /** The entry is copied, for the file may not be written; to be said before it is shown. */
  public final void copy() {
    copies = true;
  }

  /** Whether the entry is copied in place of being written. */
  public final boolean isCopied() {
    return copies;
  }

  /** Whether there is no review file yet. */
  public final boolean isNewFile() {
    return file.isEmpty();
  }

  /** What cannot be written: the file, or the folder that a new one would be in. */
  public final String closed() {
    return isNewFile()
        ? "no file can be created in %s".formatted(FileNames.folder(newName))
        : "%s is read-only".formatted(FileNames.last(fileName()));
  }

  /** What to do where the file may not be written. */
  final String readOnlyWords() {
    return isNewFile()
        ? "You cannot create a file in %s, so nothing is written there. Fill in the entry, copy it, and paste it into a %s elsewhere. Or make the folder writable, and try again."
            .formatted(FileNames.folder(newName), FileNames.last(newName))
        : "%s is read-only, so nothing is written to it. Fill in the entry, copy it, and paste it into the file elsewhere. Or make the file writable, and try again."
            .formatted(FileNames.last(fileName()));
  }

  /** The entry below the key of its list, for the clipboard. */
  public final String copied() {
    return ReviewWriter.copied(entry(until().orElse(today)));
  }

  /** The name of the file that is written to. */
  public final String fileName() {
    return file.map(Manifest::file).orElse(newName);
  }

  /** Which day of the week the last one is, how far off, and how far it may be. */
  final String when() {
    String most = "The profile allows at most %d days.".formatted(longest());
    return until()
        .filter(day -> !day.isBefore(today))
        .map(day -> {
          long days = ChronoUnit.DAYS.between(today, day);
          String name = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          return "%s, %s. %s"
              .formatted(
                  name, days == 0 ? "today" : "in " + Counts.say((int) days, "day", "days"), most);
        })
        .orElse(most);
  }

  /** The last day, as {@code 2027-02-25}. */
  final StringProperty expiresProperty() {
    return expires;
  }

  /** The words of the button, with the last day as people write it. */
  final String actionText() {
    return copies ? "Copy entry" : action(until().map(SHOWN::format).orElse("…"));
  }

  public final ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
