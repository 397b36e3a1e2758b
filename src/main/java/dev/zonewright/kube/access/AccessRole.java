package dev.zonewright.kube.access;

import dev.zonewright.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Role or ClusterRole.
 *
 * @param aggregates which ClusterRoles its rules are gathered from; empty for a role with rules of
 *     its own
 * @param builtIn whether every cluster has it
 */
public record AccessRole(
    ObjectRef ref,
    Map<String, String> labels,
    List<AccessRule> rules,
    List<LabelTest> aggregates,
    boolean builtIn) {
  public AccessRole {
    labels = Map.copyOf(labels);
    rules = List.copyOf(rules);
    aggregates = List.copyOf(aggregates);
  }

  /** Whether the rules of another ClusterRole flow into this one. */
  public boolean gathers(AccessRole other) {
    return !other.ref().equals(ref) && aggregates.stream().anyMatch(t -> t.selects(other.labels));
  }

  /** The same with other rules. */
  AccessRole withRules(List<AccessRule> other) {
    return new AccessRole(ref, labels, other, aggregates, builtIn);
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccessRole that
        && builtIn == that.builtIn
        && ref.equals(that.ref)
        && rules.equals(that.rules)
        && labels.equals(that.labels)
        && aggregates.equals(that.aggregates);
  }

  @Override
  public int hashCode() {
    return ref.hashCode() * 31 + rules.hashCode();
  }
}
