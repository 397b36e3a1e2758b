package dev.zonewright.ui.review.reach;

import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.network.Answer.Outcome;
import dev.zonewright.kube.network.Destination;
import dev.zonewright.kube.network.Endpoint;
import dev.zonewright.kube.network.Reach;
import dev.zonewright.kube.network.policy.NetworkPod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One card of the picture: a tenant, the platform, the node or what is outside, and the parts of
 * it.
 *
 * @param detail grey words at the far side of the card
 * @param tenant whether it is a tenant; others have a dashed border
 * @param rows what the curve to it stands for
 */
record GraphEnd(
    String title, String detail, boolean tenant, List<Part> parts, List<ReachRow> rows) {
  /** How many cards of one group there are at most; with more they fold into one. */
  private static final int MOST = 8;

  private static final int PARTS = 4;
  private static final String NAME_FROM_COUNT = " · ";
  private static final String METADATA = "Metadata";

  /**
   * A workload, a port or an address in a card.
   *
   * @param zone where a workload runs; empty for others
   * @param rows what it stands for; several where parts are folded
   */
  record Part(String title, Optional<ZoneState> zone, List<ReachRow> rows) {}

  GraphEnd {
    parts = List.copyOf(parts);
    rows = List.copyOf(rows);
  }

  /** What a curve to some rows shows: the worst of them. */
  static Optional<ReachRow> worst(List<ReachRow> rows) {
    return rows.stream()
        .filter(ReachRow::isWrong)
        .findFirst()
        .or(() -> rows.stream().filter(r -> r.now() == Outcome.UNDETERMINED).findFirst())
        .or(() -> rows.stream().filter(r -> r.now() == Outcome.ALLOWED).findFirst())
        .or(() -> rows.stream().findFirst());
  }

  /** The workload that is asked about is in the card of its tenant, with the others of it. */
  static GraphEnd own(ReachModel.Answers answers, NetworkPod pod, List<ReachRow> shown) {
    ReachFacts facts = answers.engine();
    String tenant = facts.tenantOf(pod.namespace());
    List<ReachRow> rows = shown.stream().filter(r -> isOwn(r, answers, tenant)).toList();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(pod.ref().name(), facts.zone(pod), List.of()));
    parts.addAll(workloads(rows, answers));
    return new GraphEnd(tenant, "own tenant", true, parts, rows);
  }

  /** The cards at the other side, in the order of the table. */
  static List<GraphEnd> others(ReachModel.Answers answers, NetworkPod pod, List<ReachRow> shown) {
    String tenant = answers.engine().tenantOf(pod.namespace());
    List<GraphEnd> out = new ArrayList<>(node(of(shown, ReachRow.Group.NODE)));
    of(shown, ReachRow.Group.OUTSIDE).forEach(row -> out.add(outside(row)));
    out.addAll(tenants(of(shown, ReachRow.Group.OTHERS), answers));
    List<ReachRow> platform =
        of(shown, ReachRow.Group.OWN).stream().filter(r -> !isOwn(r, answers, tenant)).toList();
    out.addAll(platform(platform, answers));
    return out;
  }

  private static List<ReachRow> of(List<ReachRow> rows, ReachRow.Group group) {
    return rows.stream().filter(r -> r.group() == group).toList();
  }

  private static boolean isOwn(ReachRow row, ReachModel.Answers answers, String tenant) {
    return row.group() == ReachRow.Group.OWN
        && other(row.reaches().getFirst(), answers)
            .filter(p -> answers.engine().tenantOf(p.namespace()).equals(tenant))
            .isPresent();
  }

  /** The workload at the other end; empty where that is none. */
  private static Optional<NetworkPod> other(Reach reach, ReachModel.Answers answers) {
    if (answers.way() == ReachModel.Way.REACHED_BY) {
      return Optional.of(reach.from());
    }
    return reach.destination().endpoint() instanceof Endpoint.OfPod(NetworkPod pod)
        ? Optional.of(pod)
        : Optional.empty();
  }

  private static List<GraphEnd> node(List<ReachRow> rows) {
    Predicate<ReachRow> isMetadata = r -> r.label().startsWith(METADATA);
    List<GraphEnd> out = new ArrayList<>();
    List<ReachRow> ports = rows.stream().filter(isMetadata.negate()).toList();
    if (!ports.isEmpty()) {
      List<Part> parts =
          ports.stream().map(r -> new Part(port(r.label()), Optional.empty(), List.of(r))).toList();
      out.add(new GraphEnd("Node", "its own and others", false, parts, ports));
    }
    List<ReachRow> metadata = rows.stream().filter(isMetadata).toList();
    if (!metadata.isEmpty()) {
      int addresses = metadata.stream().mapToInt(r -> r.reaches().size()).sum();
      List<Part> parts =
          metadata.size() < 2
              ? List.of()
              : metadata.stream()
                  .map(r ->
                      new Part(
                          r.label().substring(METADATA.length()).strip(),
                          Optional.empty(),
                          List.of(r)))
                  .toList();
      out.add(new GraphEnd(METADATA, addresses + " addresses", false, parts, metadata));
    }
    return out;
  }

  /** The number of a port, and of which node where the answers differ. */
  private static String port(String label) {
    String number = label.substring(0, Math.max(0, label.indexOf(NAME_FROM_COUNT)));
    if (label.endsWith(", own node")) {
      return number + " own";
    }
    return label.endsWith(", another node") ? number + " other" : number;
  }

  private static GraphEnd outside(ReachRow row) {
    String[] words = row.label().split(", ", 2);
    return new GraphEnd(words[0], words.length > 1 ? words[1] : "", false, List.of(), List.of(row));
  }

  private static List<GraphEnd> tenants(List<ReachRow> rows, ReachModel.Answers answers) {
    record Card(String tenant, Outcome now) {}
    Map<Card, List<ReachRow>> cards = new LinkedHashMap<>();
    rows.forEach(row ->
        cards.computeIfAbsent(new Card(tenant(row), row.now()), _ -> new ArrayList<>()).add(row));
    if (cards.size() > MOST) {
      Set<String> tenants = new LinkedHashSet<>();
      Set<String> allowed = new LinkedHashSet<>();
      for (ReachRow row : rows) {
        tenants.add(tenant(row));
        if (row.now() == Outcome.ALLOWED) {
          allowed.add(tenant(row));
        }
      }
      String detail = "%,d tenants, %,d allowed".formatted(tenants.size(), allowed.size());
      return List.of(new GraphEnd("Others", detail, true, List.of(), rows));
    }
    List<GraphEnd> out = new ArrayList<>();
    cards.forEach((card, of) -> {
      int some = of.stream().mapToInt(r -> r.reaches().size()).sum();
      int all =
          answers.rows().stream()
              .filter(r -> r.group() == ReachRow.Group.OTHERS && tenant(r).equals(card.tenant()))
              .mapToInt(r -> r.reaches().size())
              .sum();
      String detail = some < all ? some + " of " + all : "tenant";
      out.add(new GraphEnd(card.tenant(), detail, true, pods(of, answers), of));
    });
    return out;
  }

  /** A part for each workload of rows, and one for those that have no room. */
  private static List<Part> pods(List<ReachRow> rows, ReachModel.Answers answers) {
    List<Part> all = new ArrayList<>();
    for (ReachRow row : rows) {
      row.reaches().stream()
          .flatMap(r -> other(r, answers).stream())
          .map(pod -> new Part(pod.ref().name(), answers.engine().zone(pod), List.of(row)))
          .forEach(all::add);
    }
    if (all.size() <= PARTS) {
      return all;
    }
    List<Part> rest = all.subList(PARTS - 1, all.size());
    List<ReachRow> theirs = rest.stream().flatMap(p -> p.rows().stream()).distinct().toList();
    List<Part> out = new ArrayList<>(all.subList(0, PARTS - 1));
    out.add(new Part("+%,d".formatted(rest.size()), Optional.empty(), theirs));
    return out;
  }

  private static String tenant(ReachRow row) {
    return row.label().substring(0, row.label().lastIndexOf(NAME_FROM_COUNT));
  }

  private static List<GraphEnd> platform(List<ReachRow> rows, ReachModel.Answers answers) {
    Map<String, List<ReachRow>> byTenant = new LinkedHashMap<>();
    for (ReachRow row : rows) {
      String name =
          other(row.reaches().getFirst(), answers)
              .map(p -> answers.engine().tenantOf(p.namespace()))
              .orElse(row.label());
      byTenant.computeIfAbsent(name, _ -> new ArrayList<>()).add(row);
    }
    if (byTenant.size() > MOST) {
      long allowed = rows.stream().filter(r -> r.now() == Outcome.ALLOWED).count();
      String detail = "%,d, %,d allowed".formatted(rows.size(), allowed);
      return List.of(new GraphEnd("Platform", detail, false, List.of(), rows));
    }
    List<GraphEnd> out = new ArrayList<>();
    byTenant.forEach((name, of) -> {
      boolean pods = other(of.getFirst().reaches().getFirst(), answers).isPresent();
      out.add(new GraphEnd(name, "platform", false, pods ? workloads(of, answers) : List.of(), of));
    });
    return out;
  }

  /** DNS pods that are not opened have no name. */
  private static String name(NetworkPod pod, ReachRow row, ReachModel.Answers answers) {
    Destination to = row.reaches().getFirst().destination();
    if (to.group() != Destination.Group.DNS) {
      return pod.ref().name();
    }
    boolean opened = answers.engine().pods().contains(pod);
    return (opened ? pod.ref().name() : "DNS") + " " + to.port().orElseThrow();
  }

  /** A part for each row, and one for those that have no room. */
  private static List<Part> workloads(List<ReachRow> rows, ReachModel.Answers answers) {
    List<Part> out = new ArrayList<>();
    int apart = rows.size() > PARTS ? PARTS - 1 : rows.size();
    for (ReachRow row : rows.subList(0, apart)) {
      other(row.reaches().getFirst(), answers)
          .ifPresent(pod ->
              out.add(new Part(name(pod, row, answers), answers.engine().zone(pod), List.of(row))));
    }
    if (apart < rows.size()) {
      out.add(
          new Part(
              "+" + (rows.size() - apart), Optional.empty(), rows.subList(apart, rows.size())));
    }
    return out;
  }
}
