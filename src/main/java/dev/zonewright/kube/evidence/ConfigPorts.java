package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.evidence.given.Given;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The ports below 1024 that the configuration of a server in an opened ConfigMap opens. */
final class ConfigPorts {
  /** As HAProxy, nginx, Apache and Traefik write it, and CoreDNS with its zone. */
  private static final Pattern OPENED =
      Pattern.compile(
          "(?m)^[ \\t]*(?:bind[ \\t]+[^\\s:#]*:|listen[ \\t]+(?:[0-9.*]+:|\\[::]:)?|Listen["
              + " \\t]+(?:[0-9.]+:)?)([0-9]{1,5})(?=[\\s;,])|^["
              + " \\t-]*address\\s*[:=]\\s*[\"']?(?:0\\.0\\.0\\.0|\\[::])?:([0-9]{1,5})\\b|^\\.:([0-9]{1,5})["
              + " \\t]*\\{|[{;][ \\t]*listen[ \\t]+(?:[0-9.*]+:|\\[::]:)?([0-9]{1,5})(?=[ \\t;])");

  private static final Memo.Key<KubeObject, Optional<Integer>> LOW =
      new Memo.Key<>(ConfigPorts::read);

  private ConfigPorts() {}

  /** The first, with the ConfigMap that opens it, as people call it. */
  static Optional<String> low(ContainerView container, ClusterLookup cluster) {
    return Scripts.mapsOf(container, cluster).stream()
        .flatMap(map ->
            map.facts().get(LOW, map).stream()
                .map(port -> "port %d in %s".formatted(port, map.label())))
        .findFirst();
  }

  private static Optional<Integer> read(KubeObject map) {
    return Given.texts(map).stream()
        .map(YamlCursor::raw)
        .flatMap(text -> OPENED.matcher(text + "\n").results())
        .flatMap(found -> LowPorts.low(number(found)).stream())
        .findFirst();
  }

  private static String number(MatchResult found) {
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) {
        return found.group(i);
      }
    }
    return "";
  }
}
