package dev.zonewright.kube.network;

import dev.zonewright.kube.network.NaiveNetwork.Chosen;
import dev.zonewright.kube.network.NaiveNetwork.End;
import dev.zonewright.kube.network.NaiveNetwork.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Policies of administrators, read as the API documentation of the group {@code
 * policy.networking.k8s.io} has them, without anything of the engine. Pods have addresses of {@code
 * 10.0.0.0/16}, nodes those of {@code 192.168.0.0/16}.
 */
final class NaiveAdmin {
  private NaiveAdmin() {}

  /** Whom a rule or policy is about: one of the parts is there. */
  record Group(
      Optional<Chosen> namespaces, Optional<Chosen> pods, List<String> networks, boolean nodes) {
    String yaml() {
      if (nodes) {
        return "{nodes: {}}";
      }
      if (!networks.isEmpty()) {
        return "{networks: " + networks.stream().map(n -> '"' + n + '"').toList() + "}";
      }
      String all = namespaces.map(Chosen::yaml).orElse("{}");
      return pods.map(
              p -> "{pods: {namespaceSelector: " + all + ", podSelector: " + p.yaml() + "}}")
          .orElse("{namespaces: " + all + "}");
    }

    boolean holds(World world, End end) {
      if (nodes) {
        return end.isPod() ? end.hostNetwork() : end.name().startsWith("192.168.");
      }
      if (!networks.isEmpty()) {
        String address = end.name();
        if (end.isPod()) {
          address = end.hostNetwork() ? "192.168.0.1" : "10.0.0.1";
        }
        String at = address;
        return networks.stream().anyMatch(n -> World.isIn(n, at));
      }
      return end.isPod()
          && !end.hostNetwork()
          && namespaces.map(s -> s.holds(world.labelsOf(end.namespace()))).orElse(true)
          && pods.map(s -> s.holds(end.labels())).orElse(true);
    }
  }

  /** Ports; a name, or numbers from a first to a last one. */
  record On(String name, String protocol, int first, int last) {
    String yaml(boolean cluster) {
      if (!name.isEmpty()) {
        return "{" + (cluster ? "destinationNamedPort" : "namedPort") + ": " + name + "}";
      }
      String range = "start: %d, end: %d".formatted(first, last);
      if (cluster) {
        String ports = first == last ? "number: " + first : "range: {" + range + "}";
        return "{%s: {destinationPort: {%s}}}".formatted(protocol.toLowerCase(Locale.ROOT), ports);
      }
      return first == last
          ? "{portNumber: {protocol: %s, port: %d}}".formatted(protocol, first)
          : "{portRange: {protocol: %s, %s}}".formatted(protocol, range);
    }

    boolean holds(End destination, String asked, int port) {
      return name.isEmpty()
          ? protocol.equals(asked) && first <= port && port <= last
          : destination.isPod()
              && !destination.hostNetwork()
              && destination.webProtocol().equals(asked)
              && destination.web() == port;
    }
  }

  /** A rule. */
  record Act(String action, List<Group> peers, List<On> ports) {
    String yaml(String word, boolean cluster) {
      String verb = cluster && action.equals("Allow") ? "Accept" : action;
      String where =
          ports.isEmpty()
              ? ""
              : ", %s: %s"
                  .formatted(
                      cluster ? "protocols" : "ports",
                      ports.stream().map(p -> p.yaml(cluster)).toList());
      return "{action: %s, %s: %s%s}"
          .formatted(verb, word, peers.stream().map(Group::yaml).toList(), where);
    }
  }

  /** A policy of either tier. */
  record Admin(
      boolean cluster,
      boolean baseline,
      int priority,
      Group subject,
      List<Act> egress,
      List<Act> ingress) {
    String yaml(int number) {
      String kind =
          cluster
              ? "ClusterNetworkPolicy"
              : baseline ? "BaselineAdminNetworkPolicy" : "AdminNetworkPolicy";
      String out =
          "apiVersion: policy.networking.k8s.io/v1alpha%d\nkind: %s\nmetadata: {name: %s}\nspec:\n"
              .formatted(cluster ? 2 : 1, kind, kind.startsWith("B") ? "default" : "a" + number);
      if (cluster) {
        out += "  tier: " + (baseline ? "Baseline" : "Admin") + "\n";
      }
      if (cluster || !baseline) {
        out += "  priority: " + priority + "\n";
      }
      out += "  subject: " + subject.yaml() + "\n";
      out += "  egress: " + egress.stream().map(r -> r.yaml("to", cluster)).toList() + "\n";
      out += "  ingress: " + ingress.stream().map(r -> r.yaml("from", cluster)).toList() + "\n";
      return out + "---\n";
    }
  }

  /** A world with policies of administrators. */
  record Ruled(World world, List<Admin> admins) {
    String yaml() {
      StringBuilder out = new StringBuilder(world.yaml());
      for (int i = 0; i < admins.size(); i++) {
        out.append(admins.get(i).yaml(i));
      }
      return out.toString();
    }

    boolean allows(End from, End to, String protocol, int port) {
      return side("Egress", from, to, to, protocol, port)
          && side("Ingress", to, from, to, protocol, port);
    }

    private boolean side(
        String type, End own, End other, End destination, String protocol, int port) {
      if (!own.isPod() || own.hostNetwork()) {
        return true;
      }
      String first = tier(false, type, own, other, destination, protocol, port);
      if (!first.equals("Pass")) {
        return first.equals("Allow");
      }
      Optional<Boolean> policies = world.policies(type, own, other, destination, protocol, port);
      return policies.orElseGet(
          () -> !tier(true, type, own, other, destination, protocol, port).equals("Deny"));
    }

    /** The action of the first rule that covers the connection; else it is passed on. */
    private String tier(
        boolean baseline,
        String type,
        End own,
        End other,
        End destination,
        String protocol,
        int port) {
      List<Admin> order = new ArrayList<>(admins);
      order.removeIf(a -> a.baseline() != baseline || !a.subject().holds(world, own));
      order.sort(Comparator.comparingInt(Admin::priority));
      for (Admin policy : order) {
        for (Act rule : type.equals("Egress") ? policy.egress() : policy.ingress()) {
          boolean whom = rule.peers().stream().anyMatch(p -> p.holds(world, other));
          boolean where =
              rule.ports().isEmpty()
                  || rule.ports().stream().anyMatch(p -> p.holds(destination, protocol, port));
          if (whom && where) {
            return rule.action();
          }
        }
      }
      return "Pass";
    }
  }
}
