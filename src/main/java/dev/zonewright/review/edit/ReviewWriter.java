package dev.zonewright.review.edit;

import dev.zonewright.kube.Manifest;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.review.RiskException;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.edit.YamlEditor;
import dev.zonewright.yaml.parse.YamlStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes entries into a review file. Comments, order and style of what is there stay; the edit is
 * proved by parsing its result, as every fix is, and by reading the entry back. An exception that
 * covers the same is renewed in its place.
 */
public final class ReviewWriter {
  private static final String HEAD =
      "# Decisions of the review: exceptions that expire, and attestations.\n";

  private ReviewWriter() {}

  /**
   * Writes an entry into a file that is there.
   *
   * @param file with LF as its line end
   * @param today the day against which an exception is over
   */
  public static ReviewEdit add(Manifest file, NewEntry entry, LocalDate today) {
    String text = file.stream().text();
    if (saysNothing(file)) {
      EditSet edits = EditSet.of(TextEdit.insert(text.length(), newLine(text) + whole(entry)));
      return proved(file, edits, entry);
    }
    YamlStream.Part part = file.stream().parts().getFirst();
    String document = text.substring(part.range().start(), part.range().end());
    YamlEditor editor = YamlEditor.on(document);
    Optional<RiskException> over =
        entry instanceof NewEntry.AcceptedRisk risk
            ? over(ReviewReader.read(file), risk, today)
            : Optional.empty();
    if (over.isPresent()) {
      renew(editor, over.get().path(), entry.written());
    } else {
      insert(editor, ReviewReader.read(file), entry);
    }
    return switch (editor.finish()) {
      case EditOutcome.Edited(EditSet edits, String _) ->
          proved(file, edits.shift(part.range().start()), entry);
      case EditOutcome.Refused(String reason) -> refused(reason);
    };
  }

  /** Whether it has comments at most, and a mark of where its document starts. */
  private static boolean saysNothing(Manifest file) {
    List<YamlStream.Part> parts = file.stream().parts();
    return parts.isEmpty()
        || (parts.size() == 1
            && parts.getFirst().document().problem().isEmpty()
            && parts.getFirst().document().cursor().raw().isEmpty()
            && parts.getFirst().document().cursor().isScalar());
  }

  private static void insert(YamlEditor editor, ReviewFile file, NewEntry entry) {
    YamlPath list = YamlPath.of(entry.list());
    YamlCursor there = editor.at(list);
    if (there.isSequence() && there.items().isEmpty()) {
      // [] says only that there is no entry: the first one is written as the file writes lists
      editor.set(list, new YamlValue.Items(List.of(entry.written())));
    } else {
      editor.addItem(list, EntryPlace.behind(file, entry), entry.written());
    }
  }

  private static ReviewEdit refused(String reason) {
    return new ReviewEdit.Refused(
        "The review file is left as it is: %s. Write the entry by hand.".formatted(reason));
  }

  /** Only what is read back, beside all that was read before, is written. */
  private static ReviewEdit proved(Manifest file, EditSet edits, NewEntry entry) {
    ReadBack read = ReadBack.of(file, edits);
    ReviewFile before = read.before();
    ReviewFile after = read.after();
    boolean kept =
        read.bringsNoProblem()
            && after.exceptions().size() >= before.exceptions().size()
            && after.attestations().size() >= before.attestations().size();
    return kept && holds(after, entry)
        ? read.made()
        : refused(
            before.problems().isEmpty()
                ? "the entry would not be read back from it"
                : before.problems().getFirst().message());
  }

  private static boolean holds(ReviewFile file, NewEntry entry) {
    return switch (entry) {
      case NewEntry.AcceptedRisk risk ->
          file.exceptions().stream()
              .anyMatch(e -> isSame(e, risk) && e.expires().equals(risk.expires()));
      case NewEntry.Attested given ->
          file.attestations().stream()
              .anyMatch(a ->
                  a.item().equals(given.item())
                      && a.by().equals(given.by())
                      && a.date().equals(given.date()));
    };
  }

  private static boolean isSame(RiskException exception, NewEntry.AcceptedRisk risk) {
    return exception.control().equals(risk.control())
        && exception.scope().equals(risk.scope())
        && exception.value().equals(risk.value());
  }

  /** A review file that is not there yet, with one entry. */
  public static ReviewEdit begin(String name, NewEntry entry) {
    return new ReviewEdit.Made(name, "", EditSet.of(TextEdit.insert(0, HEAD + whole(entry))), true);
  }

  /** One entry below the key of its list, to be put into a review file by hand. */
  public static String copied(NewEntry entry) {
    return whole(entry);
  }

  private static String newLine(String text) {
    return text.isEmpty() || text.endsWith("\n") ? "" : "\n";
  }

  // the editor begins a list that is not there, also in an empty document
  private static String whole(NewEntry entry) {
    return switch (YamlEditor.on(entry.list() + ": []\n")
        .set(YamlPath.of(entry.list()), new YamlValue.Items(List.of(entry.written())))
        .finish()) {
      case EditOutcome.Edited(EditSet _, String text) -> text;
      case EditOutcome.Refused(String reason) -> throw new IllegalStateException(reason);
    };
  }

  private static Optional<RiskException> over(
      ReviewFile file, NewEntry.AcceptedRisk risk, LocalDate today) {
    return file.exceptions().stream()
        .filter(e -> isSame(e, risk))
        // one that holds is renewed before one that is over
        .min(Comparator.comparing(e -> e.isExpired(today)));
  }

  private static void renew(YamlEditor editor, YamlPath entry, YamlValue.Mapping values) {
    values
        .entries()
        .forEach((key, value) -> {
          if (!editor.at(entry.key(key)).raw().equals(text(value))) {
            editor.set(entry.key(key), value);
          }
        });
  }

  private static String text(YamlValue value) {
    return switch (value) {
      case YamlValue.Text(String words) -> words;
      case YamlValue.Day(LocalDate day) -> day.toString();
      default -> "";
    };
  }
}
