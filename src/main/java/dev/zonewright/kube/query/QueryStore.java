package dev.zonewright.kube.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one snapshot. Each is kept with the queries that it asked in turn. In the next
 * snapshot an answer is worked out again only where one of those has another answer, and where it
 * comes out equal nothing that rests on it is.
 *
 * <p>May be asked from several threads.
 */
public final class QueryStore implements Cluster {
  private final ObjectSource objects;
  private final Map<Query<?>, Known> before;
  private final ConcurrentHashMap<Query<?>, Slot> now = new ConcurrentHashMap<>();
  private final AtomicLong runs = new AtomicLong();

  /** An answer and what it rests on. */
  private record Known(Object answer, List<Asked> asked) {}

  /** The place of an answer that may still be worked out. */
  private static final class Slot {
    private @Nullable Known known;
    private boolean working;
  }

  /** The answers of a snapshot, to be used in the next. */
  public static final class Answers {
    public static final Answers NONE = new Answers(Map.of());

    private final Map<Query<?>, Known> known;

    private Answers(Map<Query<?>, Known> known) {
      this.known = known;
    }

    /** Those that can still come out the same. */
    public Answers without(Outdated outdated) {
      Map<Query<?>, Known> left = new HashMap<>();
      known.forEach((query, answer) -> {
        if (!outdated.any(answer.asked())) {
          left.put(query, answer);
        }
      });
      return new Answers(left);
    }
  }

  /**
   * A store for a snapshot.
   *
   * @param before the answers of an earlier one
   */
  public QueryStore(ObjectSource objects, Answers before) {
    this.objects = objects;
    this.before = before.known;
  }

  /**
   * Answers a query.
   *
   * @throws IllegalStateException when a query asks itself, which is a defect of the query
   */
  @Override
  // the answer of a query has the type that the query says
  @SuppressWarnings("unchecked")
  public <T> T ask(Query<T> query) {
    return (T) answer(query);
  }

  private Object answer(Query<?> query) {
    if (query instanceof BaseQuery<?> base) {
      // a look into a table, quicker than remembering it
      return base.of(objects);
    }
    Slot slot = now.computeIfAbsent(query, _ -> new Slot());
    // queries never ask themselves, so threads that wait for one another's answers come to an end
    synchronized (slot) {
      Known known = slot.known;
      if (known == null) {
        if (slot.working) {
          throw new IllegalStateException("the query asks itself: " + query);
        }
        slot.working = true;
        try {
          known = find(query);
          slot.known = known;
        } finally {
          slot.working = false;
        }
      }
      return known.answer();
    }
  }

  private Known find(Query<?> query) {
    Known old = before.get(query);
    if (old != null && holds(old.asked())) {
      return old;
    }
    runs.incrementAndGet();
    Recording recording = new Recording(this);
    Object answer = query.answer(recording);
    // the earlier of two equal answers, so that comparing it the next time is quick
    Object kept = old != null && old.answer().equals(answer) ? old.answer() : answer;
    return new Known(kept, recording.asked());
  }

  /** Whether everything that was asked has the same answer in this snapshot. */
  public boolean holds(List<Asked> asked) {
    for (Asked one : asked) {
      if (!one.answer().equals(answer(one.query()))) {
        return false;
      }
    }
    return true;
  }

  /** Something that answers from here and notes what is asked. */
  public Recording recording() {
    return new Recording(this);
  }

  /** How many answers had to be worked out. */
  public long runs() {
    return runs.get();
  }

  /** What is known now, once nobody asks any more; what nobody asked for is forgotten. */
  public Answers answers() {
    Map<Query<?>, Known> known = HashMap.newHashMap(now.size());
    now.forEach((query, slot) -> {
      if (slot.known != null) {
        known.put(query, slot.known);
      }
    });
    return new Answers(known);
  }
}
