package dev.zonewright.analysis;

import dev.zonewright.control.Finding;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextRange;
import java.util.List;

/**
 * A finding in its file.
 *
 * @param document from 1
 * @param range what to mark, in offsets of the file's text
 * @param start the same as line and column
 * @param related the places that it rests on, in their files; of an object that is not opened none
 * @param fingerprint stays the same when the object moves to other lines or another file
 */
public record LocatedFinding(
    String file,
    int document,
    TextRange range,
    Position start,
    Position end,
    List<LocatedRelated> related,
    String fingerprint,
    Finding finding) {
  /**
   * What a finding keeps while others are fixed. Its fingerprint is not enough for that: of two
   * objects with the same name, the second is called the first once the first has no finding left.
   *
   * @param about the fingerprint without its count
   */
  public record Key(String file, int document, String about) {}

  /** Its name in a run of fixes; findings that only differ in their count share it. */
  public Key key() {
    int count = fingerprint.indexOf('-');
    return new Key(file, document, count < 0 ? fingerprint : fingerprint.substring(0, count));
  }

  /** File and line, as people write it. */
  public String place() {
    return file + ":" + start.line();
  }
}
