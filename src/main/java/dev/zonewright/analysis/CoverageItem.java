package dev.zonewright.analysis;

/**
 * What became of one document.
 *
 * @param document from 1; 0 for a file that could not be read at all
 * @param line where it starts, or where reading it failed, from 1
 * @param kind kind, namespace and name of its object; empty where there is none
 * @param reason why it was not analysed, and what to do; empty for one that wholly was
 */
public record CoverageItem(
    String file,
    int document,
    int line,
    String kind,
    String namespace,
    String name,
    Status status,
    String reason) {
  CoverageItem because(String other) {
    return new CoverageItem(file, document, line, kind, namespace, name, status, other);
  }

  CoverageItem as(Status other) {
    return new CoverageItem(file, document, line, kind, namespace, name, other, reason);
  }

  /** Whether something in it that controls may have something to say of was not looked at. */
  public boolean isHole() {
    return status == Status.FAILED || status == Status.PARTLY_ANALYSED;
  }

  /** What became of a document. */
  public enum Status {
    ANALYSED("analysed"),
    /** Controls looked at it, but it also holds fields like a pod's that none of them reads. */
    PARTLY_ANALYSED("partly-analysed"),
    /** It can be read, but holds nothing that a control looks at. */
    NO_CONTROL_APPLIES("no-control-applies"),
    FAILED("failed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The word used in reports. */
    public String word() {
      return word;
    }
  }
}
