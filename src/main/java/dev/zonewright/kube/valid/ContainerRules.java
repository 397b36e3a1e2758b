package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fields of a container that do not go together. */
final class ContainerRules {
  private static final BigInteger LARGEST_ID = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final Set<String> PROC_MOUNTS = Set.of("Default", "Unmasked");
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");

  static final List<String> HOOKS = List.of("exec", "httpGet", "tcpSocket", "sleep");

  private ContainerRules() {}

  static void check(ContainerView container, Found found) {
    YamlCursor context = container.securityContext();
    escalation(context, found);
    procMount(container, found);
    for (String id : List.of("runAsUser", "runAsGroup")) {
      id(context.get(id), found);
    }
    user(container, found);
    if (container.pod().spec().get("hostUsers").isFalse()
        && !container.at().get("volumeDevices").items().isEmpty()) {
      found.applied(
          container.at().get("volumeDevices"),
          "volumeDevices are not allowed with hostUsers: false");
    }
    ports(container, found);
    probes(container, found);
    resources(container.at().get("resources"), found);
  }

  private static void escalation(YamlCursor context, Found found) {
    YamlCursor at = context.get("allowPrivilegeEscalation");
    if (!at.isFalse()) {
      return;
    }
    if (context.get("privileged").isTrue()) {
      found.applied(at, "allowPrivilegeEscalation: false and privileged: true exclude each other");
    }
    for (YamlCursor added : context.get("capabilities", "add").items()) {
      if (added.raw().equals("CAP_SYS_ADMIN")) {
        found.applied(
            at,
            "allowPrivilegeEscalation: false and the capability CAP_SYS_ADMIN exclude each other");
        return;
      }
    }
  }

  private static void procMount(ContainerView container, Found found) {
    YamlCursor at = container.securityContext().get("procMount");
    Optional<String> value = Found.text(at);
    if (value.filter(v -> !PROC_MOUNTS.contains(v)).isPresent()) {
      found.applied(at, "%s is not a value of procMount".formatted(at.raw()));
    }
    YamlCursor users = container.pod().spec().get("hostUsers");
    if (value.filter("Unmasked"::equals).isPresent()
        && !users.isFalse()
        && !UnknownValue.isPlaceholder(users)) {
      found.applied(at, "procMount: Unmasked needs hostUsers: false");
    }
  }

  static void id(YamlCursor at, Found found) {
    Found.number(at)
        .filter(id -> id.signum() < 0 || id.compareTo(LARGEST_ID) > 0)
        .ifPresent(_ -> found.applied(at, "%s must be from 0 to 2147483647".formatted(at.key())));
  }

  private static void user(ContainerView container, Found found) {
    YamlCursor own = container.securityContext();
    YamlCursor pod = container.pod().securityContext();
    boolean said = own.get("runAsUser").isSet() || own.get("runAsNonRoot").isSet();
    if (said) {
      rootBesideNonRoot(
          own.get("runAsNonRoot").isSet() ? own.get("runAsNonRoot") : pod.get("runAsNonRoot"),
          own.get("runAsUser").isSet() ? own.get("runAsUser") : pod.get("runAsUser"),
          found);
    }
  }

  static void rootBesideNonRoot(YamlCursor nonRoot, YamlCursor user, Found found) {
    if (nonRoot.isTrue() && Found.isZero(user)) {
      found.started(user, "runAsNonRoot: true and user 0: no node starts the container");
    }
  }

  private static void ports(ContainerView container, Found found) {
    // of init containers the server does not ask it
    boolean host =
        container.kind() == ContainerView.Kind.APP
            && container.pod().spec().get("hostNetwork").isTrue();
    for (YamlCursor port : container.at().get("ports").items()) {
      YamlCursor inside = port.get("containerPort");
      YamlCursor outside = port.get("hostPort");
      range(inside, 1, found);
      range(outside, 0, found);
      Optional<BigInteger> own = Found.number(inside);
      Optional<BigInteger> taken = Found.number(outside).filter(n -> n.signum() > 0);
      if (host && own.isPresent() && taken.isPresent() && !own.equals(taken)) {
        found.applied(outside, "hostPort must equal containerPort when hostNetwork is true");
      }
      YamlCursor protocol = port.get("protocol");
      if (Found.text(protocol).filter(p -> !Set.of("TCP", "UDP", "SCTP").contains(p)).isPresent()) {
        found.applied(
            protocol, "%s is not a protocol: use TCP, UDP or SCTP".formatted(protocol.raw()));
      }
    }
  }

  private static void range(YamlCursor port, int least, Found found) {
    Found.number(port)
        .filter(n ->
            n.compareTo(BigInteger.valueOf(least)) < 0
                || n.compareTo(BigInteger.valueOf(65_535)) > 0)
        .ifPresent(_ -> found.applied(port, "a port must be from 1 to 65535"));
  }

  private static void probes(ContainerView container, Found found) {
    boolean plainInit =
        container.kind() == ContainerView.Kind.INIT
            && !container.at().get("restartPolicy").raw().equals("Always")
            && !UnknownValue.isPlaceholder(container.at().get("restartPolicy"));
    for (String name : PROBES) {
      YamlCursor probe = container.at().get(name);
      if (!probe.isMapping()) {
        continue;
      }
      if (plainInit) {
        found.applied(probe, "an init container has no probes, unless its restartPolicy is Always");
      }
      long handlers = HANDLERS.stream().filter(h -> probe.get(h).isSet()).count();
      if (handlers > 1) {
        found.applied(probe, "a probe must have exactly one handler");
      }
    }
    if (plainInit && container.at().get("lifecycle").isMapping()) {
      found.applied(
          container.at().get("lifecycle"),
          "an init container has no lifecycle, unless its restartPolicy is Always");
    }
  }

  static void resources(YamlCursor resources, Found found) {
    for (YamlCursor request : resources.get("requests").entries()) {
      Optional<BigDecimal> wanted = Quantities.of(request);
      Optional<BigDecimal> most = Quantities.of(resources.get("limits", request.key()));
      if (wanted.isPresent() && most.isPresent() && wanted.get().compareTo(most.get()) > 0) {
        found.applied(
            request, "more %s is requested than the limit allows".formatted(request.key()));
      }
    }
    for (String part : List.of("requests", "limits")) {
      for (YamlCursor amount : resources.get(part).entries()) {
        if (Quantities.of(amount).filter(a -> a.signum() < 0).isPresent()) {
          found.applied(amount, "an amount must not be negative");
        }
      }
    }
  }
}
