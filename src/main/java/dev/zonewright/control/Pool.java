package dev.zonewright.control;

/**
 * Gives the same thing for equal ones, as far as it still has it: findings by the hundred thousand
 * say the same few things. Takes only what never changes. Several threads may ask at once: each
 * finds what another left, or keeps its own.
 */
public final class Pool {
  private static final int SIZE = 1_024;

  private final Object[] known = new Object[SIZE];

  /** The thing itself, or an equal one that was asked for before. */
  @SuppressWarnings("unchecked") // a record or an Optional is equal only to one of its kind
  public <T> T same(T thing) {
    int hash = thing.hashCode();
    int slot = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SIZE - 1);
    Object before = known[slot];
    if (thing.equals(before)) {
      return (T) before;
    }
    known[slot] = thing;
    return thing;
  }
}
