package dev.zonewright.ui.dialog;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Something to tell without stopping anybody.
 *
 * @param text what happened and what to do, one or two sentences
 * @param choices what can be done about it; none for a plain message
 * @param matter what it is about: a later notice of the same matter takes its place; empty for one
 *     that stands for itself
 * @param holds whether it is true still; asked now and then, on the UI thread
 * @param asked whether it answers what somebody just did, who waits for it
 */
public record Notice(
    Tone tone,
    String text,
    List<Choice> choices,
    String matter,
    BooleanSupplier holds,
    boolean asked) {
  public Notice {
    choices = List.copyOf(choices);
  }

  /** How serious it is. */
  public enum Tone {
    INFO,
    WARNING
  }

  /** A button of the notice. */
  public record Choice(String label, Runnable action) {}

  /** The same as news of a matter. */
  public Notice about(String of) {
    return new Notice(tone, text, choices, of, holds, asked);
  }

  /** The same, which goes by itself once this is no longer so. */
  public Notice asLongAs(BooleanSupplier isSo) {
    return new Notice(tone, text, choices, matter, isSo, asked);
  }

  /** The same as the answer to what somebody just did: it waits behind no other. */
  public Notice asAnswer() {
    return new Notice(tone, text, choices, matter, holds, true);
  }

  /** Whether it tells of what has been done and asks for nothing, so that it may go by itself. */
  boolean isPassing() {
    return tone == Tone.INFO && choices.isEmpty();
  }

  /** Whether it says how that matter stands now. */
  boolean isNewsOf(Notice before) {
    return !matter.isEmpty() && matter.equals(before.matter);
  }

  boolean isWorseThan(Notice other) {
    return tone.compareTo(other.tone) > 0;
  }

  public static Notice info(String text, Choice... choices) {
    return new Notice(Tone.INFO, text, List.of(choices), "", () -> true, false);
  }

  public static Notice warning(String text, Choice... choices) {
    return new Notice(Tone.WARNING, text, List.of(choices), "", () -> true, false);
  }
}
