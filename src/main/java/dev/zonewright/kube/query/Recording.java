package dev.zonewright.kube.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers from a store and notes what was asked, for one asker on one thread. */
public final class Recording implements Cluster {
  private final QueryStore store;
  private final Set<Query<?>> seen = new HashSet<>();
  private final List<Asked> asked = new ArrayList<>();

  Recording(QueryStore store) {
    this.store = store;
  }

  @Override
  public <T> T ask(Query<T> query) {
    T answer = store.ask(query);
    if (seen.add(query)) {
      asked.add(new Asked(query, answer));
    }
    return answer;
  }

  /** What was asked so far, each query once, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }
}
