package dev.zonewright.report.compare;

import dev.zonewright.kube.access.chain.Chain.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What tenants reach, and accounts may do, in another way than before.
 *
 * @param ways those that are open to another extent, the worse first
 * @param rights the worse first
 * @param silence why nothing is said of a part of it; empty where all was compared
 */
public record WayChanges(List<WayChange> ways, List<RightChange> rights, String silence) {
  private static final String TOO_MANY =
      "Reachability between workloads is not compared: there are too many workloads.";

  public WayChanges {
    ways = List.copyOf(ways);
    rights = List.copyOf(rights);
  }

  /** Compares two versions; a tenant or account that comes or goes has not moved. */
  static WayChanges of(Side before, Side after) {
    Optional<Ways> was = before.ways();
    Optional<WayFinder> finder = after.analysis().map(WayFinder::new);
    Optional<Ways> is = finder.map(WayFinder::find).or(after::kept);
    if (was.isEmpty() || is.isEmpty()) {
      return new WayChanges(List.of(), List.of(), silence(before, after, was.isEmpty()));
    }
    boolean between = was.get().between() && is.get().between();
    return new WayChanges(
        ways(was.get(), is.get(), finder),
        rights(was.get(), is.get(), finder),
        between ? "" : TOO_MANY);
  }

  /** Whether both versions are known, but have too many workloads to compare each with each. */
  public boolean isTooLarge() {
    return silence.equals(TOO_MANY);
  }

  /** What a version that was written does not hold. */
  private static String silence(Side before, Side after, boolean early) {
    boolean risk = before.holdsRisk() && after.holdsRisk();
    return "%s are not compared: the version %s does not have them."
        .formatted(
            risk ? "Reachability and access" : "Residual risk, reachability and access",
            early ? "before" : "after");
  }

  private static List<WayChange> ways(Ways was, Ways is, Optional<WayFinder> finder) {
    Map<Way.Ends, Way> old = new HashMap<>();
    was.ways().forEach(w -> old.put(w.ends(), w));
    List<WayChange> out = new ArrayList<>();
    for (Way now : is.ways()) {
      Way then = old.get(now.ends());
      if (then != null && isMoved(then, now)) {
        WayFinder.Deciding by = finder.map(f -> f.deciding(now)).orElse(WayFinder.Deciding.NOTHING);
        out.add(new WayChange(then, now, by.words(), by.place()));
      }
    }
    return worseFirst(out, WayChange::trend);
  }

  private static boolean isMoved(Way then, Way now) {
    return then.extent() != now.extent()
        || (then.all() == now.all() && then.allowed() != now.allowed());
  }

  private static List<RightChange> rights(Ways was, Ways is, Optional<WayFinder> finder) {
    Map<Right.Key, Outcome> old = new HashMap<>();
    was.rights().forEach(r -> old.put(r.key(), r.outcome()));
    Map<Right.Key, Outcome> now = new HashMap<>();
    is.rights().forEach(r -> now.put(r.key(), r.outcome()));
    List<RightChange> out = new ArrayList<>();
    Set<Right.Key> seen = new HashSet<>();
    List<Right> all = new ArrayList<>(is.rights());
    all.addAll(was.rights());
    for (Right right : all) {
      Outcome from = old.getOrDefault(right.key(), Outcome.NONE);
      Outcome to = now.getOrDefault(right.key(), Outcome.NONE);
      if (seen.add(right.key()) && from != to) {
        WayFinder.Deciding by =
            finder
                .map(f -> f.deciding(right.account(), right.power()))
                .orElse(WayFinder.Deciding.NOTHING);
        out.add(new RightChange(right.account(), right.power(), from, to, by.words(), by.place()));
      }
    }
    return worseFirst(out, RightChange::trend);
  }

  private static <T> List<T> worseFirst(List<T> changes, Function<T, String> trend) {
    List<String> order = List.of("worse", "better", "not comparable", "as may be");
    return changes.stream()
        .sorted(Comparator.comparingInt(c -> order.indexOf(trend.apply(c))))
        .toList();
  }
}
