package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.ReadText;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Several independent changes of one document, each planned against the text at the beginning. A
 * change that meets what an earlier one touched is put off: its paths, or its reason, may no longer
 * hold.
 */
public sealed interface EditBatch permits WholeBatch, ProvedBatch, ListBatch, OnwardBatch {
  /** Why a change is refused after as many as one run makes. */
  String MORE_TO_CHANGE =
      "the document has more to change than is made in one run; run it again for the rest";

  /** Why a change is refused after as many refusals as one run takes. */
  String TOO_LONG =
      "the document is too long for so many changes that cannot be made; apply it by itself";

  /** What came of one change. */
  sealed interface Result {
    /** The change is made and proved. */
    record Made() implements Result {}

    /** Ask again once this batch is applied and looked at afresh. */
    record PutOff() implements Result {}

    /** It cannot be made, whatever else is changed. */
    record Refused(String reason) implements Result {}
  }

  /** Looks at one change before it is taken. */
  @FunctionalInterface
  interface Guard {
    /** Lets everything pass. */
    Guard NONE = (_, _) -> Optional.empty();

    /**
     * Why the change is not taken; empty where it is.
     *
     * @param text before the change: the document, or the part of it that was read for the change
     * @param edits the change, in offsets of {@code text}
     */
    Optional<String> objection(String text, EditSet edits);
  }

  /**
   * A batch on a document that was parsed from this text. In a long list each item is changed by
   * itself, so that a thousand changes do not read the whole document a thousand times; what
   * concerns more than one item is put off.
   *
   * @param documentText separator line included, lines ended by LF
   */
  static EditBatch on(YamlDocument document, String documentText) {
    ListBatch items = ListBatch.of(document, documentText);
    return items == null ? whole(document, documentText) : items;
  }

  /** The same, reading the whole document for each change; it puts off no more than it must. */
  static EditBatch whole(YamlDocument document, String documentText) {
    return new ProvedBatch(document, documentText);
  }

  /**
   * Makes a change as a whole or not at all.
   *
   * @param at what the change is about
   */
  default Result add(YamlPath at, Consumer<YamlEditor> change) {
    return add(at, change, Guard.NONE);
  }

  /**
   * Makes a change as a whole or not at all, where the guard lets it pass.
   *
   * @param at what the change is about
   */
  Result add(YamlPath at, Consumer<YamlEditor> change, Guard guard);

  /**
   * All changes made, in offsets of the text at the beginning; empty where they cannot be proved
   * together.
   */
  EditSet edits();

  /**
   * The document as {@link #edits} leaves it, where it was read to prove them; asked after them. A
   * document that is put behind it is not in it.
   */
  default Optional<ReadText> read() {
    return Optional.empty();
  }

  /**
   * Another batch that goes on where this one ends, for what concerns the document as a whole and
   * was therefore put off; what meets a change of this one is put off by it too. Its edits are
   * those of both. Empty where there is nothing to go on from.
   */
  default Optional<EditBatch> onward() {
    return Optional.empty();
  }

  /** Whether a change of that place is left to the batch that goes on from this one. */
  default boolean leaves(YamlPath at) {
    return false;
  }
}
