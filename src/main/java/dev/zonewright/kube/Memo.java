package dev.zonewright.kube;

import java.util.Arrays;
import java.util.function.Function;

/**
 * What has been worked out about a thing that never changes, so that it is worked out once. Any
 * thread may ask; two that ask at once may both work it out, and the first answer is kept.
 */
public final class Memo {
  // keys and their answers in turn; replaced as a whole
  private volatile Object[] known = {};

  /** A fact of a kind of thing, and how it is worked out. */
  public static final class Key<S, T> {
    private final Function<S, T> source;

    public Key(Function<S, T> source) {
      this.source = source;
    }

    @SuppressWarnings("unchecked") // what is kept under a key is what its source gave
    private T cast(Object answer) {
      return (T) answer;
    }
  }

  /** The fact of the thing that these facts are about. */
  public <S, T> T get(Key<S, T> key, S thing) {
    Object[] now = known;
    int at = find(now, key);
    return at >= 0 ? key.cast(now[at]) : keep(key, key.source.apply(thing));
  }

  private synchronized <T> T keep(Key<?, T> key, T answer) {
    Object[] now = known;
    int at = find(now, key);
    if (at >= 0) {
      return key.cast(now[at]);
    }
    Object[] more = Arrays.copyOf(now, now.length + 2);
    more[now.length] = key;
    more[now.length + 1] = answer;
    known = more;
    return answer;
  }

  private static int find(Object[] known, Key<?, ?> key) {
    for (int i = 0; i < known.length; i += 2) {
      if (known[i].equals(key)) {
        return i + 1;
      }
    }
    return -1;
  }
}
