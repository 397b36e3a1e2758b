package dev.zonewright.analysis;

/** There are more findings than an analysis was given room for. */
public final class TooManyFindings extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long most;
  private final int documents;

  TooManyFindings(long most, int documents) {
    super("more than " + most + " findings in " + documents + " documents", null, false, false);
    this.most = most;
    this.documents = documents;
  }

  /** How many there was room for. */
  public long most() {
    return most;
  }

  /** In how many documents there were more. */
  public int documents() {
    return documents;
  }
}
