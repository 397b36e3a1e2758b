package dev.zonewright.kube;

import java.util.List;
import java.util.Optional;

/** What the opened manifests hold of objects that others refer to. */
public interface ClusterLookup {
  /** The RuntimeClass of this name; empty when it is not among the opened manifests. */
  Optional<KubeObject> runtimeClass(String name);

  /** The names of all opened RuntimeClasses whose handler this is, sorted. */
  List<String> runtimeClassesWithHandler(String handler);

  /** The ServiceAccount of this name; empty when it is not among the opened manifests. */
  Optional<KubeObject> serviceAccount(String namespace, String name);
}
