package dev.zonewright.analysis;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextRange;

/**
 * A place that a finding rests on, in its file.
 *
 * @param role what the place does for the finding
 * @param document from 1
 * @param range in offsets of the file's text
 */
public record LocatedRelated(
    String role,
    String file,
    int document,
    TextRange range,
    Position start,
    Position end,
    ObjectRef object) {
  /** File and line, as people write it. */
  public String place() {
    return file + ":" + start.line();
  }
}
