package dev.zonewright.review.edit;

import dev.zonewright.kube.Manifest;
import dev.zonewright.review.Attestation;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.RiskException;
import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.edit.YamlEditor;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes entries out of a review file. Comments, order and style of what stays are kept; the edit is
 * proved by parsing its result, and by reading back exactly the entries that stay.
 */
public final class ReviewRemover {
  private ReviewRemover() {}

  /**
   * Removes an entry, be it of use or not.
   *
   * @param file with LF as its line end
   * @param entry where it stands
   */
  public static ReviewEdit remove(Manifest file, YamlPath entry) {
    List<YamlStream.Part> parts = file.stream().parts();
    if (parts.isEmpty()) {
      return refused("the entry is not there any more");
    }
    YamlStream.Part part = parts.getFirst();
    String document = file.stream().text().substring(part.range().start(), part.range().end());
    YamlEditor editor = YamlEditor.on(document);
    if (!editor.at(entry).exists()) {
      return refused("the entry is not there any more");
    }
    return switch (editor.remove(entry).finish()) {
      case EditOutcome.Edited(EditSet edits, String _) ->
          proved(file, edits.shift(part.range().start()), entry);
      case EditOutcome.Refused(String reason) -> refused(reason);
    };
  }

  private static ReviewEdit refused(String reason) {
    return new ReviewEdit.Refused(
        "The review file is left as it is: %s. Remove the entry by hand.".formatted(reason));
  }

  private static ReviewEdit proved(Manifest file, EditSet edits, YamlPath entry) {
    ReadBack read = ReadBack.of(file, edits);
    boolean kept =
        read.bringsNoProblem()
            && entries(read.after(), YamlPath.ROOT).equals(entries(read.before(), entry));
    return kept ? read.made() : refused("the other entries would not be read back from it");
  }

  /** What the entries say, without the places that move; one is left out. */
  private static List<Object> entries(ReviewFile file, YamlPath without) {
    Stream<Object> exceptions =
        file.exceptions().stream()
            .filter(e -> !e.path().equals(without))
            .map(ReviewRemover::placeless);
    Stream<Object> attestations =
        file.attestations().stream()
            .filter(a -> !a.path().equals(without))
            .map(ReviewRemover::placeless);
    return Stream.concat(exceptions, attestations).toList();
  }

  private static RiskException placeless(RiskException e) {
    return new RiskException(
        e.control(),
        e.scope(),
        e.value(),
        e.reason(),
        e.owner(),
        e.expires(),
        e.recorded(),
        YamlPath.ROOT);
  }

  private static Attestation placeless(Attestation a) {
    return new Attestation(
        a.item(), a.tenants(), a.by(), a.date(), a.note(), a.expires(), a.single(), YamlPath.ROOT);
  }
}
