package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an object of each kind can be called. Most names are subdomains of DNS; some become one
 * label of it; of others only the path of a request is made. Source: Kubernetes, object names and
 * IDs; the server of 1.36.
 */
final class ObjectNames {
  private static final Set<String> LABELS = Set.of("Namespace", "Service", "StatefulSet");

  private static final Set<String> SUBDOMAINS =
      Set.of(
          "CSIDriver",
          "CSINode",
          "ConfigMap",
          "ControllerRevision",
          "CronJob",
          "CustomResourceDefinition",
          "DaemonSet",
          "Deployment",
          "DeviceClass",
          "EndpointSlice",
          "Endpoints",
          "HorizontalPodAutoscaler",
          "Ingress",
          "IngressClass",
          "Job",
          "Lease",
          "LimitRange",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "MutatingWebhookConfiguration",
          "NetworkPolicy",
          "Node",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "Pod",
          "PodTemplate",
          "PriorityClass",
          "ReplicaSet",
          "ReplicationController",
          "ResourceClaim",
          "ResourceClaimTemplate",
          "ResourceQuota",
          "RuntimeClass",
          "Secret",
          "ServiceAccount",
          "StorageClass",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ValidatingWebhookConfiguration",
          "VolumeAttachment",
          "VolumeAttributesClass");

  /** Kinds whose names may be any part of a path. */
  private static final Set<String> PATHS =
      Set.of("ClusterRole", "ClusterRoleBinding", "PodDisruptionBudget", "Role", "RoleBinding");

  /** The jobs of a CronJob are named after it, with 11 characters more. */
  private static final int LONGEST_CRON_JOB = 52;

  /** Of these, what a name would begin with is not looked at where a name stands. */
  private static final Set<String> FREE_START = Set.of("DeviceClass", "ReplicationController");

  private static final String NAMED_BY_SERVER = "LimitRange";

  private ObjectNames() {}

  static void check(KubeObject object, Found found) {
    YamlCursor metadata = object.root().get("metadata");
    YamlCursor name = metadata.get("name");
    YamlCursor start = metadata.get("generateName");
    Optional<String> generated = Found.text(start);
    boolean none =
        (name.raw().isEmpty() || name.isNull())
            && !UnknownValue.hides(start)
            && generated.isEmpty()
            && !object.kind().equals(NAMED_BY_SERVER);
    if (none && (name.exists() || isLeftOut(object))) {
      found.applied(name, "an object needs a name");
    }
    Found.text(name)
        .flatMap(n -> problem(object.kind(), n))
        .ifPresent(problem -> found.applied(name, problem));
    // what follows makes a hyphen at its end one in the middle
    generated
        .filter(_ -> name.raw().isEmpty() || !FREE_START.contains(object.kind()))
        .map(s -> s.length() > 1 && s.endsWith("-") ? s.substring(0, s.length() - 2) + "a" : s)
        .flatMap(n -> problem(object.kind(), n))
        .ifPresent(problem -> found.applied(start, problem));
  }

  /** Of a part of a manifest, and of what is inside another, the name may come from elsewhere. */
  private static boolean isLeftOut(KubeObject object) {
    YamlCursor metadata = object.root().get("metadata");
    return object.root().path().isRoot()
        && Found.isWhole(object.root())
        && (!metadata.isSet() || Found.isWhole(metadata))
        && !UnknownValue.hides(metadata.get("name"))
        && Stream.of(SUBDOMAINS, LABELS, PATHS).anyMatch(kinds -> kinds.contains(object.kind()))
        && Patch.objection(object).isEmpty();
  }

  private static Optional<String> problem(String kind, String name) {
    if (!MetadataRules.isPathSegment(name)) {
      return Optional.of("a name holds neither / nor %, and is neither . nor ..");
    }
    if (LABELS.contains(kind) && !Forms.isLabel(name)) {
      return Optional.of(
          "a %s has a name of at most 63 lowercase letters, digits and hyphens".formatted(kind));
    }
    if (SUBDOMAINS.contains(kind) && !Forms.isObjectName(name)) {
      return Optional.of(
          "a %s has a name of at most 253 lowercase letters, digits, hyphens and dots, with a letter or a digit at both ends"
              .formatted(kind));
    }
    return kind.equals("CronJob") && name.length() > LONGEST_CRON_JOB
        ? Optional.of(
            "the jobs of a CronJob are named after it: its name may have at most %d characters"
                .formatted(LONGEST_CRON_JOB))
        : Optional.empty();
  }
}
