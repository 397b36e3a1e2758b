package dev.zonewright.kube;

/** Knows which workloads are AI agents: those that say so, or of which a review says it. */
public final class Agents {
  /** The label by which a workload says what it is. */
  public static final String LABEL = "zonewright.dev/workload";

  /** The value that makes a workload an agent; every other one says that it is none. */
  public static final String VALUE = "agent";

  private Agents() {}

  /**
   * Whether a review lists the workload, the pod or its workload carries the label, or the workload
   * is an agent sandbox.
   */
  public static boolean isDeclared(PodView pod) {
    return pod.object().listedAsAgent()
        || pod.metadata().get("labels", LABEL).raw().equals(VALUE)
        || pod.object().root().get("metadata", "labels", LABEL).raw().equals(VALUE)
        || isSandbox(pod.object());
  }

  private static boolean isSandbox(KubeObject object) {
    return object.kind().startsWith("Sandbox")
        && (object.group().equals("agents.x-k8s.io")
            || object.group().endsWith(".agents.x-k8s.io"));
  }
}
