package dev.zonewright.ui.review.reach;

import dev.zonewright.kube.network.Answer;
import dev.zonewright.kube.network.Answer.Outcome;
import dev.zonewright.kube.network.Destination;
import dev.zonewright.kube.network.Destinations;
import dev.zonewright.kube.network.Endpoint;
import dev.zonewright.kube.network.Expected;
import dev.zonewright.kube.network.Reach;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.report.ReachDecision;
import dev.zonewright.text.Sentences;
import dev.zonewright.ui.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks about everything that a workload can reach, or that can reach it. */
final class ReachRows {
  /** How many rows a tenant has at most for one outcome. */
  private static final int MOST = 4;

  private static final String OWN_NODE = "own node:";
  private static final String OTHER_NODE = "another node:";

  private final ReachFacts facts;

  ReachRows(ReachFacts facts) {
    this.facts = facts;
  }

  /** What a workload reaches. */
  List<ReachRow> from(NetworkPod from) {
    List<ReachRow> out = new ArrayList<>(nodes(from));
    out.addAll(alike(from, Destinations.metadata(), ReachRow.Group.NODE, "Metadata"));
    for (Destination to : Destinations.internet()) {
      out.add(row(ReachRow.Group.OUTSIDE, Sentences.begin(to.label()), from, to));
    }
    List<ReachRow> own = new ArrayList<>();
    List<NetworkPod> others = new ArrayList<>();
    for (NetworkPod pod : facts.pods()) {
      if (!pod.equals(from)) {
        if (expected(from, pod) == Expected.MAY_BE_ALLOWED) {
          own.add(row(ReachRow.Group.OWN, pod.path(), from, Destinations.workload(pod)));
        } else {
          others.add(pod);
        }
      }
    }
    out.addAll(tenants(others, pod -> facts.scan().ask(from, Destinations.workload(pod))));
    out.addAll(own);
    Destinations.dns(facts.model())
        .forEach(to -> out.add(row(ReachRow.Group.OWN, "DNS", from, to)));
    return out;
  }

  /** Which workloads reach one. */
  List<ReachRow> to(NetworkPod to) {
    Destination destination = Destinations.workload(to);
    List<ReachRow> own = new ArrayList<>();
    List<NetworkPod> others = new ArrayList<>();
    for (NetworkPod pod : facts.pods()) {
      if (!pod.equals(to)) {
        if (expected(pod, to) == Expected.MAY_BE_ALLOWED) {
          own.add(row(ReachRow.Group.OWN, pod.path(), pod, destination));
        } else {
          others.add(pod);
        }
      }
    }
    List<ReachRow> out =
        new ArrayList<>(tenants(others, pod -> facts.scan().ask(pod, destination)));
    out.addAll(own);
    return out;
  }

  /** An address or a range that somebody typed; empty when it is none. */
  Optional<ReachRow> typed(NetworkPod from, String text) {
    return Destinations.address(text.strip())
        .map(to ->
            row(
                ReachRow.Group.OUTSIDE,
                text.strip(),
                wanted(from, to),
                List.of(facts.scan().ask(from, to))));
  }

  /**
   * What must be denied as a row of its own must be denied as well where it is in a range that
   * somebody types: a metadata service, a node where its addresses are given, all of the internet.
   */
  private Expected wanted(NetworkPod from, Destination to) {
    AddressSet asked = addresses(to);
    boolean nodes = !facts.readings().nodeRanges().isEmpty();
    boolean open =
        Stream.concat(
                Destinations.metadata().stream(),
                nodes ? Destinations.nodePorts(facts.readings()).stream() : Stream.of())
            .map(d -> facts.scan().ask(from, d).answer())
            .anyMatch(a -> a.outcome() == Outcome.ALLOWED && asked.meets(a.open()));
    boolean all =
        Destinations.internet().stream().map(ReachRows::addresses).anyMatch(asked::contains);
    boolean metadata =
        Destinations.METADATA.stream().anyMatch(a -> AddressSet.of(a).contains(asked));
    return open || all || metadata ? Expected.MUST_BE_DENIED : Expected.MAY_BE_ALLOWED;
  }

  private static AddressSet addresses(Destination to) {
    return to.endpoint() instanceof Endpoint.OfAddresses at ? at.addresses() : AddressSet.NONE;
  }

  private Expected expected(NetworkPod from, NetworkPod to) {
    return Expected.between(from, to, facts::tenantOf, facts::isPlatform);
  }

  private List<ReachRow> nodes(NetworkPod from) {
    Map<Integer, List<Destination>> byPort = new LinkedHashMap<>();
    // the kubelet first, as the most powerful
    for (int port : List.of(10_250, 10_255, 22, 10_249, 6_443)) {
      byPort.put(port, new ArrayList<>());
    }
    for (Destination to : Destinations.nodePorts(facts.readings())) {
      byPort.computeIfAbsent(to.port().orElse(0), _ -> new ArrayList<>()).add(to);
    }
    List<ReachRow> out = new ArrayList<>();
    byPort.forEach((port, ends) ->
        out.addAll(
            alike(
                from,
                ends,
                ReachRow.Group.NODE,
                port + " · " + Destinations.NODE_PORTS.get(port))));
    return out;
  }

