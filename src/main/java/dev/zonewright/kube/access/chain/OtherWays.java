package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest.OnResource;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.Rights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the ways to a power beside the shortest. Two are really different when they begin with
 * another binding, or with another power of it: whoever cuts the one has not cut the other. What
 * several bindings give alike is told by each of them, so each is looked at alone.
 */
final class OtherWays {
  /** More are not read by anybody; the first are cut first, and then the next are told. */
  private static final int FEW = 4;

  // an account that more bindings name is looked at by the first of them
  private static final int BINDINGS = 8;

  private final AccessGraph graph;
  private final List<OnResource> podMakers;
  private final Lending lending;
  private final Endings endings;
  private final Map<Identity, List<Means>> parts = new HashMap<>();

  /** A way, and the right that it begins with. */
  record Way(Powers.Held first, List<Ways.Step> steps, Endings.Ending ending, long cost) {
    Way {
      steps = List.copyOf(steps);
    }

    private Beginning beginning() {
      return new Beginning(first.grant().binding().ref(), first.power());
    }
  }

  /** What tells ways apart. */
  private record Beginning(ObjectRef binding, Power power) {}

  OtherWays(AccessGraph graph, List<OnResource> podMakers, Lending lending, Endings endings) {
    this.graph = graph;
    this.podMakers = podMakers;
    this.lending = lending;
    this.endings = endings;
  }

  /**
   * The shortest with each beginning, but that of the shortest of all.
   *
   * @param has what somebody has
   * @param toward the shortest ways of everybody
   * @param last with what each of these ends
   * @param which the outcomes that are looked for
   */
  List<Way> of(
      Means has,
      Power power,
      Ways.Toward toward,
      Map<Identity, Endings.Ending> last,
      Predicate<Chain.Outcome> which) {
    Identity who = has.rights().who();
    List<Way> all = new ArrayList<>();
    shortest(toward.of(who), who, last).ifPresent(all::add);
    List<Way> found = new ArrayList<>();
    for (Means part : parts(has)) {
      Means seen = new Means(has.rights(), part.held(), part.escalations(), part.limits());
      endings.of(seen, power).stream()
          .filter(e -> which.test(e.outcome()))
          .forEach(e -> found.add(new Way(first(e.first()), List.of(), e, e.cost())));
      for (Ways.Edge edge : lending.edges(part.rights(), part.held(), part.escalations())) {
        toward
            .by(edge, who)
            .flatMap(detour -> way(detour.steps(), detour.cost(), last))
            .ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparingLong(Way::cost));
    all.addAll(found);
    Set<Beginning> told = new HashSet<>();
    return all.stream().filter(way -> told.add(way.beginning())).skip(1).limit(FEW).toList();
  }

  private static Optional<Way> shortest(
      List<Ways.Step> steps, Identity who, Map<Identity, Endings.Ending> last) {
    return steps.isEmpty()
        ? Optional.ofNullable(last.get(who)).map(e -> new Way(first(e.first()), steps, e, e.cost()))
        : way(steps, 0, last);
  }

  private static Optional<Way> way(
      List<Ways.Step> steps, long cost, Map<Identity, Endings.Ending> last) {
    Ways.Step begin = steps.getFirst();
    Powers.Held first = begin.edge().how().apply(begin.next()).grants().getFirst();
    return Optional.ofNullable(last.get(steps.getLast().next()))
        .map(e -> new Way(first(first), steps, e, cost));
  }

  /** What a binding that is there gives: of a role that is to be bound, the right to bind it. */
  private static Powers.Held first(Powers.Held held) {
    return held.before().isEmpty() ? held : first(held.before().getFirst());
  }

  /** What somebody has, and what each of several bindings alone would give them. */
  private List<Means> parts(Means has) {
    return parts.computeIfAbsent(
        has.rights().who(),
        _ -> {
          List<Means> out = new ArrayList<>(List.of(has));
          List<AccessBinding> bindings = has.rights().bindings();
          if (bindings.size() > 1) {
            bindings.stream().limit(BINDINGS).forEach(one -> out.add(alone(has, one)));
          }
          return out;
        });
  }

  private Means alone(Means has, AccessBinding binding) {
    Rights rights = Binding.lent(Rights.of(has.rights().who(), graph.by(binding)));
    // what a part lacks may come of another binding
    List<Powers.Held> held =
        Powers.of(rights, podMakers).stream()
            .map(one -> one.share().isPart() ? one.with(has.rights()) : one)
            .toList();
    return new Means(rights, held, Escalation.of(rights), Optional.empty());
  }
}
