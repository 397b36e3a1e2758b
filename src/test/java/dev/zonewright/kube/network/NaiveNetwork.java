package dev.zonewright.kube.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A world of pods and policies that answers by itself, straight from the words of the API
 * documentation of NetworkPolicySpec, without anything of the engine.
 */
final class NaiveNetwork {
  private NaiveNetwork() {}

  /** One condition of a selector. */
  record Condition(String key, String operator, List<String> values) {
    boolean holds(Map<String, String> labels) {
      return switch (operator) {
        case "In" -> labels.containsKey(key) && values.contains(labels.get(key));
        case "NotIn" -> !labels.containsKey(key) || !values.contains(labels.get(key));
        case "Exists" -> labels.containsKey(key);
        default -> !labels.containsKey(key);
      };
    }

    String yaml() {
      String list = values.stream().map(v -> '"' + v + '"').toList().toString();
      return "{key: %s, operator: %s%s}"
          .formatted(key, operator, values.isEmpty() ? "" : ", values: " + list);
    }
  }

  record Chosen(List<Condition> all) {
    boolean holds(Map<String, String> labels) {
      return all.stream().allMatch(c -> c.holds(labels));
    }

    String yaml() {
      return all.isEmpty()
          ? "{}"
          : "{matchExpressions: " + all.stream().map(Condition::yaml).toList() + "}";
    }
  }

  record From(Optional<Chosen> namespaces, Optional<Chosen> pods, String cidr, String except) {
    String yaml() {
      if (!cidr.isEmpty()) {
        String less = except.isEmpty() ? "" : ", except: [\"" + except + "\"]";
        return "{ipBlock: {cidr: \"" + cidr + "\"" + less + "}}";
      }
      List<String> parts = new ArrayList<>();
      namespaces.ifPresent(s -> parts.add("namespaceSelector: " + s.yaml()));
      pods.ifPresent(s -> parts.add("podSelector: " + s.yaml()));
      return "{" + String.join(", ", parts) + "}";
    }
  }

  record On(String protocol, String port, int end) {
    String yaml() {
      List<String> parts = new ArrayList<>();
      if (!protocol.isEmpty()) {
        parts.add("protocol: " + protocol);
      }
      if (!port.isEmpty()) {
        parts.add("port: " + port);
      }
      if (end > 0) {
        parts.add("endPort: " + end);
      }
      return "{" + String.join(", ", parts) + "}";
    }
  }

  record Opens(Optional<List<From>> peers, Optional<List<On>> ports) {
    String yaml(String word) {
      List<String> parts = new ArrayList<>();
      peers.ifPresent(p -> parts.add(word + ": " + p.stream().map(From::yaml).toList()));
      ports.ifPresent(p -> parts.add("ports: " + p.stream().map(On::yaml).toList()));
      return "{" + String.join(", ", parts) + "}";
    }
  }

  record Limits(
      String namespace,
      Chosen pods,
      List<String> types,
      Optional<List<Opens>> ingress,
      Optional<List<Opens>> egress) {
    /** “If this field is not specified, it defaults based on the existence of … rules”. */
    boolean isAbout(String type) {
      if (!types.isEmpty()) {
        return types.contains(type);
      }
      return type.equals("Ingress") || egress.filter(e -> !e.isEmpty()).isPresent();
    }

    String yaml(int number) {
      String out =
          "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p%d, namespace: %s}\nspec:\n  podSelector: %s\n"
              .formatted(number, namespace, pods.yaml());
      if (!types.isEmpty()) {
        out += "  policyTypes: " + types + "\n";
      }
      if (ingress.isPresent()) {
        out += "  ingress: " + ingress.get().stream().map(r -> r.yaml("from")).toList() + "\n";
      }
      if (egress.isPresent()) {
        out += "  egress: " + egress.get().stream().map(r -> r.yaml("to")).toList() + "\n";
      }
      return out + "---\n";
    }
  }

  /** An end of a connection: a pod, or an address when it has no namespace. */
  record End(
      String name,
      String namespace,
      Map<String, String> labels,
      boolean hostNetwork,
      int web,
      String webProtocol) {
    boolean isPod() {
      return !namespace.isEmpty();
    }

    String yaml() {
      return "apiVersion: v1\nkind: Pod\nmetadata: {name: %s, namespace: %s, labels: %s}\nspec:\n  hostNetwork: %s\n  containers: [{name: c, image: i, ports: [{name: web, containerPort: %d, protocol: %s}]}]\n---\n"
          .formatted(name, namespace, flow(labels), hostNetwork, web, webProtocol);
    }
  }

