package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the containers of a pod ask for, held to what the pod as a whole is given, and to whether it
 * is started again. Sources: Kubernetes, pod-level resources (since 1.34), resize policies.
 */
final class AmountRules {
  private static final String RESOURCES = "resources";
  private static final String REQUESTS = "requests";
  private static final String LIMITS = "limits";

  private AmountRules() {}

  static void check(PodView pod, Found found) {
    YamlCursor ofPod = pod.spec().get(RESOURCES);
    ContainerRules.resources(ofPod, found);
    for (YamlCursor given : ofPod.get(REQUESTS).entries()) {
      Optional<BigDecimal> most = Quantities.of(given);
      if (most.isEmpty() || asked(pod, given.key(), true).compareTo(most.get()) <= 0) {
        continue;
      }
      String message =
          "the containers together request more %s than the pod; a limit without a request counts as a request"
              .formatted(given.key());
      // in a template, limits count only once a pod is made of it
      if (pod.isBarePod() || asked(pod, given.key(), false).compareTo(most.get()) > 0) {
        found.applied(given, message);
      } else {
        found.started(given, message);
      }
    }
    boolean never = pod.spec().get("restartPolicy").raw().equals("Never");
    for (ContainerView container : pod.containers()) {
      limits(container, ofPod.get(LIMITS), found);
      resizes(container, never, found);
    }
  }

  private static void limits(ContainerView container, YamlCursor ofPod, Found found) {
    for (YamlCursor limit : container.at().get(RESOURCES, LIMITS).entries()) {
      Optional<BigDecimal> own = Quantities.of(limit);
      Optional<BigDecimal> most = Quantities.of(ofPod.get(limit.key()));
      if (own.isPresent() && most.isPresent() && own.get().compareTo(most.get()) > 0) {
        found.applied(limit, "the limit of %s is above that of the pod".formatted(limit.key()));
      }
    }
  }

  private static void resizes(ContainerView container, boolean never, Found found) {
    boolean plainInit =
        container.kind() == ContainerView.Kind.INIT
            && !isSidecar(container)
            && !UnknownValue.isPlaceholder(container.at().get("restartPolicy"));
    for (YamlCursor policy : container.at().get("resizePolicy").items()) {
      YamlCursor at = policy.get("restartPolicy");
      if (at.raw().equals("RestartContainer") && (never || plainInit)) {
        found.applied(
            at,
            never
                ? "a resize cannot restart a container where restartPolicy of the pod is Never"
                : "a resize cannot restart an init container, unless its restartPolicy is Always");
      }
    }
  }

  /**
   * What is reserved for the containers: those that run at once, or the largest that runs first.
   */
  private static BigDecimal asked(PodView pod, String resource, boolean byLimits) {
    BigDecimal running = BigDecimal.ZERO;
    BigDecimal sidecars = BigDecimal.ZERO;
    BigDecimal first = BigDecimal.ZERO;
    for (ContainerView container : pod.containers()) {
      BigDecimal own = request(container, resource, byLimits);
      switch (container.kind()) {
        case INIT -> {
          first = first.max(sidecars.add(own));
          if (isSidecar(container)) {
            sidecars = sidecars.add(own);
          }
        }
        case EPHEMERAL -> {
          // takes of what the others have
        }
        default -> running = running.add(own);
      }
    }
    return running.add(sidecars).max(first);
  }

  private static BigDecimal request(ContainerView container, String resource, boolean byLimits) {
    YamlCursor resources = container.at().get(RESOURCES);
    YamlCursor own = resources.get(REQUESTS, resource);
    return Quantities.of(own.isSet() || !byLimits ? own : resources.get(LIMITS, resource))
        .orElse(BigDecimal.ZERO);
  }

  private static boolean isSidecar(ContainerView container) {
    return container.at().get("restartPolicy").raw().equals("Always");
  }
}
