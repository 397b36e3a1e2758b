package dev.zonewright.ui.editor.find;

import java.util.function.BooleanSupplier;

/**
 * A text that a regular expression reads only so many times. An expression that goes back over the
 * same characters again and again ends with an exception instead of never.
 */
final class GuardedText implements CharSequence {
  private static final long READS = 60_000_000;
  private static final long READS_PER_CHARACTER = 40;
  private static final int LOOK_AROUND_EVERY = 4096;

  private final String text;
  private final BooleanSupplier calledOff;
  private long left;

  /** Says that a search has ended early. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean calledOff;

    private Ended(boolean calledOff) {
      super(calledOff ? "cancelled" : "too many reads", null, false, false);
      this.calledOff = calledOff;
    }

    /** Whether somebody called it off; otherwise it took too long. */
    boolean isCalledOff() {
      return calledOff;
    }
  }

  GuardedText(String text, BooleanSupplier calledOff) {
    this.text = text;
    this.calledOff = calledOff;
    restart();
  }

  /** The next match may take as many reads as the first. */
  void restart() {
    left = READS + text.length() * READS_PER_CHARACTER;
  }

  @Override
  public char charAt(int index) {
    if (--left % LOOK_AROUND_EVERY == 0) {
      if (calledOff.getAsBoolean()) {
        throw new Ended(true);
      }
      if (left <= 0) {
        throw new Ended(false);
      }
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
