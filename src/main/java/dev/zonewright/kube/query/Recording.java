package dev.zonewright.kube.query;

import java.util.ArrayList;
import java.util.List;

/** Answers from a store and notes what was asked, for one asker on one thread. */
public final class Recording implements Cluster {
  private final QueryStore store;
  private final List<Asked> asked = new ArrayList<>();

  Recording(QueryStore store) {
    this.store = store;
  }

  @Override
  public <T> T ask(Query<T> query) {
    T answer = store.ask(query);
    asked.add(new Asked(query, answer));
    return answer;
  }

  /** What was asked so far, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }
}
