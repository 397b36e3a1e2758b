package dev.zonewright.kube.custom;

import dev.zonewright.kube.KubeObject;

/** Knows the kinds that say what other objects may hold, and so describe pods without any. */
final class Policies {
  private Policies() {}

  static boolean describesPods(KubeObject object) {
    String group = object.group();
    return group.equals("kyverno.io")
        || group.endsWith(".kyverno.io")
        || group.endsWith("gatekeeper.sh")
        || group.equals("policies.kubewarden.io")
        || group.equals("security.openshift.io");
  }
}
