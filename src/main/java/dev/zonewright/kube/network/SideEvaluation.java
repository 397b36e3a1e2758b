package dev.zonewright.kube.network;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.policy.AdminPolicy;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.ForeignPolicy;
import dev.zonewright.kube.network.policy.Match;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.kube.network.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Works out what one end of a connection says: first the rules of administrators, then the
 * NetworkPolicies that isolate the pod, then the baseline where none does.
 */
final class SideEvaluation {
  private final NetworkModel model;
  private final Readings readings;
  private final RuleCover rules;
  private final NetworkPod pod;
  private final Direction direction;
  private final Endpoint other;
  private final AddressSet whole;
  private final Question question;

  private final List<ObjectRef> selecting = new ArrayList<>();
  private final List<Opening> openings = new ArrayList<>();
  private final List<Opening> refusals = new ArrayList<>();
  private Match isolated = Match.NO;

  /** A rule of an administrator that may be about the pod. */
  private record Tried(AdminPolicy policy, Rule rule, Match subject) {}

  SideEvaluation(
      NetworkModel model,
      Readings readings,
      RuleCover rules,
      NetworkPod pod,
      Direction direction,
      Endpoint other,
      AddressSet whole,
      Question question) {
    this.model = model;
    this.readings = readings;
    this.rules = rules;
    this.pod = pod;
    this.direction = direction;
    this.other = other;
    this.whole = whole;
    this.question = question;
  }

  Side side() {
    Cover last = policies();
    List<ObjectRef> laterSelecting = taken(selecting);
    List<Opening> laterOpenings = taken(openings);
    List<Opening> laterRefusals = taken(refusals);
    Cover open = decided(tried(false), 0, whole, last);
    selecting.addAll(laterSelecting);
    openings.addAll(laterOpenings);
    refusals.addAll(laterRefusals);
    for (ForeignPolicy policy : model.foreign()) {
      Match selects =
          policy.selects(pod, model.labelsOf(pod.namespace(), readings), direction, readings);
      if (!selects.isNo()) {
        selecting.add(policy.ref());
        open = Cover.maybe(whole, policy.ref().label() + " has a say, whose rules are not read");
      }
    }
    return new Side(direction, selecting, openings, refusals, open, isolated);
  }

  /** What was noted so far, which those that are asked earlier on a server go before. */
  private static <T> List<T> taken(List<T> noted) {
    List<T> out = List.copyOf(noted);
    noted.clear();
    return out;
  }

  private List<Tried> tried(boolean baseline) {
    List<Tried> out = new ArrayList<>();
    for (AdminPolicy policy : model.admin()) {
      Match subject = policy.baseline() == baseline ? rules.subject(policy, pod) : Match.NO;
      if (!subject.isNo()) {
        Match sure = policy.because().isEmpty() ? Match.YES : Match.unknown(policy.because());
        policy.rules(direction).forEach(r -> out.add(new Tried(policy, r, subject.and(sure))));
      }
    }
    return out;
  }

  /**
   * What becomes of a part of the other end from a rule on.
   *
   * @param last what is open when no rule decides
   */
  private Cover decided(List<Tried> order, int from, AddressSet part, Cover last) {
    if (part.isEmpty() || from == order.size()) {
      return last.within(part);
    }
    Tried tried = order.get(from);
    Cover covered = rules.of(tried.rule(), "", other, whole, question.to(), question).within(part);
    if (!tried.subject().isYes()) {
      covered = covered.doubted(tried.subject().because());
    }
    if (covered.isNothing()) {
      return decided(order, from + 1, part, last);
    }
    note(tried, covered);
    Cover open = decided(order, from + 1, part.minus(covered.possible()), last);
    Cover then =
        switch (tried.rule().action()) {
          case ALLOW -> Cover.all(covered.possible());
          case DENY -> Cover.NOTHING;
          case PASS -> last.within(covered.possible());
        };
    open = open.or(then.within(covered.sure()));
    if (!covered.maybe().isEmpty()) {
      // decided either by this rule or by those behind it
      Cover behind = decided(order, from + 1, covered.maybe(), last);
      Cover here = then.within(covered.maybe());
      Cover both = here.and(behind);
      String because = covered.because().iterator().next();
      AddressSet either = here.possible().union(behind.possible()).minus(both.sure());
      open =
          open.or(new Cover(both.sure(), AddressSet.NONE, Set.of()))
              .or(Cover.maybe(either, because));
    }
    return open;
  }

  private void note(Tried tried, Cover covered) {
    Opening noted =
        new Opening(
            tried.policy().ref(),
            tried.rule().number(),
            tried.rule().path(),
            covered.possible(),
            covered.maybe().isEmpty());
    if (!selecting.contains(tried.policy().ref())) {
      selecting.add(tried.policy().ref());
    }
    switch (tried.rule().action()) {
      case ALLOW -> openings.add(noted);
      case DENY -> refusals.add(noted);
      case PASS -> {
        // leaves it to others
      }
    }
  }

  /** What NetworkPolicies open, or the baseline where none isolates. */
  private Cover policies() {
    Cover surely = Cover.NOTHING;
    // where all that may isolate it open, it is open whichever of them do
    Cover everyDoubtful = Cover.all(whole);
    Cover doubtful = Cover.NOTHING;
    for (Policy policy : model.policiesOf(pod.namespace())) {
      Match selects = policy.selects(pod, direction, readings);
      if (selects.isNo()) {
        continue;
      }
      selecting.add(policy.ref());
      isolated = isolated.or(selects);
      Cover opened = opened(policy, selects);
      if (selects.isYes()) {
        surely = surely.or(opened);
      } else {
        everyDoubtful = everyDoubtful.and(opened);
        doubtful = doubtful.or(opened.doubted(selects.because()));
      }
    }
    return switch (isolated.state()) {
      case NO -> baseline();
      case YES -> surely.or(doubtful);
      case UNKNOWN -> {
        Cover baseline = baseline();
        Cover surelyOpen = everyDoubtful.and(baseline);
        AddressSet possible = doubtful.possible().union(baseline.possible());
        yield new Cover(surelyOpen.sure(), AddressSet.NONE, Set.of())
            .or(Cover.maybe(possible.minus(surelyOpen.sure()), isolated.because()));
      }
    };
  }

  private Cover baseline() {
    return decided(tried(true), 0, whole, Cover.all(whole));
  }

  private Cover opened(Policy policy, Match selects) {
    Cover opened = Cover.NOTHING;
    for (Rule rule : policy.rules(direction)) {
      Cover part = rules.of(rule, policy.namespace(), other, whole, question.to(), question);
      if (!part.isNothing()) {
        openings.add(
            new Opening(
                policy.ref(),
                rule.number(),
                rule.path(),
                part.possible(),
                selects.isYes() && part.maybe().isEmpty()));
        opened = opened.or(part);
      }
    }
    return opened;
  }
}
