package dev.zonewright.kube.query;

/**
 * A question about the opened objects. A query is a record, so that it is asked once whoever asks
 * it. Its answer is a value with {@code equals} that names objects and paths and never offsets:
 * where a later answer equals it, nothing that rests on it is worked out again.
 *
 * <p>A query reads nothing but what it asks of the cluster, and never asks itself.
 *
 * @param <T> the answer
 */
public interface Query<T> {
  /** Works the answer out. Asked of a {@link Cluster}, it is worked out at most once. */
  T answer(Cluster cluster);
}
