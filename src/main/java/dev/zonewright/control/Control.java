package dev.zonewright.control;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlDocument;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that a manifest must get right. Controls are stateless; which objects, pods and
 * containers there are is found for them.
 */
public sealed interface Control {
  ControlInfo info();

  /**
   * The fields of pods, containers and other objects by which it judges. Where one of them cannot
   * be read, {@code undetermined-value} says so, once, and names this control as one that could not
   * judge.
   */
  default List<PodFields.Field> reads() {
    return List.of();
  }

  /** What these controls read, taken together. */
  static PodFields readBy(List<Control> controls) {
    return PodFields.of(
        controls.stream()
            .collect(Collectors.toMap(c -> c.info().id(), Control::reads, (a, _) -> a)));
  }

  /** Looks at the pod of every workload. */
  non-sealed interface OnPod extends Control {
    void check(PodView pod, Reporter reporter);
  }

  /** Looks at every container: app, init and ephemeral. */
  non-sealed interface OnContainer extends Control {
    void check(ContainerView container, Reporter reporter);
  }

  /**
   * Looks at a tenant as a whole. What it lacks is reported at {@link TenantView#at()}; a finding
   * may also point into any of its objects.
   */
  non-sealed interface OnTenant extends Control {
    void check(TenantView tenant, Reporter reporter);
  }

  /** Looks at every object, whatever its kind. */
  non-sealed interface OnObject extends Control {
    void check(KubeObject object, Reporter reporter);
  }

  /**
   * Looks at a document before anything is known of its objects, also when it could not be read.
   */
  non-sealed interface OnDocument extends Control {
    void check(YamlDocument document, Reporter reporter);
  }
}
