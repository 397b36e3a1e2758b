package dev.zonewright.kube.query;

/** What answers queries, and remembers who asked which. */
public interface Cluster {
  <T> T ask(Query<T> query);
}
