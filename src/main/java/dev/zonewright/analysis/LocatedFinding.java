package dev.zonewright.analysis;

import dev.zonewright.control.Acceptance;
import dev.zonewright.control.Finding;
import dev.zonewright.text.Position;
import dev.zonewright.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A finding in its file.
 *
 * @param document from 1
 * @param range what to mark, in offsets of the file's text
 * @param start the same as line and column
 * @param related the places that it rests on, in their files; of an object that is not opened none
 * @param fingerprint stays the same when the object moves to other lines or another file
 * @param accepted who bears it, and until when; empty for a finding that no exception covers
 */
public record LocatedFinding(
    String file,
    int document,
    TextRange range,
    Position start,
    Position end,
    List<LocatedRelated> related,
    String fingerprint,
    Finding finding,
    Optional<Acceptance> accepted) {
  /** A finding that no exception covers. */
  public LocatedFinding(
      String file,
      int document,
      TextRange range,
      Position start,
      Position end,
      List<LocatedRelated> related,
      String fingerprint,
      Finding finding) {
    this(file, document, range, start, end, related, fingerprint, finding, Optional.empty());
  }

  /** The same, covered by an exception. */
  public LocatedFinding acceptedBy(Acceptance acceptance) {
    return new LocatedFinding(
        file, document, range, start, end, related, fingerprint, finding, Optional.of(acceptance));
  }

  /** The same at other characters of its file. */
  public LocatedFinding movedTo(TextRange to, Position from, Position until) {
    return new LocatedFinding(
        file, document, to, from, until, related, fingerprint, finding, accepted);
  }

  /** The same in a document of another number. */
  LocatedFinding ofDocument(int number) {
    return number == document
        ? this
        : new LocatedFinding(
            file, number, range, start, end, related, fingerprint, finding, accepted);
  }

  /** The same with another account of what was found. */
  LocatedFinding of(Finding other) {
    return new LocatedFinding(
        file, document, range, start, end, related, fingerprint, other, accepted);
  }

  /** The same with another tenant. */
  public LocatedFinding ofTenant(String tenant) {
    return of(finding.ofTenant(tenant));
  }

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
