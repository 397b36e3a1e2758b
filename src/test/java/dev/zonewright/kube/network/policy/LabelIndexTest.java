package dev.zonewright.kube.network.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an index leaves out does not match, and it leaves out nearly everything. */
class LabelIndexTest {
  private static final List<String> KEYS = List.of("app", "tier", "team");
  private static final List<String> VALUES = List.of("a", "b", "c");

  private final Random random = new Random(7);

  private static NetworkPod pod(int number, Labels labels) {
    return new NetworkPod(
        new ObjectRef("", "Pod", "shop", "p" + number),
        YamlPath.of("spec"),
        "shop",
        labels,
        Match.NO,
        List.of(),
        "");
  }

  private static Labels labels(Map<String, String> known) {
    return new Labels(known, Set.of(), "");
  }

  private static Selector requiring(Map<String, String> known) {
    return new Selector(
        known.entrySet().stream()
            .map(e ->
                new Selector.Requirement(e.getKey(), Selector.Operator.IN, Set.of(e.getValue())))
            .toList(),
        "");
  }

  private Labels anyLabels() {
    Map<String, String> known = new TreeMap<>();
    Set<String> unclear = new HashSet<>();
    for (String key : KEYS) {
      switch (random.nextInt(5)) {
        case 0 -> unclear.add(key);
        case 1, 2, 3 -> known.put(key, VALUES.get(random.nextInt(3)));
        default -> {
          // left out
        }
      }
    }
    return new Labels(known, unclear, random.nextInt(8) == 0 ? "more is filled in" : "");
  }

  private Selector anySelector() {
    List<Selector.Requirement> out = new ArrayList<>();
    for (String key : KEYS) {
      if (random.nextBoolean()) {
        Selector.Operator operator =
            random.nextInt(3) > 0
                ? Selector.Operator.IN
                : Selector.Operator.values()[random.nextInt(4)];
        boolean valued = operator == Selector.Operator.IN || operator == Selector.Operator.NOT_IN;
        Set<String> values = new HashSet<>();
        for (int i = 0; valued && i <= random.nextInt(2); i++) {
          values.add(VALUES.get(random.nextInt(3)));
        }
        out.add(new Selector.Requirement(key, operator, values));
      }
    }
    return new Selector(out, random.nextInt(8) == 0 ? "more is filled in" : "");
  }

  /** What {@link PodIndex#near} is about, said without an index. */
  private static Optional<NetworkPod> missing(Selector selector, NetworkPod pod) {
    List<Selector.Requirement> missed =
        selector.requirements().stream().filter(r -> r.matches(pod.labels()).isNo()).toList();
    return missed.size() == 1 && pod.labels().known().containsKey(missed.getFirst().key())
        ? Optional.of(pod)
        : Optional.empty();
  }

  @Test
  void findsWhatLookingAtEachWouldFind() {
    for (int run = 0; run < 300; run++) {
      List<NetworkPod> pods = IntStream.range(0, 12).mapToObj(i -> pod(i, anyLabels())).toList();
      List<Selector> selectors = IntStream.range(0, 12).mapToObj(_ -> anySelector()).toList();
      SelectorIndex<Selector> bySelector = SelectorIndex.of(selectors, Function.identity());
      PodIndex byLabels = new PodIndex(pods);

      for (NetworkPod pod : pods) {
        assertThat(bySelector.near(pod.labels()))
            .filteredOn(s -> !s.matches(pod.labels()).isNo())
            .isEqualTo(selectors.stream().filter(s -> !s.matches(pod.labels()).isNo()).toList());
      }
      for (Selector selector : selectors) {
        List<NetworkPod> matching =
            pods.stream().filter(p -> !selector.matches(p.labels()).isNo()).toList();
        assertThat(byLabels.matching(selector)).isEqualTo(matching);
        if (matching.isEmpty()) {
          assertThat(byLabels.near(selector, pod -> missing(selector, pod)))
              .isEqualTo(pods.stream().flatMap(p -> missing(selector, p).stream()).findFirst());
        }
      }
    }
  }

  @Test
  void ofThousandPoliciesAPodIsAskedAboutItsOwn() {
    List<Selector> selectors =
        IntStream.range(0, 1_000)
            .mapToObj(i -> requiring(new TreeMap<>(Map.of("app", "a" + i, "part-of", "shop"))))
            .toList();

    assertThat(
            SelectorIndex.of(selectors, Function.identity())
                .near(labels(Map.of("app", "a7", "part-of", "shop"))))
        .containsExactly(selectors.get(7));
  }

  @Test
  void ofThousandPodsAPolicyLooksAtTheFirstThatItMisses() {
    PodIndex pods =
        new PodIndex(
            IntStream.range(0, 1_000)
                .mapToObj(i -> pod(i, labels(Map.of("app", "a" + i, "part-of", "shop"))))
                .toList());
    Selector wrong = requiring(new TreeMap<>(Map.of("app", "b", "part-of", "shop")));
    List<NetworkPod> asked = new ArrayList<>();

    Optional<NetworkPod> found =
        pods.near(
            wrong,
            pod -> {
              asked.add(pod);
              return missing(wrong, pod);
            });

    assertThat(found).isPresent();
    assertThat(asked).hasSize(1);
  }
}
