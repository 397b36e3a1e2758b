package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One change of text that several places share through an anchor. It is held to what the changes
 * would do if every place had text of its own: each gets what it asked for, and no other place
 * anything.
 *
 * @param text the document's text after it
 * @param touched the paths that it changed
 */
record SharedEdit(EditSet edits, String text, Set<YamlPath> touched) {
  /** How often a text is read for one such change: written out, parsed and compared. */
  private static final int TIMES = 4;

  /**
   * How many characters may be read where the places are not items of one long list, so that the
   * whole is read for each; it is less than a second.
   */
  private static final long MOST_READ = 4_000_000;

  /**
   * What came of a try.
   *
   * @param read how many characters it took
   */
  record Trial(Optional<SharedEdit> edit, long read) {}

  /** Tries a change; empty where it cannot be made, or would reach further than it is asked to. */
  static Trial of(YamlDocument document, String text, List<SharedChange> changes) {
    long read = text.length();
    YamlEditor editor = YamlEditor.sharing(document, text);
    for (SharedChange change : changes) {
      editor.withNextSharer(change.change());
    }
    if (!(editor.finish() instanceof EditOutcome.Edited(EditSet edits, String result))) {
      return new Trial(Optional.empty(), read);
    }
    Optional<String> apart = Unshared.text(document, false);
    if (apart.isEmpty()) {
      return new Trial(Optional.empty(), read + Unshared.LONGEST);
    }
    read += TIMES * (long) apart.get().length();
    YamlDocument after = YamlParser.parse(result);
    Optional<String> meant = meant(apart.get(), changes);
    boolean same =
        meant.isPresent()
            && meant.equals(Unshared.text(after, true))
            && Unshared.overrides(after) <= Unshared.overrides(document);
    return new Trial(
        same ? Optional.of(new SharedEdit(edits, result, editor.touched())) : Optional.empty(),
        read);
  }

  /**
   * What the document is to say once every change is made in text of its own. It need not be
   * proved: what it is compared with is.
   */
  private static Optional<String> meant(String apart, List<SharedChange> changes) {
    YamlDocument document = YamlParser.parse(apart);
    return itemByItem(document, apart, changes)
        .or(() -> oneByOne(document, apart, changes))
        .flatMap(result -> Unshared.text(YamlParser.parse(result), true));
  }

  private static Optional<String> itemByItem(
      YamlDocument document, String apart, List<SharedChange> changes) {
    ListBatch batch = ListBatch.of(document, apart);
    if (batch == null) {
      return Optional.empty();
    }
    for (SharedChange change : changes) {
      if (!(batch.add(change.at(), change.change()) instanceof EditBatch.Result.Made)) {
        return Optional.empty();
      }
    }
    EditSet edits = batch.unproved();
    return edits.isEmpty() ? Optional.empty() : Optional.of(edits.apply(apart));
  }

  private static Optional<String> oneByOne(
      YamlDocument document, String apart, List<SharedChange> changes) {
    if ((long) changes.size() * apart.length() > MOST_READ) {
      return Optional.empty();
    }
    YamlEditor editor = YamlEditor.stepwise(document, apart);
    changes.forEach(change -> change.change().accept(editor));
    return editor.finish() instanceof EditOutcome.Edited(EditSet _, String result)
        ? Optional.of(result)
        : Optional.empty();
  }
}
