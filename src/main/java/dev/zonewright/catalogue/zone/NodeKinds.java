package dev.zonewright.catalogue.zone;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.Tenants;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.Set;

/** What a pod asks of its nodes' processors and network that Edera's nodes may not have. */
final class NodeKinds {
  private static final Set<String> ARCHITECTURE =
      Set.of("kubernetes.io/arch", "beta.kubernetes.io/arch");

  /** Zone kernels are built for these two. Source: edera-dev/linux-kernel-oci, configs. */
  private static final Set<String> OF_ZONES = Set.of("amd64", "arm64");

  private static final String MESH = "istio.io/dataplane-mode";
  private static final String AMBIENT = "ambient";

  private NodeKinds() {}

  /** Processors that no zone runs on. */
  private static Optional<String> ofProcessor(PodView pod) {
    YamlCursor spec = pod.spec();
    return ARCHITECTURE.stream()
        .sorted()
        .map(key -> spec.get("nodeSelector", key))
        .filter(label -> label.isSet() && !label.isPlaceholder() && !isOfZones(label))
        .map(label -> words(label.key(), label.raw()))
        .findFirst()
        .or(() ->
            RuntimeChange.requiredTerms(spec)
                .flatMap(term -> term.get("matchExpressions").items().stream())
                .filter(rule -> ARCHITECTURE.contains(rule.get("key").raw()))
                .filter(rule -> rule.get("operator").raw().equals("In"))
                .filter(rule -> rule.get("values").items().stream().noneMatch(NodeKinds::mayBe))
                .map(rule ->
                    words(
                        rule.get("key").raw(),
                        String.join(
                            ", ",
                            rule.get("values").items().stream().map(YamlCursor::raw).toList())))
                .findFirst());
  }

  private static boolean mayBe(YamlCursor value) {
    return value.isPlaceholder() || isOfZones(value);
  }

  private static boolean isOfZones(YamlCursor value) {
    return OF_ZONES.contains(value.raw());
  }

  private static String words(String key, String value) {
    return "it asks for nodes with %s: %s, and zones run on amd64 and arm64".formatted(key, value);
  }

  /**
   * A mesh without sidecars: the node changes the pod's traffic in the network namespace that a
   * zone's own kernel does not work in. Source: Istio, Ambient mode, ztunnel traffic redirection.
   */
  private static Optional<String> ofMesh(PodView pod, ClusterLookup cluster) {
    YamlCursor own = pod.metadata().get("labels", MESH);
    if (own.isSet()) {
      return own.raw().equals(AMBIENT) ? Optional.of(mesh("its label")) : Optional.empty();
    }
    String written = pod.object().namespace();
    String namespace = written.isEmpty() ? Tenants.DEFAULT : written;
    boolean byNamespace =
        cluster
            .object("Namespace", "", namespace)
            .filter(at -> at.root().get("metadata", "labels", MESH).raw().equals(AMBIENT))
            .isPresent();
    return byNamespace ? Optional.of(mesh("the label of its namespace")) : Optional.empty();
  }

  private static String mesh(String whose) {
    return "%s %s: %s has its node redirect its traffic, which may not work for a pod in a zone"
        .formatted(whose, MESH, AMBIENT);
  }

  /** All of it, the first that is found. */
  static Optional<String> objection(PodView pod, ClusterLookup cluster) {
    return ofProcessor(pod).or(() -> ofMesh(pod, cluster));
  }
}
