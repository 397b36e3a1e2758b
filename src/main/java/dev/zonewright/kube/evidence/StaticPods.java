package dev.zonewright.kube.evidence;

import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.Set;

/** Tells pods that a kubelet starts from a file of its node. */
public final class StaticPods {
  private static final Set<String> MARKS =
      Set.of("kubernetes.io/config.mirror", "kubernetes.io/config.hash");

  private static final Set<String> OF_CONTROL_PLANE =
      Set.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd");

  private StaticPods() {}

  /**
   * Whether the pod says so in the annotations that the kubelet writes, or is a part of the control
   * plane as kubeadm writes it.
   */
  public static boolean is(PodView pod) {
    if (!pod.isBarePod() || !pod.object().kind().equals("Pod")) {
      return false;
    }
    YamlCursor source = pod.annotations().get("kubernetes.io/config.source");
    return (source.isSet() && !source.raw().equals("api"))
        || MARKS.stream().anyMatch(mark -> pod.annotations().get(mark).isSet())
        || (pod.object().namespace().equals("kube-system")
            && pod.metadata().get("labels", "tier").raw().equals("control-plane")
            && OF_CONTROL_PLANE.contains(pod.metadata().get("labels", "component").raw()));
  }
}
