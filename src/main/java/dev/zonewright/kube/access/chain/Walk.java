package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.access.Identity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One search, by the number of hops: who was seen, and who is still to be looked at. What is not
 * sure is looked at when nothing else is left, so that it hides no sure way.
 */
final class Walk {
  private final Queue<Stop> open = new PriorityQueue<>(Stop.NEAREST);
  private final Queue<Stop> maybe = new PriorityQueue<>(Stop.NEAREST);
  private final Map<Identity, Integer> nearest = new HashMap<>();
  private final Map<Identity, Integer> guessed = new HashMap<>();
  private final Set<Identity> seen = new LinkedHashSet<>();
  private final Set<String> taken = new HashSet<>();
  private int count;

  /**
   * A place on the way: somebody, and the hops that lead to them.
   *
   * @param way the hops, put into words only for a way that is told
   * @param length how many hops these are
   * @param number in the order in which they were found
   * @param unsure why it may be no way; empty when it is one
   */
  record Stop(Identity who, Supplier<List<Hop>> way, int length, int number, String unsure) {
    static final Comparator<Stop> NEAREST =
        Comparator.comparingInt(Stop::length).thenComparingInt(Stop::number);

    List<Hop> hops() {
      return way.get();
    }
  }

  Walk(Identity who, List<Hop> start) {
    open.add(new Stop(who, () -> start, start.size(), count++, ""));
  }

  /** The next place; empty when all was looked at. */
  Optional<Stop> next() {
    for (Queue<Stop> queue : List.of(open, maybe)) {
      while (!queue.isEmpty()) {
        Stop at = queue.remove();
        if (seen.add(at.who())) {
          return Optional.of(at);
        }
      }
    }
    return Optional.empty();
  }

  Set<Identity> seen() {
    return seen;
  }

  /**
   * Whether a group of accounts is taken for the first time by an act of so many hops: a second
   * time none of them is nearer.
   *
   * @param namespace empty for all
   */
  boolean isNew(Stop at, String unsure, int hops, String group, String namespace) {
    String key = (at.unsure().isEmpty() && unsure.isEmpty()) + group + hops + "@";
    return !taken.contains(key) && taken.add(key + namespace);
  }

  /**
   * Takes those that are nearer than they were; only for a way that is told it is said how.
   *
   * @param hops how many the act takes
   */
  void take(
      Stop at, String unsure, int hops, Collection<Identity> all, Function<Identity, Lent> how) {
    boolean sure = at.unsure().isEmpty() && unsure.isEmpty();
    int length = at.length() + hops;
    Map<Identity, Integer> known = sure ? nearest : guessed;
    for (Identity next : all) {
      if (!seen.contains(next) && known.getOrDefault(next, Integer.MAX_VALUE) > length) {
        known.put(next, length);
        String why =
            sure || !at.unsure().isEmpty() ? at.unsure() : unsure.replace("%s", next.label());
        (sure ? open : maybe)
            .add(new Stop(next, () -> way(at, how.apply(next)), length, count++, why));
      }
    }
  }

  private static List<Hop> way(Stop at, Lent lent) {
    List<Hop> hops = new ArrayList<>(at.hops());
    lent.grants().forEach(held -> hops.addAll(ChainHops.grant(held)));
    hops.add(lent.act());
    return hops;
  }
}
