package dev.zonewright.kube.network;

import dev.zonewright.kube.network.address.Address;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Readings;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Decides connections by the network policies of a model, as Kubernetes' documentation has it: a
 * pod that no policy isolates in a direction is open, else only the rules of the policies that
 * select it open anything, and both ends must agree.
 */
public final class Reachability {
  /** Stands for a pod where parts of a destination are counted in addresses. */
  private static final AddressSet POINT = AddressSet.of(new Address(BigInteger.ZERO));

  private final NetworkModel model;
  private final Readings readings;
  private final RuleCover rules;

  public Reachability(NetworkModel model, Readings readings) {
    this.model = model;
    this.readings = readings;
    this.rules = new RuleCover(model, readings);
  }

  /** Answers a question. */
  public Answer answer(Question question) {
    Answer first = decided(question);
    return first.outcome() == Answer.Outcome.UNDETERMINED
        ? inAllCases(question).map(first::known).orElse(first)
        : first;
  }

  /** What is the same whatever the labels are that are not known. */
  private Optional<Answer> inAllCases(Question question) {
    Optional<Answer> all = Optional.empty();
    for (LabelCases.World world : new LabelCases(model, readings).of(question)) {
      Answer here = new Reachability(world.model(), readings).decided(world.question());
      if (here.outcome() == Answer.Outcome.UNDETERMINED
          || all.filter(a -> a.outcome() != here.outcome()).isPresent()) {
        return Optional.empty();
      }
      all = Optional.of(all.map(a -> a.and(here)).orElse(here));
    }
    return all;
  }

  private Answer decided(Question question) {
    Optional<Side> egress = side(question, Direction.EGRESS);
    Optional<Side> ingress = side(question, Direction.INGRESS);
    AddressSet whole =
        question.to() instanceof Endpoint.OfPod ? whole(question.from()) : whole(question.to());
    Cover open = Cover.all(whole);
    for (Optional<Side> side : List.of(egress, ingress)) {
      if (side.isPresent()) {
        open = open.and(side.get().open());
      }
    }
    return new Answer(
        outcome(open, question.to()), egress, ingress, open.sure(), List.copyOf(open.because()));
  }

  private static Answer.Outcome outcome(Cover open, Endpoint to) {
    if (!open.sure().isEmpty()) {
      return Answer.Outcome.ALLOWED;
    }
    if (!open.maybe().isEmpty()) {
      return Answer.Outcome.UNDETERMINED;
    }
    return to instanceof Endpoint.OfAddresses at && at.node()
        ? Answer.Outcome.NOT_OPENED
        : Answer.Outcome.DENIED;
  }

  private static AddressSet whole(Endpoint end) {
    return end instanceof Endpoint.OfAddresses at ? at.addresses() : POINT;
  }

  private Optional<Side> side(Question question, Direction direction) {
    boolean out = direction == Direction.EGRESS;
    Endpoint own = out ? question.from() : question.to();
    Endpoint other = out ? question.to() : question.from();
    return own instanceof Endpoint.OfPod(NetworkPod pod)
        ? Optional.of(
            new SideEvaluation(
                    model, readings, rules, pod, direction, other, whole(other), question)
                .side())
        : Optional.empty();
  }
}
