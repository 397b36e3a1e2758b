package dev.zonewright.ui.dialog;

import java.util.List;

/**
 * Something to tell without stopping anybody.
 *
 * @param text what happened and what to do, one or two sentences
 * @param choices what can be done about it; none for a plain message
 * @param matter what it is about: a later notice of the same matter takes its place; empty for one
 *     that stands for itself
 */
public record Notice(Tone tone, String text, List<Choice> choices, String matter) {
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
    return new Notice(tone, text, choices, of);
  }

  /** Whether it says how that matter stands now. */
  boolean isNewsOf(Notice before) {
    return !matter.isEmpty() && matter.equals(before.matter);
  }

  boolean isWorseThan(Notice other) {
    return tone.compareTo(other.tone) > 0;
  }

  public static Notice info(String text, Choice... choices) {
    return new Notice(Tone.INFO, text, List.of(choices), "");
  }

  public static Notice warning(String text, Choice... choices) {
    return new Notice(Tone.WARNING, text, List.of(choices), "");
  }
}
