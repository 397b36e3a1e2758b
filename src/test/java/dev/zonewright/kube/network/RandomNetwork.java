package dev.zonewright.kube.network;

import dev.zonewright.kube.network.NaiveNetwork.Chosen;
import dev.zonewright.kube.network.NaiveNetwork.Condition;
import dev.zonewright.kube.network.NaiveNetwork.End;
import dev.zonewright.kube.network.NaiveNetwork.From;
import dev.zonewright.kube.network.NaiveNetwork.Limits;
import dev.zonewright.kube.network.NaiveNetwork.On;
import dev.zonewright.kube.network.NaiveNetwork.Opens;
import dev.zonewright.kube.network.NaiveNetwork.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes a world from a seed. */
final class RandomNetwork {
  private static final List<String> NAMESPACES = List.of("a", "b", "c");
  private static final List<String> KEYS = List.of("app", "tier");
  private static final List<String> VALUES = List.of("x", "y", "");
  private static final List<String> OUTSIDE =
      List.of("10.1.2.3", "10.2.0.1", "8.8.8.8", "2001:db8::1", "2001:db9::1");
  static final List<String> BLOCKS =
      List.of("10.0.0.0/8", "0.0.0.0/0", "8.8.8.8/32", "2001:db8::/32", "::/0");
  static final List<Integer> PORTS = List.of(53, 80, 8080, 9000);

  private final Random random;

  RandomNetwork(long seed) {
    random = new Random(seed);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  private Map<String, String> labels() {
    Map<String, String> out = new TreeMap<>();
    KEYS.stream().filter(_ -> !once(3)).forEach(k -> out.put(k, one(VALUES)));
    return out;
  }

  Chosen selector(boolean ofNamespaces) {
    List<Condition> out = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean name = ofNamespaces && once(3);
      String operator = one(List.of("In", "NotIn", "Exists", "DoesNotExist"));
      List<String> values = name ? NAMESPACES : VALUES;
      boolean needs = operator.endsWith("In");
      out.add(
          new Condition(
              name ? "kubernetes.io/metadata.name" : one(KEYS),
              operator,
              !needs ? List.of() : once(2) ? List.of(one(values)) : values.subList(0, 2)));
    }
    return new Chosen(out);
  }

  private From peer() {
    if (once(3)) {
      String block = one(BLOCKS);
      boolean less = once(2) && (block.equals("10.0.0.0/8") || block.equals("0.0.0.0/0"));
      String except = less ? "10.1.0.0/16" : once(2) && block.equals("::/0") ? BLOCKS.get(3) : "";
      return new From(Optional.empty(), Optional.empty(), block, except);
    }
    boolean namespaces = once(2);
    return new From(
        namespaces ? Optional.of(selector(true)) : Optional.empty(),
        !namespaces || once(2) ? Optional.of(selector(false)) : Optional.empty(),
        "",
        "");
  }

  private On port() {
    String protocol = one(List.of("", "TCP", "UDP", "SCTP"));
    if (once(4)) {
      return new On(protocol, "web", 0);
    }
    if (once(4)) {
      return new On(protocol, "", 0);
    }
    int port = one(PORTS);
    return new On(protocol, "" + port, once(3) ? port + one(List.of(0, 1, 8000)) : 0);
  }

  private <T> Optional<List<T>> some(Supplier<T> maker) {
    if (once(4)) {
      return Optional.empty();
    }
    List<T> out = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      out.add(maker.get());
    }
    return Optional.of(out);
  }

  private Opens rule() {
    return new Opens(some(this::peer), some(this::port));
  }

  World world() {
    Map<String, Map<String, String>> namespaces = new TreeMap<>();
    NAMESPACES.stream().filter(_ -> !once(4)).forEach(n -> namespaces.put(n, labels()));
    List<End> ends = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ends.add(
          new End(
              "w" + i,
              one(NAMESPACES),
              labels(),
              once(6),
              one(PORTS),
              one(List.of("TCP", "UDP", "SCTP"))));
    }
    OUTSIDE.forEach(a -> ends.add(new End(a, "", Map.of(), false, 0, "")));
    List<Limits> policies = new ArrayList<>();
    for (int i = random.nextInt(7); i > 0; i--) {
      policies.add(
          new Limits(
              one(NAMESPACES),
              selector(false),
              one(
                  List.of(
                      List.of(),
                      List.of("Ingress"),
                      List.of("Egress"),
                      List.of("Ingress", "Egress"))),
              some(this::rule),
              some(this::rule)));
    }
    return new World(ends, namespaces, policies);
  }
}
