package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.Set;

/** Names that must be told apart: of containers, of their ports, and ports of the node. */
final class NameRules {
  private NameRules() {}

  static void check(PodView pod, Found found) {
    Set<String> containers = new HashSet<>();
    Set<String> taken = new HashSet<>();
    for (ContainerView container : pod.containers()) {
      YamlCursor name = container.at().get("name");
      if (Found.text(name).isPresent() && !containers.add(name.raw())) {
        found.applied(name, "two containers are called " + name.raw());
      }
      ports(container, taken, found);
    }
  }

  // on the node's network the server fills hostPort in from containerPort
  private static YamlCursor onNode(PodView pod, YamlCursor port) {
    YamlCursor said = port.get("hostPort");
    boolean filledIn =
        pod.spec().get("hostNetwork").isTrue() && (!said.isSet() || Found.isZero(said));
    return filledIn ? port.get("containerPort") : said;
  }

  private static void ports(ContainerView container, Set<String> taken, Found found) {
    Set<String> names = new HashSet<>();
    for (YamlCursor port : container.at().get("ports").items()) {
      YamlCursor name = port.get("name");
      if (Found.text(name).isPresent() && !names.add(name.raw())) {
        found.applied(name, "two ports of the container are called " + name.raw());
      }
      YamlCursor host = onNode(container.pod(), port);
      boolean counts =
          container.kind() == ContainerView.Kind.APP
              && Found.number(host).filter(n -> n.signum() > 0).isPresent();
      String protocol = port.get("protocol").raw();
      String whole =
          host.raw()
              + "/"
              + (protocol.isEmpty() ? "TCP" : protocol)
              + "/"
              + port.get("hostIP").raw();
      if (counts && !taken.add(whole)) {
        found.applied(host, "port %s of the node is taken twice".formatted(host.raw()));
      }
    }
  }
}
