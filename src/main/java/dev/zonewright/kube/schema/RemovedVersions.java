package dev.zonewright.kube.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Versions of the API that Kubernetes had and no longer serves, and since when. The same version of
 * a group may still serve other kinds. Source: Kubernetes, Deprecated API Migration Guide.
 */
final class RemovedVersions {
  /** By version and kind, as {@code batch/v1beta1 CronJob}, the minor version of Kubernetes 1. */
  private static final Map<String, Integer> SINCE = new HashMap<>();

  static {
    since(16, "extensions/v1beta1", "NetworkPolicy PodSecurityPolicy DaemonSet Deployment");
    since(16, "extensions/v1beta1", "ReplicaSet");
    since(16, "apps/v1beta1", "Deployment StatefulSet ControllerRevision");
    since(16, "apps/v1beta2", "Deployment StatefulSet DaemonSet ReplicaSet ControllerRevision");
    since(20, "rbac.authorization.k8s.io/v1alpha1", "Role ClusterRole RoleBinding");
    since(20, "rbac.authorization.k8s.io/v1alpha1", "ClusterRoleBinding");
    since(21, "batch/v2alpha1", "CronJob");
    since(22, "admissionregistration.k8s.io/v1beta1", "MutatingWebhookConfiguration");
    since(22, "admissionregistration.k8s.io/v1beta1", "ValidatingWebhookConfiguration");
    since(22, "apiextensions.k8s.io/v1beta1", "CustomResourceDefinition");
    since(22, "apiregistration.k8s.io/v1beta1", "APIService");
    since(22, "certificates.k8s.io/v1beta1", "CertificateSigningRequest");
    since(22, "coordination.k8s.io/v1beta1", "Lease");
    since(22, "extensions/v1beta1", "Ingress");
    since(22, "networking.k8s.io/v1beta1", "Ingress IngressClass");
    since(22, "rbac.authorization.k8s.io/v1beta1", "Role ClusterRole RoleBinding");
    since(22, "rbac.authorization.k8s.io/v1beta1", "ClusterRoleBinding");
    since(22, "scheduling.k8s.io/v1beta1", "PriorityClass");
    since(22, "storage.k8s.io/v1beta1", "CSIDriver CSINode StorageClass VolumeAttachment");
    since(25, "batch/v1beta1", "CronJob");
    since(25, "discovery.k8s.io/v1beta1", "EndpointSlice");
    since(25, "events.k8s.io/v1beta1", "Event");
    since(25, "autoscaling/v2beta1", "HorizontalPodAutoscaler");
    since(25, "policy/v1beta1", "PodDisruptionBudget PodSecurityPolicy");
    since(25, "node.k8s.io/v1beta1", "RuntimeClass");
    since(26, "autoscaling/v2beta2", "HorizontalPodAutoscaler");
    since(26, "flowcontrol.apiserver.k8s.io/v1beta1", "FlowSchema PriorityLevelConfiguration");
    since(27, "storage.k8s.io/v1beta1", "CSIStorageCapacity");
    since(29, "flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema PriorityLevelConfiguration");
    since(32, "flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema PriorityLevelConfiguration");
  }

  private RemovedVersions() {}

  private static void since(int minor, String apiVersion, String kinds) {
    for (String kind : kinds.split(" ", -1)) {
      SINCE.put(apiVersion + " " + kind, minor);
    }
  }

  /** The minor version of Kubernetes 1 that no longer had the kind; empty where it is served. */
  static Optional<Integer> since(String apiVersion, String kind) {
    return Optional.ofNullable(SINCE.get(apiVersion + " " + kind));
  }
}
