package dev.zonewright.catalogue.monitoring;

import dev.zonewright.control.Reporter;
import dev.zonewright.kube.KubeObject;

/** Tells objects apart that are opened twice, as in several releases of one manifest. */
final class Opened {
  private Opened() {}

  /** Whether no other object of the same name counts before this one. */
  static boolean isFirst(KubeObject object, Reporter reporter) {
    return reporter
        .cluster()
        .object(object.kind(), object.namespace(), object.name())
        .filter(object::equals)
        .isPresent();
  }
}
