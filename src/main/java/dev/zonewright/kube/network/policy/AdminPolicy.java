package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.ObjectRef;
import java.util.List;

/**
 * A policy of the cluster's administrator: its rules come before those of NetworkPolicies, or, in
 * the baseline, where none of these isolates a pod. The first rule that covers a connection
 * decides.
 *
 * @param baseline whether it belongs to the baseline
 * @param priority the lower, the earlier
 * @param subjects the pods that it is about
 * @param because why it cannot be judged as a whole; empty when it can
 * @param problems why the API server refuses it
 */
public record AdminPolicy(
    ObjectRef ref,
    boolean baseline,
    int priority,
    List<Peer> subjects,
    List<Rule> egress,
    List<Rule> ingress,
    String because,
    List<Problem> problems) {
  public AdminPolicy {
    subjects = List.copyOf(subjects);
    egress = List.copyOf(egress);
    ingress = List.copyOf(ingress);
    problems = List.copyOf(problems);
  }

  /** Its rules of a direction, in the order in which they are tried. */
  public List<Rule> rules(Direction direction) {
    return direction == Direction.EGRESS ? egress : ingress;
  }
}
