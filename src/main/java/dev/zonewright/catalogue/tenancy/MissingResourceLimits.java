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
 * the pod, or defaults by a LimitRange of the namespace. And {@code emptyDir.sizeLimit} of an
 * agent.
 */
public final class MissingResourceLimits implements Control.OnContainer {
  private static final ControlInfo INFO =
      Sources.info(
          MissingResourceLimits.class,
          "Missing resource limits",
          "A container may take all CPU or memory that there is",
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
  public void check(ContainerView container, Reporter reporter) {
    PodView pod = container.pod();
    if (Agents.isDeclared(pod)
        && container.at().path().equals(pod.containers().getFirst().at().path())) {
      // the volumes are the pod's, so they are looked at once
      pod.spec().get("volumes").items().forEach(volume -> scratch(volume, reporter));
    }
    if (container.kind() == ContainerView.Kind.EPHEMERAL || !container.whole()) {
      // the API server refuses resources there; an operator may add them to the other
      return;
    }
    YamlCursor limits = container.at().get("resources", LIMITS);
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
        .severity(agent ? Severity.MEDIUM : Severity.LOW)
        .fix(
            Fix.review(
                "Set limits for %s".formatted(String.join(" and ", names(missing))),
                "how much the program needs is not seen in manifests: above its limit of memory it"
                    + " is ended",
                editor ->
                    missing.forEach(m ->
                        editor.set(path.key(m), YamlValue.of(m.equals(CPU) ? "500m" : "512Mi")))))
        .guidance("Measure what the program takes; the figures of the fix are an example.");
  }

  /** A folder of an agent's own, which only its size keeps from filling the disk or the memory. */
  private static void scratch(YamlCursor volume, Reporter reporter) {
    YamlCursor folder = volume.get("emptyDir");
    YamlCursor size = folder.get("sizeLimit");
    if (!folder.isMapping() || size.isSet() || UnknownValue.hides(size)) {
      return;
    }
    reporter
        .violated(
            folder,
            "The emptyDir %s of the agent has no sizeLimit: what the agent writes may fill the %s"
                .formatted(
                    volume.get("name").raw(),
                    folder.get("medium").raw().equals("Memory") ? "memory" : "disk of the node"))
        .container("")
        .severity(Severity.MEDIUM)
        .fix(
            Fix.review(
                "Set sizeLimit of the emptyDir",
                "how much the program writes is not seen in manifests: above its limit the pod is"
                    + " ended",
                editor -> editor.set(size.path(), YamlValue.of("1Gi"))))
        .guidance("Measure what the program writes; the figure of the fix is an example.");
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
