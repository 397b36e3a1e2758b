package dev.zonewright.kube.network.policy;

/**
 * Whether something matches: yes, no, or not known, and then why.
 *
 * @param because empty unless it is not known
 */
public record Match(State state, String because) {
  /** The three answers. */
  public enum State {
    YES,
    NO,
    UNKNOWN
  }

  public static final Match YES = new Match(State.YES, "");
  public static final Match NO = new Match(State.NO, "");

  public static Match of(boolean yes) {
    return yes ? YES : NO;
  }

  public static Match unknown(String because) {
    return new Match(State.UNKNOWN, because);
  }

  public boolean isYes() {
    return state == State.YES;
  }

  public boolean isNo() {
    return state == State.NO;
  }

  public boolean isUnknown() {
    return state == State.UNKNOWN;
  }

  /** Whether both match. */
  public Match and(Match other) {
    if (isNo() || other.isNo()) {
      return NO;
    }
    return isUnknown() ? this : other;
  }

  /** Whether one of them matches. */
  public Match or(Match other) {
    if (isYes() || other.isYes()) {
      return YES;
    }
    return isUnknown() ? this : other;
  }

  /** Whether it does not match. */
  public Match not() {
    return isUnknown() ? this : of(isNo());
  }
}
