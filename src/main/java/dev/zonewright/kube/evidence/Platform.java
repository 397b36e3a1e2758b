package dev.zonewright.kube.evidence;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Workloads that make the cluster what it is, and belong to no tenant. What they expose counts for
 * every tenant, and nothing of them is changed unasked.
 */
public final class Platform {
  private static final Set<String> CLASSES =
      Set.of("system-node-critical", "system-cluster-critical");

  /** The namespaces of Kubernetes itself. */
  private static final Set<String> NAMESPACES =
      Set.of("kube-system", "kube-public", "kube-node-lease");

  // how names of what distributions ship in kube-system begin
  private static final List<String> SHIPPED =
      List.of(
          "coredns",
          "kube-",
          "etcd",
          "metrics-server",
          "konnectivity-agent",
          "calico-",
          "canal",
          "cilium",
          "hubble-",
          "antrea-",
          "weave-net",
          "kindnet",
          "flannel",
          "tigera-",
          "aws-node",
          "aws-cloud-controller",
          "ebs-csi-",
          "efs-csi-",
          "eks-",
          "snapshot-controller",
          "azure-",
          "azuredisk-",
          "azurefile-",
          "csi-azure",
          "cloud-node-manager",
          "cloud-controller",
          "cloud-provider",
          "omsagent",
          "ama-",
          "gke-",
          "fluentbit-gke",
          "event-exporter-gke",
          "l7-default-backend",
          "netd",
          "pdcsi-node",
          "node-local-dns",
          "nodelocaldns",
          "dns-autoscaler",
          "coredns-autoscaler",
          "local-path-provisioner",
          "traefik",
          "svclb-",
          "helm-install-",
          "rke2-",
          "storage-provisioner",
          "nvidia-device-plugin",
          "kubernetes-dashboard",
          "openstack-cloud",
          "csi-",
          "vsphere-",
          "ovs-",
          "ovnkube-",
          "multus",
          "kured",
          "tiller");

  private static final Memo.Key<PodView, Optional<String>> POD = new Memo.Key<>(Platform::find);

  private Platform() {}

  /** Why the pod belongs to the platform, as a clause; empty for a tenant's. */
  public static Optional<String> of(PodView pod) {
    return pod.facts().get(POD, pod);
  }

  private static Optional<String> find(PodView pod) {
    KubeObject object = pod.object();
    String priority = pod.spec().get("priorityClassName").raw();
    if (CLASSES.contains(priority)) {
      return Optional.of("its priority class is " + priority);
    }
    if (StaticPods.is(pod)) {
      return Optional.of("it is a static pod");
    }
    if (object.kind().equals("DaemonSet")) {
      Optional<String> work = NodeWork.of(pod);
      if (work.isPresent()) {
        return Optional.of("it runs on every node and " + withoutIt(work.get()));
      }
    }
    boolean shipped =
        object.namespace().equals("kube-system")
            && SHIPPED.stream().anyMatch(start -> object.name().startsWith(start));
    return shipped
        ? Optional.of("distributions ship %s in kube-system".formatted(object.name()))
        : Optional.empty();
  }

  private static String withoutIt(String clause) {
    return clause.startsWith("it ") ? clause.substring("it ".length()) : clause;
  }

  /** Why the object is the platform's: one of its pods is. */
  public static Optional<String> of(KubeObject object) {
    return PodViews.of(object).stream()
        .filter(pod -> pod.spec().isMapping())
        .map(Platform::of)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether Kubernetes itself lives there. */
  public static boolean isNamespaceOfKubernetes(String namespace) {
    return NAMESPACES.contains(namespace);
  }

  /** Why nothing of the object may be changed unasked; empty where that is not so. */
  public static Optional<String> objection(KubeObject object) {
    Optional<String> platform =
        of(object)
            .map(why ->
                "it belongs to the platform (%s): record an exception instead".formatted(why));
    if (platform.isPresent()) {
      return platform;
    }
    String namespace = object.kind().equals("Namespace") ? object.name() : object.namespace();
    return NAMESPACES.contains(namespace)
        ? Optional.of("it is in %s, whose workloads the cluster needs".formatted(namespace))
        : Optional.empty();
  }
}
