package dev.zonewright.catalogue.pod;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PssCheck;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Fields: {@code httpGet.host} and {@code tcpSocket.host} of a container's probes and lifecycle
 * handlers. Accepted: unset or empty. Default: the pod's own address. Kubernetes since 1.0; Pod
 * Security Standards: baseline since 1.34.
 */
public final class ProbeHost implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(ProbeHost.class),
          Family.POD,
          "Probe of another host",
          "A probe or lifecycle handler makes the node connect to an address that the pod names",
          Severity.MEDIUM,
          EderaEffect.HONOURS,
          List.of(
              "Pod Security Standards: baseline, Host Probes / Lifecycle Hooks",
              "Kubernetes: Configure Liveness, Readiness and Startup Probes"));

  private static final String REMOVE = "Remove host, so that the pod itself is checked";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(
        PodFields.container("livenessProbe.httpGet.host"),
        PodFields.container("livenessProbe.tcpSocket.host"),
        PodFields.container("readinessProbe.httpGet.host"),
        PodFields.container("readinessProbe.tcpSocket.host"),
        PodFields.container("startupProbe.httpGet.host"),
        PodFields.container("startupProbe.tcpSocket.host"),
        PodFields.container("lifecycle.postStart.httpGet.host"),
        PodFields.container("lifecycle.postStart.tcpSocket.host"),
        PodFields.container("lifecycle.preStop.httpGet.host"),
        PodFields.container("lifecycle.preStop.tcpSocket.host"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    for (StandardHit hit : StandardHit.of(pod, PssCheck.PROBE_HOSTS)) {
      YamlCursor at = hit.at();
      YamlCursor port = at.parent().orElse(at).get("port");
      Reporter.FindingBuilder finding =
          (hit.certain()
                  ? reporter.violated(at, message(pod, at.raw()))
                  : reporter.undetermined(at, hit.noText()))
              .container(hit.container());
      if (port.isSet()) {
        Fix.Plan plan = editor -> editor.remove(at.path());
        finding.fix(
            asksThePod(pod, port) && !(isLoopback(at.raw()) && listensThere(pod))
                ? Fix.safe(REMOVE, "a container of the pod declares the port that is checked", plan)
                : Fix.review(REMOVE, "nothing shows that the pod itself listens there", plan));
      } else {
        finding.guidance(
            "Name the port of the pod to check, and remove host; Kubernetes refuses a"
                + " probe without a port.");
      }
    }
  }

  private static String message(PodView pod, String host) {
    if (isLoopback(host)) {
      return "The node makes the request, so %s is the node itself %s"
          .formatted(
              host,
              pod.spec().get("hostNetwork").isTrue()
                  ? "and whatever listens there, this pod or another"
                  : "and not the pod");
    }
    return "The node connects to %s on the pod's behalf: it reaches what the pod may not, and"
            .formatted(host)
        + " reveals the answer by restarting the pod or not";
  }

  /**
   * Whether without the host the same process is asked, or the right one at last. On the node's
   * network a process may listen on the one address only that is named here.
   */
  private static boolean asksThePod(PodView pod, YamlCursor port) {
    boolean ownNetwork =
        !pod.spec().get("hostNetwork").isSet() || pod.spec().get("hostNetwork").isFalse();
    return ownNetwork
        && pod.containers().stream().anyMatch(container -> declares(container, port.raw()));
  }

  /** Whether a program is told to listen on the pod's own address alone, where no node reaches. */
  private static boolean listensThere(PodView pod) {
    return pod.containers().stream()
        .flatMap(container ->
            Stream.concat(
                container.at().get("command").items().stream(),
                container.at().get("args").items().stream()))
        .anyMatch(word -> word.raw().contains("127.0.0.1") || word.raw().contains("localhost"));
  }

  private static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.startsWith("127.") || name.equals("::1");
  }

  private static boolean declares(ContainerView container, String port) {
    return container.at().get("ports").items().stream()
        .anyMatch(own ->
            own.get("containerPort").raw().equals(port) || own.get("name").raw().equals(port));
  }
}
