package dev.zonewright.kube.network;

import dev.zonewright.kube.network.policy.AdminPolicy;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PortMatch;
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks about every port of a destination. Answers change only where a rule or a container names a
 * port, so that one question for each stretch between decides them all.
 */
public final class PortScan {
  private final NetworkModel model;
  private final Reachability reachability;

  // by namespace; each of its pods is asked about with every other
  private final Map<String, Set<Integer>> ports = new ConcurrentHashMap<>();

  public PortScan(NetworkModel model, Reachability reachability) {
    this.model = model;
    this.reachability = reachability;
  }

  /** What a workload reaches of a destination. */
  public Reach ask(NetworkPod from, Destination destination) {
    List<Reach.Range> open = new ArrayList<>();
    Map<Integer, List<Reach.Range>> byRank = new TreeMap<>();
    Question shown = null;
    Answer best = null;
    for (Protocol protocol : destination.protocols()) {
      List<Integer> starts =
          destination.port().isPresent()
              ? List.of(destination.port().getAsInt())
              : starts(from, destination.endpoint());
      for (int i = 0; i < starts.size(); i++) {
        Question question =
            new Question(new Endpoint.OfPod(from), destination.endpoint(), protocol, starts.get(i));
        Answer answer = reachability.answer(question);
        if (best == null || rank(answer) > rank(best)) {
          best = answer;
          shown = question;
        }
        int last =
            destination.port().isPresent()
                ? starts.get(i)
                : i + 1 < starts.size() ? starts.get(i + 1) - 1 : PortMatch.LAST;
        Reach.Range range = new Reach.Range(protocol, starts.get(i), last);
        add(byRank.computeIfAbsent(rank(answer), _ -> new ArrayList<>()), range);
        if (answer.outcome() == Answer.Outcome.ALLOWED) {
          add(open, range);
        }
      }
    }
    if (best == null || shown == null) {
      throw new IllegalArgumentException("a destination without a protocol");
    }
    boolean some = best.outcome() == Answer.Outcome.DENIED && rank(best) > 0 && byRank.size() > 1;
    List<Reach.Range> half = some ? byRank.getOrDefault(rank(best), List.of()) : List.of();
    return new Reach(from, destination, shown, best, open, half);
  }

  private static int rank(Answer answer) {
    return switch (answer.outcome()) {
      case ALLOWED -> 4;
      case UNDETERMINED -> 3;
      // who asks what stops it wants the end that does, where the other one lets it through
      case DENIED, NOT_OPENED ->
          isThrough(answer.egress()) ? 2 : isThrough(answer.ingress()) ? 1 : 0;
    };
  }

  /** Whether an end lets some of it through, or may. */
  static boolean isThrough(Optional<Side> end) {
    return end.map(Side::open)
        .filter(open -> !open.sure().isEmpty() || !open.maybe().isEmpty())
        .isPresent();
  }

  private static void add(List<Reach.Range> open, Reach.Range next) {
    Reach.Range before = open.isEmpty() ? null : open.getLast();
    if (before != null
        && before.protocol() == next.protocol()
        && before.last() + 1 == next.first()) {
      open.set(open.size() - 1, new Reach.Range(next.protocol(), before.first(), next.last()));
    } else {
      open.add(next);
    }
  }

  private List<Integer> starts(NetworkPod from, Endpoint to) {
    Set<Integer> out = new TreeSet<>();
    out.add(1);
    out.addAll(ofPolicies(from.namespace()));
    for (AdminPolicy policy : model.admin()) {
      policy.egress().forEach(r -> note(r, out));
      policy.ingress().forEach(r -> note(r, out));
    }
    if (to instanceof Endpoint.OfPod(NetworkPod pod)) {
      out.addAll(ofPolicies(pod.namespace()));
      pod.ports().forEach(p -> note(p.number(), p.number(), out));
    }
    return List.copyOf(out);
  }

  private Set<Integer> ofPolicies(String namespace) {
    return ports.computeIfAbsent(
        namespace,
        of -> {
          Set<Integer> out = new TreeSet<>();
          for (Policy policy : model.policiesOf(of)) {
            for (Direction direction : Direction.values()) {
              policy.rules(direction).forEach(r -> note(r, out));
            }
          }
          return out;
        });
  }

  private static void note(Rule rule, Set<Integer> out) {
    rule.ports().forEach(p -> note(p.from(), p.to(), out));
  }

  private static void note(int from, int to, Set<Integer> out) {
    if (from >= 1 && from <= PortMatch.LAST) {
      out.add(from);
    }
    if (to >= 1 && to < PortMatch.LAST) {
      out.add(to + 1);
    }
  }
}
