package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.network.address.Address;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ports and addresses of a Service, and what its type allows. Source: Kubernetes 1.36. */
final class ServiceRules {
  private static final String NONE = "None";
  private static final String BALANCER = "LoadBalancer";
  private static final String CLUSTER = "ClusterIP";
  private static final String EXTERNAL = "ExternalName";
  private static final long DAY = 86_400;
  private static final int LARGEST_PORT = 65_535;

  /** Addresses of one node, which no traffic from elsewhere can have. */
  static final List<Cidr> OF_A_NODE =
      List.of(
          Cidr.known("0.0.0.0/32"),
          Cidr.known("127.0.0.0/8"),
          Cidr.known("169.254.0.0/16"),
          Cidr.known("224.0.0.0/24"),
          Cidr.known("::/127"),
          Cidr.known("fe80::/10"),
          Cidr.known("ff02::/16"));

  private static final FieldRule TOKEN =
      FieldRule.text(
          LabelSyntax::isKey,
          "“%s” must be a name of letters, digits, -, _ and ., with or without a domain before it");

  private static final FieldTree SPEC =
      new FieldTree()
          .add(FieldRule.oneOf(CLUSTER, "NodePort", BALANCER, EXTERNAL), "type")
          .add(FieldRule.oneOf("ClientIP", NONE), "sessionAffinity")
          .add(FieldRule.oneOf("Cluster", "Local"), "externalTrafficPolicy")
          .add(FieldRule.oneOf("Cluster", "Local"), "internalTrafficPolicy")
          .add(
              FieldRule.oneOf("PreferClose", "PreferSameZone", "PreferSameNode"),
              "trafficDistribution")
          .add(
              FieldRule.oneOf("SingleStack", "PreferDualStack", "RequireDualStack"),
              "ipFamilyPolicy")
          .add(FieldRule.oneOf("IPv4", "IPv6"), "ipFamilies[]")
          .add(ServiceRules::families, "ipFamilies")
          .add(FieldRule.oneOf("TCP", "UDP", "SCTP"), "ports[].protocol")
          .add(Forms.PORT, "ports[].port")
          .add(
              FieldRule.range(0, LARGEST_PORT, "a port must be from 1 to 65535"),
              "ports[].targetPort")
          .add(Forms.PORT_NAME, "ports[].targetPort")
          .add(Forms.LABEL_NAME, "ports[].name")
          .add(TOKEN, "ports[].appProtocol", "loadBalancerClass")
          .add((at, found) -> LabelSyntax.labels(at, found::applied), "selector")
          .add(
              FieldRule.range(1, DAY, "%s must be from 1 to 86400, which is a day"),
              "sessionAffinityConfig.clientIP.timeoutSeconds")
          .add(
              FieldRule.text(
                  ServiceRules::isOutside,
                  "“%s” is not an IP address that traffic from elsewhere can have"),
              "externalIPs[]")
          .add(
              FieldRule.text(
                  block -> Cidr.parse(block.strip()).isPresent(),
                  "“%s” is not a block of addresses such as 10.0.0.0/8"),
              "loadBalancerSourceRanges[]")
          .add(
              FieldRule.text(
                  address -> address.equals(NONE) || Forms.isAddress(address),
                  "“%s” is neither an IP address nor None"),
              "clusterIP");

  private static final FieldRule PORT = FieldRule.needs("port", "a port of a Service needs port");

  private ServiceRules() {}

  static void check(YamlCursor spec, Found found) {
    if (!spec.isMapping() || UnknownValue.isPlaceholder(spec)) {
      return;
    }
    SPEC.check(spec, found);
    addresses(spec, found);
    ports(spec, found);
    type(spec).ifPresent(type -> ofType(type, spec, found));
  }

  /** Whether this is more than a change of single fields, which is laid over another manifest. */
  private static boolean isWhole(YamlCursor spec) {
    return spec.get("selector").isSet() && spec.get("ports").isSet();
  }

  /** The type, which is ClusterIP where none is said; empty where it cannot be known. */
  private static Optional<String> type(YamlCursor spec) {
    YamlCursor type = spec.get("type");
    Optional<String> said = Found.text(type);
    if (said.isPresent()) {
      return said;
    }
    boolean open = UnknownValue.hides(type) || isOpen(spec);
    return !open && isWhole(spec) ? Optional.of(CLUSTER) : Optional.empty();
  }

  private static boolean isOpen(YamlCursor mapping) {
    return mapping.entries().stream()
        .anyMatch(e -> e.key().equals("<<") || LabelSyntax.isTemplate(e.key()));
  }

