package dev.zonewright.catalogue.tenancy;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.evidence.Platform;
import dev.zonewright.yaml.YamlCursor;
import java.util.Set;

/**
 * Field: {@code metadata.namespace} of a workload. Accepted: a namespace of the tenant. {@code
 * default} belongs to nobody; in those of Kubernetes only what makes the cluster work has a place.
 */
public final class WorkloadInSharedNamespace implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          WorkloadInSharedNamespace.class,
          "Workload in a shared namespace",
          "A workload is in a namespace that belongs to no tenant",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          "Edera security reference architecture: Multi-tenancy architecture",
          "Kubernetes: Namespaces");

  private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public", "kube-node-lease");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    YamlCursor at = object.root().get("metadata", "namespace");
    String namespace = object.namespace();
    if (PodViews.of(object).isEmpty()) {
      return;
    }
    if (namespace.equals("default")) {
      reporter
          .violated(
              at,
              "The namespace default belongs to no tenant: its policies, quotas and accounts are "
                  + "shared with everything else in it")
          .guidance(
              "Move the workload, together with what it refers to, to a namespace of its "
                  + "tenant.");
    } else if (SYSTEM.contains(namespace) && Platform.of(object).isEmpty()) {
      reporter
          .violated(
              at,
              "%s is for what makes the cluster work, and nothing shows that this workload does: admission and policies often leave the namespace out"
                  .formatted(namespace))
          .severity(Severity.HIGH)
          .guidance("Move the workload, together with what it refers to, to its own namespace.");
    }
  }
}
