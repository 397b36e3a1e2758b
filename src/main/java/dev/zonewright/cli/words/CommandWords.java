package dev.zonewright.cli.words;

import java.util.List;

/**
 * A command with all that may follow it.
 *
 * @param name the word
 * @param help what it prints of itself
 * @param options those with a long name, help and version too
 */
public record CommandWords(String name, HelpText help, List<OptionWords> options) {
  static final String CONTROL = "CONTROL";
  static final String SHELL = "SHELL";

  public CommandWords {
    options = List.copyOf(options);
  }

  /**
   * An option.
   *
   * @param name the long one, without dashes
   * @param letter the short one, empty where there is none
   * @param takesValue whether a word belongs to it
   * @param takesFile whether that word is the name of a file
   * @param values the words that it takes; empty when it takes any
   * @param brief what it does, in a sentence
   */
  public record OptionWords(
      String name,
      String letter,
      boolean takesValue,
      boolean takesFile,
      List<String> values,
      String brief) {
    public OptionWords {
      values = List.copyOf(values);
    }
  }

  String summary() {
    return help.summary();
  }

  boolean takesControls() {
    return help.operand().equals(CONTROL);
  }

  boolean takesShells() {
    return help.operand().equals(SHELL);
  }

  boolean takesFiles() {
    return !help.operand().isEmpty() && !takesControls() && !takesShells();
  }
}
