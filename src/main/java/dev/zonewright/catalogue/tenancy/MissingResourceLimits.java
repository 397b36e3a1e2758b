package dev.zonewright.catalogue.tenancy;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Field: {@code resources.limits} of a container. Accepted: limits of CPU and memory there or on
 * the pod, or defaults by a LimitRange of the namespace.
 */
public final class MissingResourceLimits implements Control.OnPod {
  private static final ControlInfo INFO =
      Sources.info(
          MissingResourceLimits.class,
          "Missing resource limits",
          "A container may take all available CPU or memory",
          Severity.LOW,
          EderaEffect.HONOURS,
          "Edera security reference architecture: What operators must isolate",
          "Kubernetes: Resource Management for Pods and Containers");

  private static final String LIMITS = "limits";
  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    pod.containers().forEach(container -> container(container, reporter));
    if (Agents.isDeclared(pod)) {
      pod.spec().get("volumes").items().forEach(volume -> volume(volume, pod, reporter));
    }
  }

  /**
   * What an agent writes into a volume of its own is bounded by the volume, or by its containers.
   */
  private static void volume(YamlCursor volume, PodView pod, Reporter reporter) {
    YamlCursor own = volume.get("emptyDir");
    YamlCursor limit = own.get("sizeLimit");
    if (!own.isMapping() || limit.isSet() || UnknownValue.hides(limit)) {
      return;
    }
    String resource = own.get("medium").raw().equals("Memory") ? MEMORY : "ephemeral-storage";
    boolean bounded =
        pod.containers().stream()
            .allMatch(container ->
                container.resources().get(LIMITS).get(resource).isSet()
                    || isDefaulted(container, resource, reporter));
    if (bounded) {
      return;
    }
    reporter
        .violated(
            limit,
            "The emptyDir %s has no size limit: an agent can use it to fill up space that other tenants on the node need"
                .formatted(volume.get("name").raw()))
        .severity(Severity.MEDIUM)
        .fix(
            Fix.review(
                "Limit it to 1Gi",
                "how much the agent writes is not visible in manifests: above the limit it is "
                    + "stopped",
                editor -> editor.set(limit.path(), YamlValue.of("1Gi"))))
        .guidance("Measure what the agent writes; the value in the fix is an example.");
  }

  private static void container(ContainerView container, Reporter reporter) {
    if (container.kind() == ContainerView.Kind.EPHEMERAL || !container.whole()) {
      // the API server refuses resources there; an operator may add them to the other
      return;
    }
    YamlCursor limits = container.resources().get(LIMITS);
    List<String> missing = new ArrayList<>();
    for (String resource : List.of(CPU, MEMORY)) {
      YamlCursor at = limits.get(resource);
      YamlCursor ofPod = container.pod().spec().get("resources", LIMITS).get(resource);
      if (UnknownValue.hides(at) || UnknownValue.hides(ofPod)) {
        return;
      }
      if (!at.isSet() && !ofPod.isSet() && !isDefaulted(container, resource, reporter)) {
        missing.add(resource);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    boolean agent = Agents.isDeclared(container.pod());
    YamlCursor at = missing.size() == 1 ? limits.get(missing.getFirst()) : limits;
    YamlPath path = limits.path();
    reporter
        .violated(at, message(missing, reporter.zone()))
        .container(container.name())
        .severity(agent ? Severity.MEDIUM : Severity.LOW)
        .fix(
            Fix.review(
                "Set limits for %s".formatted(String.join(" and ", names(missing))),
                "how much the program needs is not visible in manifests: above its memory limit "
                    + "it is stopped",
                editor ->
                    missing.forEach(m ->
                        editor.set(path.key(m), YamlValue.of(m.equals(CPU) ? "500m" : "512Mi")))))
        .guidance("Measure what the program uses; the values in the fix are examples.");
  }

  private static String message(List<String> missing, ZoneState zone) {
    String what = String.join(" and ", names(missing));
    if (zone == ZoneState.EDERA && missing.contains(MEMORY)) {
      return "No limit for %s: Edera gives the zone the sum of its containers' limits, and 1024 MB where there is none"
          .formatted(what);
    }
    return "No limit for %s: the container may take what other tenants on the node need"
        .formatted(what);
  }

  private static List<String> names(List<String> resources) {
    return resources.stream().map(r -> r.equals(CPU) ? "CPU" : r).toList();
  }

  /** Whether a LimitRange gives containers of the namespace a default. */
  private static boolean isDefaulted(ContainerView container, String resource, Reporter reporter) {
    String namespace = container.pod().object().namespace();
    for (KubeObject range : reporter.cluster().objects("LimitRange", namespace)) {
      for (YamlCursor limit : range.root().get("spec", LIMITS).items()) {
        boolean given =
            limit.get("default").get(resource).isSet() || limit.get("max").get(resource).isSet();
        if (limit.get("type").raw().equals("Container") && given) {
          return true;
        }
      }
    }
    return false;
  }
}
