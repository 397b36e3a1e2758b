package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.evidence.given.Given;
import dev.zonewright.kube.evidence.known.OwnPorts;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ports below 1024 that the configuration of a server in an opened ConfigMap opens. */
final class ConfigPorts {
  /** As HAProxy, nginx, Apache and Traefik write it, and CoreDNS with its zone. */
  private static final Pattern OPENED =
      Pattern.compile(
          "(?m)^[ \\t]*(?:bind[ \\t]+[^\\s:#]*:|listen[ \\t]+(?:[0-9.*]+:|\\[::]:)?|Listen["
              + " \\t]+(?:[0-9.]+:)?)([0-9]{1,5})(?=[\\s;,])|^["
              + " \\t-]*address\\s*[:=]\\s*[\"']?(?:0\\.0\\.0\\.0|\\[::])?:([0-9]{1,5})\\b|^\\.:([0-9]{1,5})["
              + " \\t]*\\{|[{;][ \\t]*listen[ \\t]+(?:[0-9.*]+:|\\[::]:)?([0-9]{1,5})(?=[ \\t;])"
              // server.port=80, http_port = 443, and the same as YAML
              + "|^[ \\t]*(?:(?:quarkus|micronaut|play|management)[.])?(?:https?|server|web|listen)[._-]port["
              + " \\t]*[:=][ \\t]*[\"']?([0-9]{1,5})\\b|^server:[ \\t]*\\n(?:["
              + " \\t]+\\S.*\\n){0,9}?[ \\t]+port:[ \\t]*[\"']?([0-9]{1,5})\\b"
              // Envoy, syslog, Mosquitto
              + "|address:\\s*[\"']?(?:0\\.0\\.0\\.0|::)[\"']?\\s*,?\\s*port_value:\\s*([0-9]{1,5})\\b"
              + "|\\b(?:network|tcp|udp|syslog)\\([^)]{0,80}(?:\\([^)]{0,40}\\)[^)]{0,40}){0,3}\\bport\\(([0-9]{1,5})\\)|\\binput\\([^)]{0,80}\\bport=[\"']?([0-9]{1,5})|^listener["
              + " \\t]+([0-9]{1,5})\\b");

  /** As they are written there. */
  private static final Memo.Key<KubeObject, List<String>> NUMBERS =
      new Memo.Key<>(ConfigPorts::read);

  private ConfigPorts() {}

  /** The first, with the ConfigMap that opens it, as people call it. */
  static Optional<String> low(ContainerView container, ClusterLookup cluster) {
    return Scripts.mapsOf(container, cluster).stream()
        .flatMap(map ->
            map.facts().get(NUMBERS, map).stream()
                .flatMap(number -> LowPorts.low(number).stream())
                .map(port -> "port %d in %s".formatted(port, map.label())))
        .findFirst();
  }

  /** Whether a configuration says at which ports the container listens, whatever they are. */
  static boolean any(ContainerView container, ClusterLookup cluster) {
    return Scripts.mapsOf(container, cluster).stream()
        .anyMatch(map -> !map.facts().get(NUMBERS, map).isEmpty());
  }

  private static List<String> read(KubeObject map) {
    return Given.texts(map).stream()
        .map(YamlCursor::raw)
        .flatMap(text -> OPENED.matcher(text + "\n").results())
        .map(OwnPorts::number)
        .toList();
  }
}
