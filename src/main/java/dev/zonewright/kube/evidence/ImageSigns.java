package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What images and annotations of well-known programs say of a need that no field shows: such a
 * program stops when it is taken away, although the manifest never speaks of it.
 */
final class ImageSigns {
  /** Programs that work with the Kubernetes API whatever their arguments. */
  private static final Pattern WITH_API =
      Pattern.compile(
          "(.*-)?(controller|operator|provisioner|webhook|attacher|snapshotter|resizer)"
              + "|argocd|velero|vault|vault-k8s|traefik|prometheus|metrics-server|kured|rancher"
              + "|pilot|descheduler|keda|kyverno|kyvernopre|gatekeeper|cluster-agent|gitlab-runner"
              + "|k8s-hub|consul-k8s-control-plane|dashboard-api|fluent-bit|promtail|alloy"
              + "|node-feature-discovery|reloader|kubernetes-dashboard|headlamp");

  /** Builders of images without root: they map users by programs that gain privileges. */
  private static final Pattern ROOTLESS =
      Pattern.compile(".*(rootless|buildkit|buildah|podman|fuse-overlayfs|bubblewrap).*");

  /** Programs that send ICMP packets. */
  private static final Pattern RAW =
      Pattern.compile(".*(blackbox-exporter|smokeping|fping|nmap|traceroute|tcpdump|netshoot).*");

  /** Annotations by which a container is added that logs in with the token of the pod. */
  private static final Map<String, String> ADDED =
      Map.of(
          "vault.hashicorp.com/agent-inject", "Vault's agent",
          "vault.security.banzaicloud.io/vault-addr", "Vault's agent",
          "linkerd.io/inject", "Linkerd's proxy",
          "dapr.io/enabled", "Dapr's sidecar");

  private static final List<String> OFF = List.of("", "false", "disabled");

  private ImageSigns() {}

  /** Whether an image, by the last part of its name, is one that works with the API. */
  static boolean worksWithApi(String name) {
    return WITH_API.matcher(name).matches();
  }

  /** What is added to the pod and uses its token, as a clause. */
  static Optional<String> addedUser(PodView pod) {
    for (YamlCursor annotation : pod.annotations().entries()) {
      String who = ADDED.get(annotation.key());
      if (who != null && !OFF.contains(annotation.raw())) {
        return Optional.of(
            "%s, which the annotation %s adds, needs the token".formatted(who, annotation.key()));
      }
    }
    return Optional.empty();
  }

  /** Why the container may gain privileges when a program starts, as a clause. */
  static Optional<String> gainsPrivileges(ContainerView container) {
    return ROOTLESS.matcher(image(container)).matches()
        ? Optional.of(
            "its image builds or runs containers without root, and maps users by newuidmap")
        : Optional.empty();
  }

  /** Why the container may need a capability of its program's file, as a clause. */
  static Optional<String> usesCapabilities(ContainerView container) {
    return gainsPrivileges(container)
        .or(() ->
            RAW.matcher(image(container)).matches()
                ? Optional.of("its image sends raw packets, for which it may need NET_RAW")
                : Optional.empty());
  }

  private static String image(ContainerView container) {
    return container.at().get("image").raw().toLowerCase(Locale.ROOT);
  }
}