  /** One row for destinations that have the same answer, else one for each. */
  private List<ReachRow> alike(
      NetworkPod from, List<Destination> ends, ReachRow.Group group, String label) {
    List<ReachRow> each =
        ends.stream().map(to -> row(group, label + which(to, ends.size()), from, to)).toList();
    boolean same =
        each.stream().map(ReachRow::now).distinct().count() == 1
            && each.stream().map(ReachRow::decidedBy).distinct().count() == 1;
    if (!same || each.size() < 2) {
      return each;
    }
    ReachRow first = each.getFirst();
    boolean addresses =
        first.reaches().getFirst().destination().group() == Destination.Group.METADATA;
    String name = addresses ? "%s, %,d addresses".formatted(label, each.size()) : label;
    return List.of(
        new ReachRow(
            group,
            name,
            first.now(),
            first.expected(),
            first.decidedBy(),
            first.place(),
            each.stream().flatMap(r -> r.reaches().stream()).toList()));
  }

  private static String which(Destination to, int of) {
    if (of < 2) {
      return "";
    }
    if (to.label().startsWith(OWN_NODE)) {
      return ", own node";
    }
    return to.label().startsWith(OTHER_NODE) ? ", another node" : " " + to.label();
  }

  private ReachRow row(ReachRow.Group group, String label, NetworkPod from, Destination to) {
    Reach reach = facts.scan().ask(from, to);
    Expected expected = Expected.of(from, to, facts::tenantOf, facts::isPlatform);
    return row(group, label, expected, List.of(reach));
  }

  private ReachRow row(ReachRow.Group group, String label, Expected expected, List<Reach> reaches) {
    return row(group, label, expected, by(reaches.getFirst()), reaches);
  }

  private String by(Reach reach) {
    boolean beyond =
        facts.isBeyondPolicies(reach.from())
            && ReachDecision.place(reach.answer(), facts.places()).isEmpty();
    return beyond
        ? "outside NetworkPolicy"
        : ReachDecision.of(reach.answer()).orElse("no policy isolates it");
  }

  private ReachRow row(
      ReachRow.Group group, String label, Expected expected, String by, List<Reach> reaches) {
    Answer answer = reaches.getFirst().answer();
    return new ReachRow(
        group,
        label,
        answer.outcome(),
        expected,
        by,
        ReachDecision.place(answer, facts.places()),
        reaches);
  }

  private interface Asking {
    Reach of(NetworkPod other);
  }

  /** What workloads of one row have in common. */
  private record Decided(Outcome outcome, String by) {}

  /** Another workload, and the answer between it and the chosen one. */
  private record Met(NetworkPod other, Reach reach) {}

  /** Workloads of other tenants, one row for those of a tenant that the same thing decides. */
  private List<ReachRow> tenants(List<NetworkPod> others, Asking ask) {
    Map<String, Map<Decided, List<Met>>> byTenant = new LinkedHashMap<>();
    for (NetworkPod other : others) {
      Reach reach = ask.of(other);
      byTenant
          .computeIfAbsent(facts.tenantOf(other.namespace()), _ -> new LinkedHashMap<>())
          .computeIfAbsent(new Decided(reach.answer().outcome(), by(reach)), _ -> new ArrayList<>())
          .add(new Met(other, reach));
    }
    List<ReachRow> out = new ArrayList<>();
    byTenant.forEach((tenant, decisions) -> {
      int all = decisions.values().stream().mapToInt(List::size).sum();
      shortened(decisions)
          .forEach((decided, met) -> {
            List<Reach> reaches = met.stream().map(Met::reach).toList();
            String count =
                met.size() == all
                    ? Counts.say(all, "workload", "workloads")
                    : met.size() == 1
                        ? met.getFirst().other().ref().name()
                        : "%,d of %,d workloads".formatted(met.size(), all);
            out.add(
                row(
                    ReachRow.Group.OTHERS,
                    tenant + " · " + count,
                    Expected.MUST_BE_DENIED,
                    decided.by(),
                    reaches));
          });
    });
    return out;
  }

  /** The same in one row for an outcome that very many things decide, for nobody reads them all. */
  private static Map<Decided, List<Met>> shortened(Map<Decided, List<Met>> all) {
    Map<Outcome, List<Decided>> byOutcome =
        all.keySet().stream().collect(Collectors.groupingBy(Decided::outcome));
    Map<Decided, List<Met>> out = new LinkedHashMap<>();
    all.forEach((decided, met) -> {
      List<Decided> alike = byOutcome.getOrDefault(decided.outcome(), List.of());
      Decided row =
          alike.size() > MOST
              ? new Decided(
                  decided.outcome(),
                  "%s and %,d more".formatted(alike.getFirst().by(), alike.size() - 1))
              : decided;
      out.computeIfAbsent(row, _ -> new ArrayList<>()).addAll(met);
    });
    return out;
  }
}
