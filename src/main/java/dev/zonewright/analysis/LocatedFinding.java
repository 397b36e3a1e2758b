package dev.zonewright.analysis;

import dev.zonewright.control.Finding;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextRange;

/**
 * A finding in its file.
 *
 * @param document from 1
 * @param range what to mark, in offsets of the file's text
 * @param start the same as line and column
 * @param fingerprint stays the same when the object moves to other lines or another file
 */
public record LocatedFinding(
    String file,
    int document,
    TextRange range,
    Position start,
    Position end,
    String fingerprint,
    Finding finding) {
  /** File and line, as people write it. */
  public String place() {
    return file + ":" + start.line();
  }
}