  private static void ofType(String type, YamlCursor spec, Found found) {
    YamlCursor ports = spec.get("ports");
    boolean headless = spec.get("clusterIP").raw().equals(NONE);
    if (type.equals(EXTERNAL)) {
      external(spec, found);
    } else if (ports.isSequence() && ports.items().isEmpty() && !headless) {
      found.applied(ports, "a Service needs at least one port, unless its clusterIP is None");
    }
    if (headless && (type.equals("NodePort") || type.equals(BALANCER))) {
      found.applied(
          spec.get("clusterIP"),
          "a Service of the type %s cannot have clusterIP: None".formatted(type));
    }
    if (type.equals(CLUSTER)) {
      for (YamlCursor port : ports.items()) {
        if (Found.number(port.get("nodePort")).filter(n -> n.signum() != 0).isPresent()) {
          found.applied(
              port.get("nodePort"),
              "nodePort needs a Service of the type NodePort or LoadBalancer");
        }
      }
    }
    boolean reachable =
        type.equals("NodePort")
            || type.equals(BALANCER)
            || (type.equals(CLUSTER) && spec.get("externalIPs").isSet());
    YamlCursor policy = spec.get("externalTrafficPolicy");
    if (!reachable && Found.text(policy).isPresent()) {
      found.applied(
          policy, "externalTrafficPolicy needs the type NodePort or LoadBalancer, or externalIPs");
    }
    balanced(type, spec, found);
  }

  private static void balanced(String type, YamlCursor spec, Found found) {
    boolean balancer = type.equals(BALANCER);
    for (String field :
        List.of("loadBalancerSourceRanges", "loadBalancerClass", "allocateLoadBalancerNodePorts")) {
      YamlCursor at = spec.get(field);
      boolean empty = at.isSequence() && at.items().isEmpty();
      if (!balancer && at.isSet() && !empty && !UnknownValue.isPlaceholder(at)) {
        found.applied(at, "%s needs a Service of the type LoadBalancer".formatted(field));
      }
    }
    YamlCursor health = spec.get("healthCheckNodePort");
    YamlCursor policy = spec.get("externalTrafficPolicy");
    boolean local =
        balancer && (policy.raw().equals("Local") || UnknownValue.isPlaceholder(policy));
    if (!local && Found.number(health).filter(n -> n.signum() > 0).isPresent()) {
      found.applied(
          health,
          "healthCheckNodePort needs the type LoadBalancer and externalTrafficPolicy: Local");
    }
  }

  private static void external(YamlCursor spec, Found found) {
    YamlCursor name = spec.get("externalName");
    Optional<String> text = Found.text(name);
    if (text.isEmpty() && !UnknownValue.hides(name) && !isOpen(spec)) {
      found.applied(name, "a Service of the type ExternalName needs externalName");
    }
    boolean valid =
        text.map(t -> t.endsWith(".") ? t.substring(0, t.length() - 1) : t)
            .filter(t -> !Forms.isObjectName(t))
            .isEmpty();
    if (!valid) {
      found.applied(name, "%s is not a name of DNS".formatted(UnknownValue.quoted(name)));
    }
  }

  private static void ports(YamlCursor spec, Found found) {
    List<YamlCursor> ports = spec.get("ports").items();
    Set<String> names = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    Set<String> nodes = new HashSet<>();
    for (YamlCursor port : ports) {
      YamlCursor name = port.get("name");
      boolean unnamed = !name.isSet() || (name.isScalar() && name.raw().isEmpty());
      if (ports.size() > 1
          && unnamed
          && port.isMapping()
          && !UnknownValue.hides(name)
          && !isOpen(port)
          && (isWhole(spec) || spec.get("type").isSet())) {
        found.applied(name, "each port needs a name where a Service has several");
      }
      if (Found.text(name).filter(n -> !names.add(n)).isPresent()) {
        found.applied(name, "two ports of the Service are called " + name.raw());
      }
      if (isWhole(spec) && !isOpen(port)) {
        PORT.check(port, found);
      }
      YamlCursor protocol = port.get("protocol");
      if (UnknownValue.hides(protocol)) {
        continue;
      }
      String said = protocol.raw().isEmpty() ? "TCP" : protocol.raw();
      YamlCursor number = port.get("port");
      if (Found.number(number).filter(n -> !numbers.add(n + "/" + said)).isPresent()) {
        found.applied(number, "two ports of the Service are %s/%s".formatted(number.raw(), said));
      }
      YamlCursor node = port.get("nodePort");
      boolean twice =
          Found.number(node).filter(n -> n.signum() > 0 && !nodes.add(n + "/" + said)).isPresent();
      if (twice) {
        found.applied(node, "port %s of the nodes is used twice".formatted(node.raw()));
      }
    }
  }

  private static void addresses(YamlCursor spec, Found found) {
    YamlCursor one = spec.get("clusterIP");
    List<YamlCursor> all = spec.get("clusterIPs").items();
    if (!all.isEmpty()
        && Found.text(one).isPresent()
        && Found.text(all.getFirst()).filter(a -> !a.equals(one.raw())).isPresent()) {
      found.applied(all.getFirst(), "the first of clusterIPs must equal clusterIP");
    }
  }

  private static void families(YamlCursor families, Found found) {
    Set<String> seen = new HashSet<>();
    for (YamlCursor family : families.items()) {
      if (Found.text(family).filter(f -> !seen.add(f)).isPresent()) {
        found.applied(family, "the family %s is listed twice".formatted(family.raw()));
      }
    }
  }

  private static boolean isOutside(String text) {
    return Forms.isAddress(text)
        && Address.parse(text).map(Cidr::of).stream()
            .noneMatch(own -> OF_A_NODE.stream().anyMatch(block -> block.contains(own)));
  }
}
