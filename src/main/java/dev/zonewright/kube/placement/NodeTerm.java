package dev.zonewright.kube.placement;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Demands that one node must meet together.
 *
 * @param labels by the key of the label
 */
record NodeTerm(Map<String, LabelDemand> labels) {
  static final NodeTerm ANY_NODE = new NodeTerm(Map.of());

  NodeTerm {
    labels = Map.copyOf(labels);
  }

  NodeTerm and(NodeTerm other) {
    Map<String, LabelDemand> both = new TreeMap<>(labels);
    other.labels.forEach((key, demand) -> both.merge(key, demand, LabelDemand::and));
    return new NodeTerm(both);
  }

  /** Whether both together are possible. */
  boolean meets(NodeTerm other) {
    for (Map.Entry<String, LabelDemand> entry : labels.entrySet()) {
      LabelDemand theirs = other.labels.get(entry.getKey());
      if (theirs == null ? !entry.getValue().isPossible() : !entry.getValue().meets(theirs)) {
        return false;
      }
    }
    for (Map.Entry<String, LabelDemand> entry : other.labels.entrySet()) {
      if (!labels.containsKey(entry.getKey()) && !entry.getValue().isPossible()) {
        return false;
      }
    }
    return true;
  }

  boolean isMetBy(Map<String, String> node) {
    // asked for every demand and every node: without streams
    for (Map.Entry<String, LabelDemand> entry : labels.entrySet()) {
      if (!entry.getValue().isMetBy(node.get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  boolean isPossible() {
    return labels.values().stream().allMatch(LabelDemand::isPossible);
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodeTerm that && labels.equals(that.labels);
  }

  @Override
  public int hashCode() {
    return labels.hashCode();
  }
}
