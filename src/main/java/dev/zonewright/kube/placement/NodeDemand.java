package dev.zonewright.kube.placement;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On which nodes a pod can run: those that meet one of the terms. Source: Kubernetes, Assigning
 * Pods to Nodes. Taints are not part of it, see {@link Placed}.
 *
 * @param terms at least one; without a term no node will do
 */
public record NodeDemand(List<NodeTerm> terms) {
  /** Every node will do. */
  public static final NodeDemand ANY_NODE = new NodeDemand(List.of(NodeTerm.ANY_NODE));

  public NodeDemand {
    terms = List.copyOf(terms);
  }

  /** Both demands together. */
  NodeDemand and(NodeDemand other) {
    return new NodeDemand(
        terms.stream()
            .flatMap(term -> other.terms.stream().map(term::and))
            .filter(NodeTerm::isPossible)
            .toList());
  }

  /** Whether some node could hold both pods. */
  public boolean meets(NodeDemand other) {
    // asked for every two groups of tenants: without streams, and without making what both demand
    for (NodeTerm term : terms) {
      for (NodeTerm theirs : other.terms) {
        if (term.meets(theirs)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a node with these labels will do. */
  boolean isMetBy(Map<String, String> node) {
    for (NodeTerm term : terms) {
      if (term.isMetBy(node)) {
        return true;
      }
    }
    return false;
  }

  /** Whether anything is demanded. */
  public boolean isSelective() {
    return terms.stream().noneMatch(t -> t.labels().isEmpty());
  }

  /** The keys of the labels that it demands something of. */
  public List<String> keys() {
    return terms.stream()
        .flatMap(t -> Stream.of(t.labels().keySet().toArray(String[]::new)))
        .distinct()
        .sorted()
        .toList();
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodeDemand that && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }
}
