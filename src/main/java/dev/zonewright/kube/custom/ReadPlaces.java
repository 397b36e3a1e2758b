package dev.zonewright.kube.custom;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields of a custom resource the controls look at, because a pod was found there. */
final class ReadPlaces {
  /** What only a container's security context has. Source: Kubernetes, SecurityContext. */
  private static final List<String> OF_CONTAINER =
      List.of("privileged", "allowPrivilegeEscalation", "capabilities", "procMount");

  private final Set<YamlPath> whole = new HashSet<>();
  private final Map<YamlPath, PodForm> pods = new HashMap<>();
  private final Set<YamlPath> contexts = new HashSet<>();

  void add(PodView pod) {
    PodForm form = pod.place().form();
    pods.put(pod.spec().path(), form);
    PodPatches.of(pod).ifPresent(patch -> whole.add(patch.text().path()));
    if (form.hasContext()) {
      contexts.add(pod.securityContext().path());
    }
    for (ContainerView container : pod.containers()) {
      YamlPath path = container.at().path();
      if (path.equals(pod.spec().path())) {
        // the pod's fields are the container's
        whole.add(path.key("securityContext"));
      } else {
        whole.add(path);
      }
    }
  }

  boolean isWhole(YamlCursor at) {
    return whole.contains(at.path());
  }

  boolean isContext(YamlCursor at) {
    return contexts.contains(at.path());
  }

  boolean isPod(YamlCursor at) {
    return pods.containsKey(at.path());
  }

  /** The form of the pod whose fields stand here. */
  @Nullable PodForm podAt(YamlCursor at) {
    return pods.get(at.path());
  }

  /**
   * What is written in the security context of a pod, and is one of a container: an operator may
   * pass it on to its containers. Empty for what is no such security context.
   */
  Optional<List<YamlCursor>> ofContainersIn(YamlCursor at) {
    if (!contexts.contains(at.path())) {
      return Optional.empty();
    }
    List<YamlCursor> out = new ArrayList<>();
    for (String field : OF_CONTAINER) {
      YamlCursor value = at.get(field);
      boolean opens =
          switch (field) {
            case "capabilities" -> !value.get("add").items().isEmpty();
            case "procMount" -> value.raw().equals("Unmasked");
            default -> value.isTrue();
          };
      if (opens) {
        out.add(value);
      }
    }
    return Optional.of(out);
  }
}
