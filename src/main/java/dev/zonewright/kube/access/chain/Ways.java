package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.access.Identity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who can act as whom. Groups of accounts that many can act as are one place each, so that
 * thousands that can all become one another cost as much as their bindings; and a search goes back
 * from where it is to end, so that one serves all that ask.
 */
final class Ways {
  /** What an act that is not sure costs: more than any way of sure ones. */
  static final long UNSURE = 1L << 20;

  // a member of a group from which all ways lead back is rare
  private static final int TRIED = 8;

  private final Function<Identity, List<Edge>> edges;
  private final Map<Identity, Place> places = new HashMap<>();
  private final IdentityHashMap<List<Identity>, Place> groups = new IdentityHashMap<>();
  private final List<Identity> all = new ArrayList<>();
  private int made;
  private long looked;

  /**
   * A way in which somebody can act as others.
   *
   * @param to whom; the same list where it is the same group
   * @param hops how many it takes
   * @param unsure why it may be no way; empty when it is one
   * @param how put into words only for a way that is told
   */
  record Edge(List<Identity> to, int hops, String unsure, Function<Identity, Lent> how) {
    long cost() {
      return hops + (unsure.isEmpty() ? 0 : UNSURE);
    }
  }

  /** One step of a way. */
  record Step(Edge edge, Identity next) {}

  /** A way that begins with a certain step, and what it costs. */
  record Detour(List<Step> steps, long cost) {
    Detour {
      steps = List.copyOf(steps);
    }
  }

  /** Somebody, or a group. */
  private static final class Place {
    final int number;
    final @Nullable Identity who;
    final List<Back> back = new ArrayList<>();

    Place(int number, @Nullable Identity who) {
      this.number = number;
      this.who = who;
    }
  }

  /** Who can get to a place, and by what; by nothing for the group of a member. */
  private record Back(Place from, @Nullable Edge by) {}

  Ways(Function<Identity, List<Edge>> edges) {
    this.edges = edges;
  }

  /** Everybody that was explored, in that order. */
  List<Identity> all() {
    return all;
  }

  /** How many places and ways were looked at. */
  long looked() {
    return looked;
  }

  /** Takes in somebody and all that they can become; whether they are new. */
  boolean explore(Identity first) {
    if (places.containsKey(first)) {
      return false;
    }
    Queue<Identity> open = new ArrayDeque<>();
    place(first, open);
    while (!open.isEmpty()) {
      Identity who = open.remove();
      Place from = place(who, open);
      for (Edge edge : edges.apply(who)) {
        looked++;
        group(edge.to(), open).back.add(new Back(from, edge));
      }
    }
    return true;
  }

  private Place place(Identity who, Queue<Identity> open) {
    Place known = places.get(who);
    if (known != null) {
      return known;
    }
    Place made = new Place(this.made++, who);
    places.put(who, made);
    all.add(who);
    open.add(who);
    return made;
  }

  private Place group(List<Identity> members, Queue<Identity> open) {
    if (members.size() == 1) {
      return place(members.getFirst(), open);
    }
    Place known = groups.get(members);
    if (known != null) {
      return known;
    }
    Place group = new Place(made++, null);
    groups.put(members, group);
    for (Identity member : members) {
      looked++;
      place(member, open).back.add(new Back(group, null));
    }
    return group;
  }

  /**
   * The shortest ways of everybody to where something is.
   *
   * @param ends what it costs there
   */
  Toward toward(Map<Identity, Long> ends) {
    Toward found = new Toward();
    Queue<Near> open = new PriorityQueue<>(Near.NEAREST);
    ends.forEach((who, cost) -> {
      Place place = places.get(who);
      if (place != null) {
        found.costs.put(place, cost);
        open.add(new Near(place, cost));
      }
    });
    while (!open.isEmpty()) {
      Near near = open.remove();
      Place at = near.place();
      if (near.cost() > found.cost(at)) {
        continue;
      }
      looked++;
      for (Back back : at.back) {
        looked++;
        Edge by = back.by();
        long cost = near.cost() + (by == null ? 0 : by.cost());
        if (cost < found.cost(back.from())) {
          found.costs.put(back.from(), cost);
          found.next.put(back.from(), new Onward(by, at));
          open.add(new Near(back.from(), cost));
        }
      }
    }
    return found;
  }

  /** How near a place is to what is searched. */
  private record Near(Place place, long cost) {
    static final Comparator<Near> NEAREST =
        Comparator.comparingLong(Near::cost).thenComparingInt(near -> near.place().number);
  }

  private record Onward(@Nullable Edge by, Place place) {}

  /** The shortest ways of everybody to where something is. */
  final class Toward {
    private final Map<Place, Long> costs = new HashMap<>();
    private final Map<Place, Onward> next = new HashMap<>();

    private long cost(Place place) {
      return costs.getOrDefault(place, Long.MAX_VALUE);
    }

    /** Whether somebody gets there. */
    boolean has(Identity who) {
      Place place = places.get(who);
      return place != null && costs.containsKey(place);
    }

    /** How somebody gets there. */
    List<Step> of(Identity who) {
      Place at = places.get(who);
      return at == null ? List.of() : onward(at);
    }

    /** How others get there that somebody can act as; the nearest that need not come back. */
    Optional<Detour> by(Edge edge, Identity who) {
      return edge.to().stream()
          .filter(next -> !next.equals(who))
          .flatMap(next -> Optional.ofNullable(places.get(next)).stream())
          .filter(costs::containsKey)
          .map(place -> new Near(place, cost(place)))
          .sorted(Near.NEAREST)
          .limit(TRIED)
          .flatMap(near -> detour(edge, near).stream())
          .filter(way -> way.steps().stream().noneMatch(step -> step.next().equals(who)))
          .findFirst();
    }

    private Optional<Detour> detour(Edge edge, Near near) {
      return Optional.ofNullable(near.place().who)
          .map(next -> {
            List<Step> steps = new ArrayList<>(List.of(new Step(edge, next)));
            steps.addAll(onward(near.place()));
            return new Detour(steps, edge.cost() + near.cost());
          });
    }

    private List<Step> onward(Place at) {
      List<Step> out = new ArrayList<>();
      Edge by = null;
      Onward onward = next.get(at);
      while (onward != null) {
        by = onward.by() == null ? by : onward.by();
        Identity there = onward.place().who;
        if (there != null && by != null) {
          out.add(new Step(by, there));
        }
        onward = next.get(onward.place());
      }
      return out;
    }

    /** Where somebody gets. */
    Identity end(Identity who) {
      List<Step> way = of(who);
      return way.isEmpty() ? who : way.getLast().next();
    }
  }
}
