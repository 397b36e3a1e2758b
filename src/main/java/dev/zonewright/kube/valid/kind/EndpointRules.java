package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.network.address.Address;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Addresses and ports that a Service leads to. Source: Kubernetes 1.36. */
final class EndpointRules {
  private static final FieldRule PROTOCOL = FieldRule.oneOf("TCP", "UDP", "SCTP");

  private static final FieldTree ENDPOINTS =
      new FieldTree()
          .add(EndpointRules::subset, "subsets[]")
          .add(
              Forms.OBJECT_NAME,
              "subsets[].addresses[].nodeName",
              "subsets[].notReadyAddresses[].nodeName")
          .add(EndpointRules::address, "subsets[].addresses[]", "subsets[].notReadyAddresses[]")
          .add(
              Forms.LABEL_NAME,
              "subsets[].addresses[].hostname",
              "subsets[].notReadyAddresses[].hostname",
              "subsets[].ports[].name")
          .add(FieldRule.needs("port", "a port needs its number"), "subsets[].ports[]")
          .add(Forms.PORT, "subsets[].ports[].port")
          .add(PROTOCOL, "subsets[].ports[].protocol");

  private static final FieldTree SLICE =
      new FieldTree()
          .add(FieldRule.oneOf("IPv4", "IPv6", "FQDN"), "addressType")
          .add(
              FieldRule.needs("addresses", "an endpoint needs at least one address"), "endpoints[]")
          .add(Forms.OBJECT_NAME, "endpoints[].nodeName")
          .add(Forms.LABEL_NAME, "endpoints[].hostname", "ports[].name")
          .add(PROTOCOL, "ports[].protocol");

  private EndpointRules() {}

  static void endpoints(YamlCursor root, Found found) {
    ENDPOINTS.check(root, found);
  }

  static void slice(YamlCursor root, Found found) {
    SLICE.check(root, found);
    String type = root.get("addressType").raw();
    for (YamlCursor endpoint : root.get("endpoints").items()) {
      for (YamlCursor address : endpoint.get("addresses").items()) {
        ofType(type, address, found);
      }
    }
    Set<String> names = new HashSet<>();
    for (YamlCursor port : root.get("ports").items()) {
      YamlCursor name = port.get("name");
      if (!UnknownValue.hides(name) && !names.add(name.raw())) {
        found.applied(
            name.isSet() ? name : port,
            name.raw().isEmpty()
                ? "each port needs a name where there are several"
                : "two ports are called " + name.raw());
      }
    }
  }

  private static void subset(YamlCursor subset, Found found) {
    boolean none =
        List.of("addresses", "notReadyAddresses").stream()
            .map(subset::get)
            .allMatch(at -> at.items().isEmpty() && !UnknownValue.hides(at));
    if (none && Found.isWhole(subset)) {
      found.applied(subset, "a subset needs addresses or notReadyAddresses");
    }
    List<YamlCursor> ports = subset.get("ports").items();
    for (YamlCursor port : ports) {
      YamlCursor name = port.get("name");
      if (ports.size() > 1 && name.raw().isEmpty() && !UnknownValue.hides(name)) {
        found.applied(name, "each port needs a name where there are several");
      }
    }
  }

  private static void address(YamlCursor at, Found found) {
    YamlCursor ip = at.get("ip");
    if (!ip.isSet() && !UnknownValue.hides(ip)) {
      found.applied(ip, "an address needs an ip");
    }
    Found.text(ip)
        .flatMap(text -> problem(text, Forms.isAddress(text)))
        .ifPresent(problem -> found.applied(ip, problem));
  }

  private static void ofType(String type, YamlCursor at, Found found) {
    Optional<String> text = Found.text(at);
    if (text.isEmpty()) {
      return;
    }
    Optional<Address> address = Address.parse(text.get());
    boolean six = text.get().indexOf(':') >= 0;
    switch (type) {
      case "IPv4", "IPv6" ->
          problem(text.get(), address.isPresent() && six == type.equals("IPv6"))
              .ifPresent(problem -> found.applied(at, problem));
      case "FQDN" -> {
        String name =
            text.get().endsWith(".")
                ? text.get().substring(0, text.get().length() - 1)
                : text.get();
        if (!Forms.isObjectName(name) || name.indexOf('.') < 0) {
          found.applied(at, "“%s” is not a full name of DNS".formatted(text.get()));
        }
      }
      default -> {
        // of another type nothing is known
      }
    }
  }

  private static Optional<String> problem(String text, boolean valid) {
    if (!valid) {
      return Optional.of("“%s” is not an IP address of this type".formatted(text));
    }
    return Address.parse(text).map(Cidr::of).stream()
            .anyMatch(own -> ServiceRules.OF_A_NODE.stream().anyMatch(block -> block.contains(own)))
        ? Optional.of("%s is an address of the node itself, or of no host".formatted(text))
        : Optional.empty();
  }
}
