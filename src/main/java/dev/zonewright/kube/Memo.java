package dev.zonewright.kube;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has been worked out about a thing that never changes, so that it is worked out once. Any
 * thread may ask; two that ask at once may both work it out, and the first answer is kept.
 */
public final class Memo {
  private static final Object[] NOTHING = {};

  /** So many ways to know nothing of a thing are shared; there are a few dozen. */
  private static final int MOST_SHARED = 1_000;

  /**
   * Of a million small objects nearly all have the same to say: no pods, no mismatch, no rule
   * broken. What is known of them is then one and the same array.
   */
  private static final Map<Step, Object[]> SHARED = new ConcurrentHashMap<>();

  // keys and their answers in turn; replaced as a whole
  private volatile Object[] known = NOTHING;

  /** An answer that says nothing, after others that are shared themselves. */
  @SuppressWarnings({"ArrayRecordComponent", "ReferenceEquality"}) // of each there is one
  private record Step(Object[] before, Object key, Object answer) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Step that
          && before == that.before
          && key == that.key
          && answer == that.answer;
    }

    @Override
    public int hashCode() {
      return (System.identityHashCode(before) * 31 + System.identityHashCode(key)) * 31
          + System.identityHashCode(answer);
    }
  }

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

  /** Whether the facts of two things take no more room than those of one. */
  @SuppressWarnings("ReferenceEquality") // that is what is asked
  boolean sharesAllWith(Memo other) {
    return known == other.known;
  }

  private synchronized <T> T keep(Key<?, T> key, T answer) {
    Object[] now = known;
    int at = find(now, key);
    if (at >= 0) {
      return key.cast(now[at]);
    }
    known = with(now, key, answer);
    return answer;
  }

  private static Object[] with(Object[] now, Object key, Object answer) {
    // what comes after an answer that says something would never be met again
    if (!saysNothing(answer) || !saysNothing(now)) {
      return longer(now, key, answer);
    }
    Step step = new Step(now, key, answer);
    Object[] shared = SHARED.get(step);
    if (shared != null) {
      return shared;
    }
    Object[] more = longer(now, key, answer);
    if (SHARED.size() >= MOST_SHARED) {
      return more;
    }
    Object[] first = SHARED.putIfAbsent(step, more);
    return first == null ? more : first;
  }

  private static Object[] longer(Object[] now, Object key, Object answer) {
    Object[] more = Arrays.copyOf(now, now.length + 2);
    more[now.length] = key;
    more[now.length + 1] = answer;
    return more;
  }

  private static boolean saysNothing(Object[] known) {
    for (int i = 1; i < known.length; i += 2) {
      if (!saysNothing(known[i])) {
        return false;
      }
    }
    return true;
  }

  /** Of these there is one each. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean saysNothing(Object answer) {
    return answer == List.of() || answer == Optional.empty();
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
