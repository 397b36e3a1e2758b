package dev.zonewright.review.edit;

import dev.zonewright.kube.Manifest;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.review.RiskException;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.edit.YamlEditor;
import dev.zonewright.yaml.parse.YamlStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Writes entries into a review file. Comments, order and style of what is there stay; the edit is
 * proved by parsing its result, as every fix is. An exception that is over and covers the same is
 * renewed in its place.
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
    if (text.isBlank() || file.stream().parts().isEmpty()) {
      return new ReviewEdit.Made(
          file.file(),
          text,
          EditSet.of(TextEdit.insert(text.length(), newLine(text) + whole(entry))),
          false);
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
      editor.addItem(YamlPath.of(entry.list()), entry.written());
    }
    return switch (editor.finish()) {
      case EditOutcome.Edited(EditSet edits, String _) ->
          new ReviewEdit.Made(file.file(), text, edits.shift(part.range().start()), false);
      case EditOutcome.Refused(String reason) ->
          new ReviewEdit.Refused(
              "The review file is left as it is: %s. Write the entry by hand.".formatted(reason));
    };
  }

  /** A review file that is not there yet, with one entry. */
  public static ReviewEdit begin(String name, NewEntry entry) {
    return new ReviewEdit.Made(name, "", EditSet.of(TextEdit.insert(0, HEAD + whole(entry))), true);
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
        .filter(e -> e.isExpired(today))
        .filter(e -> e.control().equals(risk.control()))
        .filter(e -> e.scope().equals(risk.scope()) && e.value().equals(risk.value()))
        .findFirst();
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
