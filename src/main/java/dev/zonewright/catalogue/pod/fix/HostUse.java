package dev.zonewright.catalogue.pod.fix;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.evidence.Ground;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.YamlEditor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a pod may lose with its node's network, processes and ports. */
public final class HostUse {
  private static final Set<String> PROBES =
      Set.of("livenessProbe", "readinessProbe", "startupProbe");

  private static final Pattern WELL_KNOWN = Pattern.compile("[1-9][0-9]{0,2}|10[01][0-9]|102[0-3]");

  private HostUse() {}

  /** Whether the pod may be taken off its node's network. */
  public static Ground ofNetwork(PodView pod, ZoneState zone) {
    for (ContainerView container : pod.containers()) {
      for (YamlCursor port : container.at().get("ports").items()) {
        if (isTaken(port.get("hostPort"))) {
          return Ground.review(
              "container %s takes port %s of the node, which others may use to call it"
                  .formatted(container.name(), port.get("hostPort").raw()));
        }
      }
      for (String probe : PROBES) {
        String host = container.at().get(probe, "httpGet", "host").raw();
        String socket = container.at().get(probe, "tcpSocket", "host").raw();
        if (isLoopback(host) || isLoopback(socket)) {
          return Ground.review(
              "a probe of container %s asks 127.0.0.1, which finds the pod on its node's network only"
                  .formatted(container.name()));
        }
      }
    }
    return zone == ZoneState.EDERA
        ? Ground.safe("the pod is put into a zone, where Edera refuses the field")
        : Ground.review("outside a zone the field is obeyed, and the pod may work with it");
  }

  /** The policy made for pods on their node's network goes with it. */
  public static void removeNetwork(YamlEditor editor, PodView pod, YamlCursor at) {
    editor.remove(at.path());
    YamlCursor dns = pod.spec().get("dnsPolicy");
    if (dns.raw().equals("ClusterFirstWithHostNet")) {
      editor.set(dns.path(), YamlValue.of("ClusterFirst"));
    }
  }

  /** Whether the node's processes, or their shared memory, may be taken from the pod. */
  public static Ground ofProcesses(PodView pod, ZoneState zone) {
    return zone == ZoneState.EDERA
        ? Ground.safe("the pod is put into a zone, where Edera ignores the field")
        : Ground.review("outside a zone the field is obeyed, and the pod may work with it");
  }

  /** Whether a port of the node may be given back. */
  public static Ground ofPort(PodView pod, YamlCursor hostPort, ClusterLookup cluster) {
    YamlCursor port = hostPort.parent().orElse(hostPort);
    if (pod.spec().get("hostNetwork").isTrue()) {
      return Ground.review("on its node's network the container takes the port anyway");
    }
    Optional<String> told = toldItsNode(pod);
    if (told.isPresent()) {
      return Ground.review(
          "it is given the address of its node (variable %s), and may tell others to call it there"
              .formatted(told.get()));
    }
    String within = "";
    for (KubeObject service : cluster.objects("Service", pod.object().namespace())) {
      if (service.group().isEmpty() && serves(service, pod, port)) {
        if (isOutside(service) || !isKnownOutside(hostPort)) {
          return Ground.safe("%s serves the port".formatted(service.label()));
        }
        within = service.label();
      }
    }
    return Ground.review(
        within.isEmpty()
            ? "no opened Service serves the port: it may be the only way in"
            : "%s serves the port inside the cluster only: for others it may be the only way in"
                .formatted(within));
  }

  private static Optional<String> toldItsNode(PodView pod) {
    return pod.containers().stream()
        .flatMap(container -> container.at().get("env").items().stream())
        .filter(variable ->
            variable.get("valueFrom", "fieldRef", "fieldPath").raw().startsWith("status.hostIP"))
        .map(variable -> variable.get("name").raw())
        .findFirst();
  }

  /** Whether a Service is reached from outside the cluster. */
  private static boolean isOutside(KubeObject service) {
    YamlCursor spec = service.root().get("spec");
    return Set.of("NodePort", "LoadBalancer").contains(spec.get("type").raw())
        || !spec.get("externalIPs").items().isEmpty();
  }

  /** Ports by which others than pods call a node: the well-known ones, and those of UDP. */
  private static boolean isKnownOutside(YamlCursor hostPort) {
    YamlCursor port = hostPort.parent().orElse(hostPort);
    return port.get("protocol").raw().equals("UDP") || WELL_KNOWN.matcher(hostPort.raw()).matches();
  }

  private static boolean serves(KubeObject service, PodView pod, YamlCursor port) {
    YamlCursor spec = service.root().get("spec");
    List<YamlCursor> selector = spec.get("selector").entries();
    if (selector.isEmpty()
        // leads elsewhere, whatever it selects
        || spec.get("type").raw().equals("ExternalName")
        || !service.namespace().equals(pod.object().namespace())
        || !selector.stream()
            .allMatch(
                label -> pod.metadata().get("labels", label.key()).raw().equals(label.raw()))) {
      return false;
    }
    return spec.get("ports").items().stream()
        .anyMatch(served -> {
          YamlCursor target = served.get("targetPort");
          String to = target.isSet() ? target.raw() : served.get("port").raw();
          return protocol(served).equals(protocol(port))
              && (to.equals(port.get("containerPort").raw())
                  || (!to.isEmpty() && to.equals(port.get("name").raw())));
        });
  }

  private static String protocol(YamlCursor port) {
    String written = port.get("protocol").raw();
    return written.isEmpty() ? "TCP" : written;
  }

  private static boolean isTaken(YamlCursor hostPort) {
    return hostPort.isSet() && !hostPort.raw().equals("0");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }
}
