package dev.zonewright.kube.network;

import dev.zonewright.kube.network.policy.AdminPolicy;
import dev.zonewright.kube.network.policy.Labels;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Peer;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.kube.network.policy.Rule;
import dev.zonewright.kube.network.policy.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The worlds that labels which are not known can make: each key that a selector asks for is absent,
 * has one of the values that selectors name, or another one. Where an answer is the same in all of
 * them it is known, whatever each selector says alone: one for a label and one for its absence
 * together match everything.
 */
final class LabelCases {
  /** Beyond this many worlds nobody asks; what is not known stays so. */
  private static final int MOST = 64;

  /** No label has this value, so it stands for those that no selector names. */
  private static final String OTHER = "-";

  private final NetworkModel model;
  private final Readings readings;
  private final Map<String, Set<String>> ofNamespaces = new TreeMap<>();
  private final Map<String, Set<String>> ofPods = new TreeMap<>();

  /** A model, and the question with its ends as they are there. */
  record World(NetworkModel model, Question question) {}

  LabelCases(NetworkModel model, Readings readings) {
    this.model = model;
    this.readings = readings;
  }

  /** All worlds of a question; none where every label is known, or where there are too many. */
  List<World> of(Question question) {
    List<NetworkPod> pods =
        Stream.of(question.from(), question.to()).flatMap(LabelCases::pod).distinct().toList();
    List<String> namespaces = pods.stream().map(NetworkPod::namespace).distinct().toList();
    gather(namespaces);
    List<Map<Object, Labels>> cases = List.of(Map.of());
    for (String namespace : namespaces) {
      cases = with(cases, namespace, model.labelsOf(namespace, readings), ofNamespaces);
    }
    for (NetworkPod pod : pods) {
      cases = with(cases, pod, pod.labels(), ofPods);
    }
    return cases.size() < 2
        ? List.of()
        : cases.stream().map(labels -> world(labels, question)).toList();
  }

  private static Stream<NetworkPod> pod(Endpoint end) {
    return end instanceof Endpoint.OfPod(NetworkPod pod) ? Stream.of(pod) : Stream.empty();
  }

  /** What selectors that have a say name of each key. */
  private void gather(List<String> namespaces) {
    for (String namespace : namespaces) {
      for (Policy policy : model.policiesOf(namespace)) {
        add(policy.pods(), ofPods);
        policy.egress().forEach(this::add);
        policy.ingress().forEach(this::add);
      }
    }
    for (AdminPolicy policy : model.admin()) {
      policy.subjects().forEach(this::add);
      policy.egress().forEach(this::add);
      policy.ingress().forEach(this::add);
    }
  }

  private void add(Rule rule) {
    rule.peers().forEach(this::add);
  }

  private void add(Peer peer) {
    if (peer instanceof Peer.Pods(var ofNamespace, var ofPod, _)) {
      ofNamespace.ifPresent(s -> add(s, ofNamespaces));
      ofPod.ifPresent(s -> add(s, ofPods));
    }
  }

  private static void add(Selector selector, Map<String, Set<String>> keys) {
    for (Selector.Requirement one : selector.requirements()) {
      keys.computeIfAbsent(one.key(), _ -> new TreeSet<>()).addAll(one.values());
    }
  }

  /** Each case with each of the labels that somebody may have; none when there are too many. */
  private static List<Map<Object, Labels>> with(
      List<Map<Object, Labels>> cases,
      Object whose,
      Labels labels,
      Map<String, Set<String>> asked) {
    List<Labels> all = completed(labels, asked);
    if (cases.size() * all.size() > MOST) {
      return List.of();
    }
    List<Map<Object, Labels>> out = new ArrayList<>();
    for (Map<Object, Labels> before : cases) {
      for (Labels one : all) {
        Map<Object, Labels> now = new HashMap<>(before);
        now.put(whose, one);
        out.add(now);
      }
    }
    return out;
  }

  private static List<Labels> completed(Labels labels, Map<String, Set<String>> asked) {
    List<Labels> out = new ArrayList<>();
    out.add(new Labels(labels.known(), Set.of(), ""));
    for (Map.Entry<String, Set<String>> key : asked.entrySet()) {
      boolean there = labels.unclear().contains(key.getKey());
      boolean known =
          labels.known().containsKey(key.getKey()) || (labels.because().isEmpty() && !there);
      if (!known && out.size() <= MOST) {
        List<Labels> more = new ArrayList<>(there ? List.of() : out);
        Collection<String> values = new LinkedHashSet<>(key.getValue());
        values.add(OTHER);
        for (String value : values) {
          out.forEach(one -> more.add(one.with(key.getKey(), value)));
        }
        out = more;
      }
    }
    return out;
  }

  private World world(Map<Object, Labels> labels, Question question) {
    Map<String, Labels> namespaces = new HashMap<>(model.namespaces());
    labels.forEach((whose, known) -> {
      if (whose instanceof String namespace) {
        namespaces.put(namespace, known);
      }
    });
    return new World(
        new NetworkModel(
            model.pods(), model.policies(), namespaces, model.admin(), model.foreign()),
        new Question(
            end(question.from(), labels),
            end(question.to(), labels),
            question.protocol(),
            question.port()));
  }

  private static Endpoint end(Endpoint end, Map<Object, Labels> labels) {
    return end instanceof Endpoint.OfPod(NetworkPod pod)
        ? new Endpoint.OfPod(pod.with(Optional.ofNullable(labels.get(pod)).orElse(pod.labels())))
        : end;
  }
}
