package dev.zonewright.kube.network;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Match;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how an answer comes about: who isolates each end, and which rules open it. */
public final class Steps {
  private final Readings readings;

  public Steps(Readings readings) {
    this.readings = readings;
  }

  /** The steps to what a workload reaches, and which ports of it they are about. */
  public List<Step> of(Reach reach) {
    List<Step> out = new ArrayList<>(of(reach.question(), reach.answer()));
    if (!reach.half().isEmpty()) {
      out.addFirst(
          Step.without(
              "Which ports do these steps follow?",
              reach.halfPorts()
                  + ": "
                  + (PortScan.isThrough(reach.answer().egress())
                      ? "any other port is refused at the source already"
                      : "any other port is refused at both ends")));
    }
    if (reach.destination().group() == Destination.Group.METADATA
        && reach.question().port() == Destinations.HTTP) {
      out.add(
          Step.without(
              "How is it read?", "Metadata services answer on port 80, which is asked about"));
    }
    return out;
  }

  /** The steps, in the order in which they are asked. */
  public List<Step> of(Question question, Answer answer) {
    List<Step> out = new ArrayList<>();
    answer.egress().ifPresent(side -> side(side, question.from(), question.to(), out));
    if (answer.ingress().isPresent()) {
      side(answer.ingress().get(), question.to(), question.from(), out);
    } else {
      out.add(
          Step.without(
              "Can the other end refuse?", "No: it is not a pod, so no NetworkPolicy protects it"));
    }
    for (String because : answer.because()) {
      out.add(Step.without("Why is it undetermined?", because));
    }
    if (answer.isOfAllCases()) {
      out.add(
          Step.without(
              "What if the labels are different?",
              "Whatever the unknown labels are, the answer is the same"));
    }
    note(question, answer).ifPresent(text -> out.add(Step.without("How is it read?", text)));
    return out;
  }

  private void side(Side side, Endpoint own, Endpoint other, List<Step> out) {
    String way = side.direction().word();
    String first = "Which policies isolate the " + way + " of " + own.label() + "?";
    if (own instanceof Endpoint.OfPod(NetworkPod pod) && pod.isPoliced(readings).isNo()) {
      out.add(
          Step.without(
              first, "None: the pod uses its node's network, which policies do not cover"));
      return;
    }
    if (side.selecting().isEmpty()) {
      out.add(Step.without(first, "None: its " + way + " is open"));
      return;
    }
    ObjectRef shown = side.selecting().getFirst();
    String names = side.selecting().stream().map(Steps::name).collect(Collectors.joining(", "));
    String whether = side.isolated().isUnknown() ? " may: " + side.isolated().because() : "";
    out.add(new Step(first, names + whether, Optional.of(shown), Optional.empty()));
    String second =
        "Does a rule open it "
            + (side.direction() == Direction.EGRESS ? "to " : "from ")
            + other.label()
            + "?";
    for (Opening refusal : side.refusals()) {
      out.add(
          new Step(
              "Does a rule of an administrator refuse it?",
              rule(refusal, side.direction()) + (refusal.sure() ? "" : " may"),
              Optional.of(refusal.policy()),
              Optional.of(refusal.path())));
    }
    if (side.openings().isEmpty()) {
      out.add(Step.without(second, "No rule of these"));
      return;
    }
    for (Opening opening : side.openings()) {
      out.add(
          new Step(
              second,
              rule(opening, side.direction())
                  + (opening.sure() ? "" : " may")
                  + (other instanceof Endpoint.OfAddresses at
                          && !opening.part().equals(at.addresses())
                      ? ": " + opening.part()
                      : ""),
              Optional.of(opening.policy()),
              Optional.of(opening.path())));
    }
  }

  /** The rule by its policy, direction and number. */
  public static String rule(Opening opening, Direction direction) {
    return name(opening.policy()) + ", " + direction.word() + " rule " + opening.rule();
  }

  /** A policy by its namespace and name; that of an administrator by its kind. */
  public static String name(ObjectRef ref) {
    return ref.namespace().isEmpty() ? ref.label() : ref.namespace() + "/" + ref.name();
  }

  private Optional<String> note(Question question, Answer answer) {
    List<String> out = new ArrayList<>();
    if (question.to() instanceof Endpoint.OfAddresses at && at.node()) {
      boolean some = !readings.podRanges().isEmpty() || !readings.serviceRanges().isEmpty();
      out.add(
          readings.nodeRanges().isEmpty()
              ? "The addresses of nodes are not given: they are assumed to be private"
                  + (some ? ", outside the ranges of pods and Services" : "")
              : "Nodes are in the ranges that are given for them");
      out.add("A pod may always reach its own node, whatever policies say");
    }
    if (question.to() instanceof Endpoint.OfPod(NetworkPod pod) && Destinations.isUsualDns(pod)) {
      out.add(
          "No DNS pod is among the manifests: DNS is assumed to be pods of kube-system with the "
              + "label"
              + " k8s-app: kube-dns");
    }
    if (isOnNode(question.from()) || isOnNode(question.to())) {
      out.add(
          readings.hostNetworkPoliced()
              ? "Pods on the network of their node are treated like others, as the reviewer has set"
              : "Pods on the network of their node are not covered, as in most plugins");
    }
    if (question.from() instanceof Endpoint.OfPod && question.to() instanceof Endpoint.OfPod) {
      out.add(
          readings.ipBlockMatchesPods()
              ? "An ipBlock that contains the address of a pod matches it, as the reviewer has set"
              : "An ipBlock matches no pod, as Kubernetes documents");
      boolean blocks = readings.ipBlockMatchesPods() || isRuled(answer);
      if (blocks && readings.podRanges().isEmpty()) {
        out.add("The addresses of pods are not given: they are assumed to be IPv4");
      }
    }
    return out.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", out));
  }

  /** Whether policies of administrators have a say, whose blocks are about pods as well. */
  private static boolean isRuled(Answer answer) {
    return Stream.of(answer.egress(), answer.ingress())
        .flatMap(Optional::stream)
        .flatMap(side -> side.selecting().stream())
        .anyMatch(ref -> ref.namespace().isEmpty());
  }

  private static boolean isOnNode(Endpoint end) {
    return end instanceof Endpoint.OfPod(NetworkPod pod) && !pod.hostNetwork().equals(Match.NO);
  }
}
