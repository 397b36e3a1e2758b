package dev.zonewright.ui.palette;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.keys.Command;

/** What can be gone to. */
public sealed interface Target {
  /** An object, at the place where it starts. */
  record OfObject(Jump at) implements Target {}

  record OfFile(String file) implements Target {}

  record OfFinding(LocatedFinding finding) implements Target {}

  /** The page of a control. */
  record OfControl(ControlInfo control) implements Target {}

  /**
   * A line of the file on show.
   *
   * @param line from 1
   * @param column from 1
   */
  record OfLine(int line, int column) implements Target {}

  /** What the window can be asked to do. */
  record OfCommand(Command command) implements Target {}

  /** Nothing yet: the row only says what is to be typed. */
  record Hint() implements Target {}
}