  record World(List<End> ends, Map<String, Map<String, String>> namespaces, List<Limits> policies) {
    String yaml() {
      StringBuilder out = new StringBuilder();
      namespaces.forEach((name, labels) ->
          out.append(
              "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s, labels: %s}\n---\n"
                  .formatted(name, flow(labels))));
      ends.stream().filter(End::isPod).forEach(e -> out.append(e.yaml()));
      for (int i = 0; i < policies.size(); i++) {
        out.append(policies.get(i).yaml(i));
      }
      return out.toString();
    }

    boolean allows(End from, End to, String protocol, int port) {
      return side("Egress", from, to, to, protocol, port)
          && side("Ingress", to, from, to, protocol, port);
    }

    private boolean side(
        String type, End own, End other, End destination, String protocol, int port) {
      return !own.isPod()
          || own.hostNetwork()
          || policies(type, own, other, destination, protocol, port).orElse(true);
    }

    /** What the policies that isolate a pod say; empty where none does. */
    Optional<Boolean> policies(
        String type, End own, End other, End destination, String protocol, int port) {
      boolean isolated = false;
      for (Limits policy : policies) {
        if (!policy.namespace().equals(own.namespace())
            || !policy.isAbout(type)
            || !policy.pods().holds(own.labels())) {
          continue;
        }
        isolated = true;
        List<Opens> rules =
            (type.equals("Egress") ? policy.egress() : policy.ingress()).orElse(List.of());
        for (Opens rule : rules) {
          List<From> peers = rule.peers().orElse(List.of());
          List<On> ports = rule.ports().orElse(List.of());
          boolean whom =
              peers.isEmpty() || peers.stream().anyMatch(p -> isPeer(p, policy.namespace(), other));
          boolean where =
              ports.isEmpty()
                  || ports.stream().anyMatch(p -> isPort(p, destination, protocol, port));
          if (whom && where) {
            return Optional.of(true);
          }
        }
      }
      return isolated ? Optional.of(false) : Optional.empty();
    }

    private boolean isPeer(From peer, String home, End other) {
      if (!peer.cidr().isEmpty()) {
        return !other.isPod()
            && isIn(peer.cidr(), other.name())
            && (peer.except().isEmpty() || !isIn(peer.except(), other.name()));
      }
      if (!other.isPod() || other.hostNetwork()) {
        return false;
      }
      boolean namespace =
          peer.namespaces().isPresent()
              ? peer.namespaces().get().holds(labelsOf(other.namespace()))
              : other.namespace().equals(home);
      return namespace && peer.pods().map(s -> s.holds(other.labels())).orElse(true);
    }

    Map<String, String> labelsOf(String namespace) {
      Map<String, String> out = new TreeMap<>(namespaces.getOrDefault(namespace, Map.of()));
      out.put("kubernetes.io/metadata.name", namespace);
      return out;
    }

    private static boolean isPort(On entry, End destination, String protocol, int port) {
      if (!protocol.equals(entry.protocol().isEmpty() ? "TCP" : entry.protocol())) {
        return false;
      }
      if (entry.port().equals("web")) {
        return destination.isPod()
            && !destination.hostNetwork()
            && destination.webProtocol().equals(protocol)
            && destination.web() == port;
      }
      if (entry.port().isEmpty()) {
        return true;
      }
      int first = Integer.parseInt(entry.port());
      return entry.end() > 0 ? first <= port && port <= entry.end() : first == port;
    }

    /** Only the blocks of this test: compared by what begins the address. */
    static boolean isIn(String block, String address) {
      boolean v6 = address.indexOf(':') >= 0;
      return switch (block) {
        case "0.0.0.0/0" -> !v6;
        case "::/0" -> v6;
        case "10.0.0.0/8" -> address.startsWith("10.");
        case "10.1.0.0/16" -> address.startsWith("10.1.");
        case "8.8.8.8/32" -> address.equals("8.8.8.8");
        case "2001:db8::/32" -> address.startsWith("2001:db8:");
        default -> throw new IllegalArgumentException(block);
      };
    }
  }

  static String flow(Map<String, String> labels) {
    List<String> out = new ArrayList<>();
    labels.forEach((k, v) -> out.add(k + ": \"" + v + "\""));
    return "{" + String.join(", ", out) + "}";
  }
}
