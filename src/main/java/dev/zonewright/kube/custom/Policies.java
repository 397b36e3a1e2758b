package dev.zonewright.kube.custom;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;

/** Knows the kinds that say what other objects may hold, and so describe pods without any. */
final class Policies {
  private Policies() {}

  /** Whether a policy of Open Cluster Management holds here what no cluster may have. */
  static boolean forbids(YamlCursor at) {
    return at.get("complianceType").raw().equalsIgnoreCase("mustnothave");
  }

  static boolean describesPods(KubeObject object) {
    String group = object.group();
    return group.equals("kyverno.io")
        || group.endsWith(".kyverno.io")
        || group.endsWith("gatekeeper.sh")
        || group.equals("policies.kubewarden.io")
        || group.equals("security.openshift.io");
  }
}
