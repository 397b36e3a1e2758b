package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of containers, volumes and ports, in form and told apart; and ports of the node. */
final class NameRules {
  /** A label of DNS, as RFC 1123 has it. */
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private NameRules() {}

  static void check(PodView pod, Found found) {
    Set<String> containers = new HashSet<>();
    Taken taken = new Taken(new HashSet<>(), new HashSet<>());
    for (ContainerView container : pod.containers()) {
      YamlCursor name = container.at().get("name");
      if (Found.text(name).isPresent() && !containers.add(name.raw())) {
        found.applied(name, "two containers are called " + name.raw());
      }
      label(name, found);
      ports(container, taken, found);
    }
    for (YamlCursor volume : pod.spec().get("volumes").items()) {
      label(volume.get("name"), found);
    }
  }

  private static void label(YamlCursor name, Found found) {
    if (Found.text(name).filter(n -> !LABEL.matcher(n).matches()).isPresent()) {
      found.applied(
          name,
          "%s is not a valid name: use lowercase letters, digits and hyphens, at most 63, with a letter or"
                  .formatted(name.raw())
              + " a digit at both ends");
    }
  }

  private static void ports(ContainerView container, Taken taken, Found found) {
    Set<String> names = new HashSet<>();
    for (YamlCursor port : container.at().get("ports").items()) {
      YamlCursor name = port.get("name");
      if (Found.text(name).isPresent() && !names.add(name.raw())) {
        found.applied(name, "two ports of the container are called " + name.raw());
      }
      if (container.kind() == ContainerView.Kind.APP) {
        ofNode(container.pod(), port, taken, found);
      }
    }
  }

  private static void ofNode(PodView pod, YamlCursor port, Taken taken, Found found) {
    YamlCursor said = port.get("hostPort");
    boolean free = !said.isSet() || Found.isZero(said);
    // on the node's network the server fills hostPort in, but for pods only, not in a template
    YamlCursor host =
        free && pod.spec().get("hostNetwork").isTrue() ? port.get("containerPort") : said;
    if (Found.number(host).filter(n -> n.signum() > 0).isEmpty()) {
      return;
    }
    String protocol = port.get("protocol").raw();
    String whole =
        "%s/%s/%s"
            .formatted(host.raw(), protocol.isEmpty() ? "TCP" : protocol, port.get("hostIP").raw());
    boolean twice = !taken.all().add(whole);
    boolean saidTwice = !free && !taken.said().add(whole);
    String message = "port %s of the node is used twice".formatted(host.raw());
    if (saidTwice || (twice && pod.isBarePod())) {
      found.applied(host, message);
    } else if (twice) {
      found.started(host, message);
    }
  }

  /** Ports of the node: those that the manifest names, and with those that the server fills in. */
  private record Taken(Set<String> said, Set<String> all) {}
}
