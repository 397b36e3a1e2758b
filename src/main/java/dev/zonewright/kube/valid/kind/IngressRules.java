package dev.zonewright.kube.valid.kind;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.network.address.Address;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Hosts, paths and backends of an Ingress. Source: Kubernetes 1.36. */
final class IngressRules {
  private static final int LONGEST_HOST = 253;
  private static final Set<String> STRICT = Set.of("Exact", "Prefix");
  private static final Pattern WILDCARD = Pattern.compile("\\*(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+");

  /** Parts of a path that proxies read in different ways. */
  private static final List<String> UNCLEAR = List.of("//", "/./", "/../", "%2f");

  private static final FieldRule HOST =
      FieldRule.text(
          IngressRules::isHost,
          "“%s” is not a host: use a name of DNS in lowercase, without port and scheme, or *."
              + " before one");

  private static final FieldTree BACKEND =
      new FieldTree()
          .add(FieldRule.needs("name", "a backend needs the name of its Service"), "service")
          .add(FieldRule.needs("port", "a backend needs a port of its Service"), "service")
          .add(Forms.LABEL_NAME, "service.name")
          .add(IngressRules::port, "service.port")
          .add(FieldRule.range(0, 65_535, "a port must be from 1 to 65535"), "service.port.number")
          .add(Forms.PORT_NAME, "service.port.name")
          .add(FieldRule.needs("kind", "a resource needs a kind"), "resource")
          .add(FieldRule.needs("name", "a resource needs a name"), "resource")
          .add(Forms.OBJECT_NAME, "resource.apiGroup");

  private static final FieldTree SPEC =
      new FieldTree()
          .add(Forms.OBJECT_NAME, "ingressClassName", "tls[].secretName")
          .add(HOST, "tls[].hosts[]", "rules[].host")
          .add(IngressRules::address, "rules[].host")
          .add(FieldRule.needs("paths", "http needs at least one of paths"), "rules[].http")
          .add(
              FieldRule.needs("pathType", "a path needs a pathType, such as Prefix"),
              "rules[].http.paths[]")
          .add(
              FieldRule.oneOf("Exact", "Prefix", "ImplementationSpecific"),
              "rules[].http.paths[].pathType")
          .add(IngressRules::path, "rules[].http.paths[]")
          .add(FieldRule.needs("backend", "a path needs a backend"), "rules[].http.paths[]")
          .add(IngressRules::backend, "defaultBackend", "rules[].http.paths[].backend");

  private IngressRules() {}

  static void check(YamlCursor spec, Found found) {
    SPEC.check(spec, found);
  }

  private static boolean isHost(String host) {
    return host.indexOf('*') >= 0
        ? host.length() <= LONGEST_HOST && WILDCARD.matcher(host).matches()
        : Address.parse(host).isPresent() || Forms.isObjectName(host);
  }

  private static void address(YamlCursor host, Found found) {
    if (Found.text(host).flatMap(Address::parse).isPresent()) {
      found.applied(host, "the host of a rule is a name, and cannot be an IP address");
    }
  }

  private static void path(YamlCursor one, Found found) {
    YamlCursor path = one.get("path");
    if (!one.isMapping() || UnknownValue.isPlaceholder(one) || UnknownValue.hides(path)) {
      return;
    }
    boolean strict = STRICT.contains(one.get("pathType").raw());
    Optional<String> text = Found.text(path);
    boolean bare = !path.isSet() || (path.isScalar() && path.raw().isEmpty());
    if (bare && strict) {
      found.applied(
          path, "a path of the type %s must begin with /".formatted(one.get("pathType").raw()));
    }
    if (text.filter(t -> !t.startsWith("/")).isPresent()) {
      found.applied(path, UnknownValue.quoted(path) + " must begin with /");
    } else if (strict && text.filter(IngressRules::isUnclear).isPresent()) {
      found.applied(path, "the path cannot contain //, /., /.. or an encoded slash");
    }
  }

  private static boolean isUnclear(String path) {
    String small = path.toLowerCase(Locale.ROOT);
    return UNCLEAR.stream().anyMatch(small::contains)
        || small.endsWith("/.")
        || small.endsWith("/..");
  }

  private static void backend(YamlCursor backend, Found found) {
    boolean known = Found.isWhole(backend);
    boolean service = backend.get("service").isSet();
    boolean resource = backend.get("resource").isSet();
    if (known && !service && !resource) {
      found.applied(backend, "a backend needs a service or a resource");
    } else if (known && service && resource) {
      found.applied(backend.get("resource"), "a backend has a service or a resource, not both");
    }
    BACKEND.check(backend, found);
  }

  private static void port(YamlCursor port, Found found) {
    if (!port.isMapping() || UnknownValue.isPlaceholder(port)) {
      return;
    }
    YamlCursor number = port.get("number");
    YamlCursor name = port.get("name");
    boolean open = UnknownValue.isPlaceholder(number) || UnknownValue.isPlaceholder(name);
    boolean counted = number.isSet() && !Found.isZero(number);
    boolean named = name.isSet() && !name.raw().isEmpty();
    if (!open && !counted && !named) {
      found.applied(port, "the port of a backend needs a name or a number");
    } else if (!open && counted && named) {
      found.applied(name, "the port of a backend has a name or a number, not both");
    }
  }
}
