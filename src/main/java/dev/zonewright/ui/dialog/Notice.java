package dev.zonewright.ui.dialog;

import java.util.List;

/**
 * Something to tell without stopping anybody.
 *
 * @param text what happened and what to do, one or two sentences
 * @param choices what can be done about it; none for a plain message
 */
public record Notice(Tone tone, String text, List<Choice> choices) {
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

  public static Notice info(String text, Choice... choices) {
    return new Notice(Tone.INFO, text, List.of(choices));
  }

  public static Notice warning(String text, Choice... choices) {
    return new Notice(Tone.WARNING, text, List.of(choices));
  }
}
