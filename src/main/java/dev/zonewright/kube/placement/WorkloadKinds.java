package dev.zonewright.kube.placement;

import java.util.List;

/** The kinds of Kubernetes that hold a pod. */
public final class WorkloadKinds {
  public static final List<String> ALL =
      List.of(
          "Pod",
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "ReplicationController",
          "Job",
          "CronJob");

  private WorkloadKinds() {}
}
