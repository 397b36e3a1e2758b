package dev.zonewright.kube.network.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Selectors by a label that they require, so that a thousand pods do not ask a thousand policies
 * each.
 *
 * @param <T> what has the selector
 */
public final class SelectorIndex<T> {
  private final List<T> all;

  /** Where those stand that require one of some values, by key and value. */
  private final Map<String, Map<String, List<Integer>>> places = new HashMap<>();

  /** Where those stand that require none. */
  private final List<Integer> rest = new ArrayList<>();

  private SelectorIndex(List<T> all) {
    this.all = List.copyOf(all);
  }

  public static <T> SelectorIndex<T> of(List<T> all, Function<T, Selector> selector) {
    SelectorIndex<T> index = new SelectorIndex<>(all);
    List<Selector> selectors = all.stream().map(selector).toList();
    Map<Selector.Requirement, Integer> asked = new HashMap<>();
    selectors.forEach(s -> valued(s).forEach(r -> asked.merge(r, 1, Integer::sum)));
    for (int i = 0; i < selectors.size(); i++) {
      // what few require leaves few to look at
      Optional<Selector.Requirement> rarest =
          valued(selectors.get(i)).min(Comparator.comparing(asked::get));
      index.add(i, rarest);
    }
    return index;
  }

  /** The requirements that name the values a label may have. */
  static Stream<Selector.Requirement> valued(Selector selector) {
    return selector.requirements().stream().filter(r -> r.operator() == Selector.Operator.IN);
  }

  private void add(int place, Optional<Selector.Requirement> required) {
    if (required.isEmpty()) {
      rest.add(place);
      return;
    }
    Map<String, List<Integer>> ofKey =
        places.computeIfAbsent(required.get().key(), _ -> new HashMap<>());
    required
        .get()
        .values()
        .forEach(v -> ofKey.computeIfAbsent(v, _ -> new ArrayList<>()).add(place));
  }

  /** All of them, in their order. */
  public List<T> all() {
    return all;
  }

  /** Those that may match the labels, in their order; all others do not. */
  public List<T> near(Labels labels) {
    if (!labels.because().isEmpty()) {
      return all;
    }
    List<Integer> out = new ArrayList<>(rest);
    labels
        .known()
        .forEach((key, value) ->
            out.addAll(places.getOrDefault(key, Map.of()).getOrDefault(value, List.of())));
    for (String key : labels.unclear()) {
      places.getOrDefault(key, Map.of()).values().forEach(out::addAll);
    }
    return out.stream().sorted().distinct().map(all::get).toList();
  }
}
