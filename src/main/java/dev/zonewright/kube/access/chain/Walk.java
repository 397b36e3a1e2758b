package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.access.Identity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One search: who was seen, and who is still to be looked at. What is not sure is looked at when
 * nothing else is left, so that it hides no sure way.
 */
final class Walk {
  private final Queue<Stop> open = new ArrayDeque<>();
  private final Queue<Stop> maybe = new ArrayDeque<>();
  private final Set<Identity> seen = new LinkedHashSet<>();
  private final Set<Identity> guessed = new HashSet<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * A place on the way: somebody, and the hops that lead to them.
   *
   * @param way the hops, put into words only for a way that is told
   * @param unsure why it may be no way; empty when it is one
   */
  record Stop(Identity who, Supplier<List<Hop>> way, String unsure) {
    List<Hop> hops() {
      return way.get();
    }
  }

  Walk(Identity who, List<Hop> start) {
    seen.add(who);
    open.add(new Stop(who, () -> start, ""));
  }

  /** The next place; empty when all was looked at. */
  Optional<Stop> next() {
    while (open.isEmpty() && !maybe.isEmpty()) {
      Stop at = maybe.remove();
      if (seen.add(at.who())) {
        return Optional.of(at);
      }
    }
    return Optional.ofNullable(open.poll());
  }

  Set<Identity> seen() {
    return seen;
  }

  /**
   * Whether a group of accounts is taken for the first time: a second time none of them is new.
   *
   * @param namespace empty for all
   */
  boolean isNew(Stop at, String unsure, String group, String namespace) {
    String key = (at.unsure().isEmpty() && unsure.isEmpty()) + group + "@";
    return !taken.contains(key) && taken.add(key + namespace);
  }

  /** Takes those that are new; only for a way that is told it is said how. */
  void take(Stop at, String unsure, Collection<Identity> all, Function<Identity, Lent> how) {
    boolean sure = at.unsure().isEmpty() && unsure.isEmpty();
    for (Identity next : all) {
      if (!seen.contains(next) && (sure ? seen.add(next) : guessed.add(next))) {
        String why =
            sure || !at.unsure().isEmpty() ? at.unsure() : unsure.replace("%s", next.label());
        (sure ? open : maybe).add(new Stop(next, () -> way(at, how.apply(next)), why));
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
