package dev.zonewright.kube.network;

import static java.util.stream.Collectors.joining;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

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
    Cover open = tied(tried(false), 0, whole, last);
    selecting.addAll(laterSelecting);
    openings.addAll(laterOpenings);
    refusals.addAll(laterRefusals);
    for (ForeignPolicy policy : model.foreign()) {
      Match selects =
          policy.selects(pod, model.labelsOf(pod.namespace(), readings), direction, readings);
      if (!selects.isNo()) {
        selecting.add(policy.ref());
        open = Cover.maybe(whole, policy.ref().label() + " applies, but its rules are not read");
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

  /** The rules that may be about the pod, those of one priority together by their policy. */
  private List<List<List<Tried>>> tried(boolean baseline) {
    Map<Integer, List<List<Tried>>> out = new TreeMap<>();
    for (AdminPolicy policy : model.admin()) {
      Match subject = policy.baseline() == baseline ? rules.subject(policy, pod) : Match.NO;
      List<Rule> own = subject.isNo() ? List.of() : policy.rules(direction);
      if (!own.isEmpty()) {
        Match sure = policy.because().isEmpty() ? Match.YES : Match.unknown(policy.because());
        Match about = subject.and(sure);
        out.computeIfAbsent(policy.priority(), _ -> new ArrayList<>())
            .add(own.stream().map(rule -> new Tried(policy, rule, about)).toList());
      }
    }
    return List.copyOf(out.values());
  }

  /**
   * What becomes of a part of the other end from a priority on. Of policies with one priority, any
   * may go first: where that makes a difference, nobody knows which does.
   */
  private Cover tied(List<List<List<Tried>>> tiers, int at, AddressSet part, Cover last) {
    if (part.isEmpty() || at == tiers.size()) {
      return last.within(part);
    }
    List<List<Tried>> tier = tiers.get(at);
    Map<AddressSet, Cover> behind = new HashMap<>();
    Function<AddressSet, Cover> rest =
        left -> behind.computeIfAbsent(left, l -> tied(tiers, at + 1, l, last));
    boolean alike =
        tier.stream().flatMap(List::stream).map(t -> t.rule().action()).distinct().count() == 1;
    Cover open = null;
    for (int first = 0; first < (alike ? 1 : tier.size()); first++) {
      List<Tried> order = new ArrayList<>(tier.get(first));
      for (int other = 0; other < tier.size(); other++) {
        order.addAll(other == first ? List.of() : tier.get(other));
      }
      Cover now = decided(order, 0, part, last, rest);
      open = open == null ? now : open.either(now, tie(tier));
    }
    return open == null ? Cover.NOTHING : open;
  }

  private static String tie(List<List<Tried>> tier) {
    String names =
        tier.stream().map(own -> own.getFirst().policy().ref().name()).collect(joining(", "));
    return "%s have the same priority, and which of them goes first is not defined"
        .formatted(names);
  }

  /**
   * What becomes of a part of the other end from a rule on.
   *
   * @param last what is open when no rule of an administrator decides
   * @param rest what the priorities behind these rules make of a part
   */
  private Cover decided(
      List<Tried> order, int from, AddressSet part, Cover last, Function<AddressSet, Cover> rest) {
    if (part.isEmpty() || from == order.size()) {
      return rest.apply(part);
    }
    Tried tried = order.get(from);
    Cover covered = rules.of(tried.rule(), "", other, whole, question.to(), question).within(part);
    if (!tried.subject().isYes()) {
      covered = covered.doubted(tried.subject().because());
    }
    if (covered.isNothing()) {
      return decided(order, from + 1, part, last, rest);
    }
    note(tried, covered);
    Cover open = decided(order, from + 1, part.minus(covered.possible()), last, rest);
    Cover then =
        switch (tried.rule().action()) {
          case ALLOW -> Cover.all(covered.possible());
          case DENY -> Cover.NOTHING;
          case PASS -> last.within(covered.possible());
          case UNCLEAR ->
              Cover.maybe(covered.possible(), tried.rule().path() + " has no action that is known");
        };
    open = open.or(then.within(covered.sure()));
    if (!covered.maybe().isEmpty()) {
      // decided either by this rule or by those behind it
      Cover behind = decided(order, from + 1, covered.maybe(), last, rest);
      open =
          open.or(then.within(covered.maybe()).either(behind, covered.because().iterator().next()));
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
      case ALLOW -> addOnce(noted, openings);
      case DENY -> addOnce(noted, refusals);
      case PASS, UNCLEAR -> {
        // leaves it to others, or may
      }
    }
  }

  /** A rule is met once for each order of policies, and told of once. */
  private static void addOnce(Opening noted, List<Opening> to) {
    if (!to.contains(noted)) {
      to.add(noted);
    }
  }

  /** What NetworkPolicies open, or the baseline where none isolates. */
  private Cover policies() {
    Cover surely = Cover.NOTHING;
    // where all that may isolate it open, it is open whichever of them do
    Cover everyDoubtful = Cover.all(whole);
    Cover doubtful = Cover.NOTHING;
    for (Policy policy : rules.policies(pod)) {
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
    return tied(tried(true), 0, whole, Cover.all(whole));
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
