package dev.zonewright.analysis;

import dev.zonewright.control.ControlInfo;

/** Says of something that should never happen what happened, and lets the rest go on. */
final class Failure {
  private static final String CURE =
      "This is a defect of Zonewright: please report it with this document, and check the document"
          + " by hand.";

  private Failure() {}

  /** In a control; the others have looked at the document. */
  static String of(ControlInfo control, Throwable what) {
    return "the control %s stopped unexpectedly (%s). %s".formatted(control.id(), name(what), CURE);
  }

  /** Before or after the controls. */
  static String of(Throwable what) {
    return "the review of this document stopped unexpectedly (%s). %s".formatted(name(what), CURE);
  }

  /**
   * Its kind only: a message could hold what the document says.
   *
   * @throws VirtualMachineError when it is one that no document alone is to blame for, such as a
   *     full memory
   */
  private static String name(Throwable what) {
    if (what instanceof VirtualMachineError error && !(what instanceof StackOverflowError)) {
      throw error;
    }
    return what.getClass().getSimpleName();
  }
}
