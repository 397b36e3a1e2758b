package dev.zonewright.kube.custom;

import java.util.List;

/**
 * A kind that an operator adds, and where it holds pods.
 *
 * @param what whose kind it is, as people say it
 */
record CustomKind(String what, String group, String kind, List<Spot> spots) {
  boolean is(String otherGroup, String otherKind) {
    return otherKind.equals(kind) && otherGroup.equals(group);
  }
}
