package dev.zonewright.kube.network.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Pods by their labels, so that a thousand policies do not look at a thousand pods each. */
public final class PodIndex {
  private final List<NetworkPod> pods;

  /** Where those stand that surely have a label, by key and value, and by key alone. */
  private final Map<String, Map<String, List<Integer>>> places = new HashMap<>();

  private final Map<String, List<Integer>> keyed = new HashMap<>();

  /** Where those stand that may have it, by key, and whatever the key is. */
  private final Map<String, List<Integer>> unclear = new HashMap<>();

  private final List<Integer> unknown = new ArrayList<>();
  private final List<Integer> each;

  public PodIndex(List<NetworkPod> pods) {
    this.pods = List.copyOf(pods);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < pods.size(); i++) {
      add(i, pods.get(i).labels());
      numbers.add(i);
    }
    each = List.copyOf(numbers);
  }

  private void add(int place, Labels labels) {
    labels
        .known()
        .forEach((key, value) -> {
          places
              .computeIfAbsent(key, _ -> new HashMap<>())
              .computeIfAbsent(value, _ -> new ArrayList<>())
              .add(place);
          keyed.computeIfAbsent(key, _ -> new ArrayList<>()).add(place);
        });
    labels.unclear().forEach(k -> unclear.computeIfAbsent(k, _ -> new ArrayList<>()).add(place));
    if (!labels.because().isEmpty()) {
      unknown.add(place);
    }
  }

  public boolean isEmpty() {
    return pods.isEmpty();
  }

  /** The pods that a selector matches, or may match, in their order. */
  public List<NetworkPod> matching(Selector selector) {
    List<NetworkPod> out = new ArrayList<>();
    first(
        rarest(selector),
        pod -> {
          if (!selector.matches(pod.labels()).isNo()) {
            out.add(pod);
          }
          return Optional.empty();
        });
    return out;
  }

  /**
   * The first answer about the pods that may have the label of one requirement of a selector with
   * another value, and meet all others.
   */
  public <R> Optional<R> near(Selector selector, Function<NetworkPod, Optional<R>> answer) {
    List<Selector.Requirement> required = selector.requirements();
    if (required.size() == 1) {
      return first(List.of(keyed.getOrDefault(required.getFirst().key(), List.of())), answer);
    }
    // who misses one meets at least one of any two
    List<Selector.Requirement> two = SelectorIndex.valued(selector).limit(2).toList();
    return two.size() < 2
        ? first(List.of(each), answer)
        : first(two.stream().flatMap(r -> meeting(r).stream()).toList(), answer);
  }

  private List<List<Integer>> rarest(Selector selector) {
    return SelectorIndex.valued(selector)
        .map(this::meeting)
        .min(Comparator.comparingInt(lists -> lists.stream().mapToInt(List::size).sum()))
        .orElse(List.of(each));
  }

  /** Where those stand that may meet a requirement, in lists that are each in order. */
  private List<List<Integer>> meeting(Selector.Requirement requirement) {
    Map<String, List<Integer>> ofKey = places.getOrDefault(requirement.key(), Map.of());
    List<List<Integer>> out = new ArrayList<>();
    requirement.values().forEach(value -> out.add(ofKey.getOrDefault(value, List.of())));
    out.add(unclear.getOrDefault(requirement.key(), List.of()));
    out.add(unknown);
    return out;
  }

  /** Asks about each pod in the lists once, in the order of the pods, up to the first answer. */
  private <R> Optional<R> first(
      List<List<Integer>> lists, Function<NetworkPod, Optional<R>> answer) {
    int[] at = new int[lists.size()];
    while (true) {
      int next = Integer.MAX_VALUE;
      for (int i = 0; i < at.length; i++) {
        if (at[i] < lists.get(i).size()) {
          next = Math.min(next, lists.get(i).get(at[i]));
        }
      }
      if (next == Integer.MAX_VALUE) {
        return Optional.empty();
      }
      for (int i = 0; i < at.length; i++) {
        if (at[i] < lists.get(i).size() && lists.get(i).get(at[i]) == next) {
          at[i]++;
        }
      }
      Optional<R> found = answer.apply(pods.get(next));
      if (found.isPresent()) {
        return found;
      }
    }
  }
}
