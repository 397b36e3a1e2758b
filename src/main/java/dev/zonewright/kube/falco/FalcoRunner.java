package dev.zonewright.kube.falco;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what runs Falco: a workload by its image, a Helm release by its chart. */
public final class FalcoRunner {
  private static final Set<String> IMAGES =
      Set.of("falco", "falco-no-driver", "falco-distroless", "falco-debian");

  /**
   * The folder of a node where the plugin's library and the socket of Edera's daemon are. Source:
   * Edera, Falco integration.
   */
  public static final String DAEMON = "/var/lib/edera/protect";

  private FalcoRunner() {}

  /** Whether a pod is Falco, and this folder of the node is what its plugin needs. */
  public static boolean needs(PodView pod, String path) {
    String folder = path.replaceAll("/+$", "");
    return (folder.equals(DAEMON) || folder.startsWith(DAEMON + "/")) && container(pod).isPresent();
  }

  /** Whether the object runs Falco, or has it installed. */
  public static boolean is(KubeObject object) {
    return isRelease(object)
        || PodViews.of(object).stream().anyMatch(p -> container(p).isPresent());
  }

  /** The container of a pod that is Falco. */
  public static Optional<ContainerView> container(PodView pod) {
    return pod.containers().stream()
        .filter(c -> IMAGES.contains(repository(c.at().get("image").raw())))
        .findFirst();
  }

  /** The last part of an image's name, without tag and digest. */
  private static String repository(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    int digest = name.indexOf('@');
    String tagged = digest < 0 ? name : name.substring(0, digest);
    int tag = tagged.indexOf(':');
    return tag < 0 ? tagged : tagged.substring(0, tag);
  }

  /** Whether it is a Helm release of Falco's chart, or what Falco's operator makes Falco of. */
  public static boolean isRelease(KubeObject object) {
    YamlCursor spec = object.root().get("spec");
    return switch (object.kind()) {
      case "Falco" -> object.group().endsWith("falcosecurity.dev");
      case "HelmRelease" -> isChart(spec.get("chart", "spec", "chart"));
      case "HelmChart" -> object.group().endsWith("cattle.io") && isChart(spec.get("chart"));
      case "Application" ->
          Stream.concat(Stream.of(spec.get("source")), spec.get("sources").items().stream())
              .anyMatch(source -> isChart(source.get("chart")));
      default -> false;
    };
  }

  private static boolean isChart(YamlCursor at) {
    return at.raw().substring(at.raw().lastIndexOf('/') + 1).equals("falco");
  }
}
