package dev.zonewright.analysis.run;

import dev.zonewright.kube.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Notices that a run of fixes goes in circles: that the texts are as they were before an earlier
 * pass and the same is wanted. What was made in between undoes one another, and is made no more.
 *
 * @param <K> what a wanted fix is known by
 */
public final class Circles<K> {
  /** Every other run is over by then, and remembers nothing. Circles of two and of three begin. */
  private static final int WATCHED_FROM = 6;

  /** The texts and what was wanted, as two things that can be compared. */
  private final List<List<Object>> states = new ArrayList<>();

  private final List<Map<K, String>> wantedBefore = new ArrayList<>();
  private final Map<K, String> stopped = new HashMap<>();
  private int passes;

  /**
   * Looks at the state before a pass.
   *
   * @param manifests the texts
   * @param wanted the titles of the fixes that are wanted
   * @return whether some of these are not made any more, because the run is in a circle
   */
  public boolean isClosed(List<Manifest> manifests, Supplier<Map<K, String>> wanted) {
    if (passes++ < WATCHED_FROM) {
      return false;
    }
    Map<K, String> titles = wanted.get();
    List<Object> state = List.of(marks(manifests), titles);
    int first = titles.isEmpty() ? -1 : states.indexOf(state);
    if (first < 0) {
      states.add(state);
      wantedBefore.add(titles);
      return false;
    }
    stop(wantedBefore.subList(first, wantedBefore.size()));
    states.clear();
    wantedBefore.clear();
    return true;
  }

  /** A mark of each text, by its file: it tells apart what a run makes of one text. */
  private static Map<String, Long> marks(List<Manifest> manifests) {
    Map<String, Long> out = new HashMap<>();
    for (Manifest manifest : manifests) {
      String text = manifest.stream().text();
      out.put(manifest.file(), ((long) text.length() << Integer.SIZE) ^ text.hashCode());
    }
    return out;
  }

  /** What is wanted in every pass of a circle only waits for its turn: it is no part of it. */
  private void stop(List<Map<K, String>> circle) {
    Map<K, String> parts = new LinkedHashMap<>();
    Set<K> always = new HashSet<>(circle.getFirst().keySet());
    for (Map<K, String> wanted : circle) {
      parts.putAll(wanted);
      always.retainAll(wanted.keySet());
    }
    if (always.size() < parts.size()) {
      parts.keySet().removeAll(always);
    }
    String reason = reason(parts.values().stream().distinct().sorted().toList());
    parts.keySet().forEach(one -> stopped.put(one, reason));
  }

  private static String reason(List<String> titles) {
    String named = titles.stream().map("“%s”"::formatted).collect(Collectors.joining(" and "));
    return titles.size() > 1
        ? named + " undo each other, so neither is made: decide which is right, and apply it alone"
        : "the finding comes back whenever %s is made, so it is not made".formatted(named);
  }

  /** Why the fix of that key is not made any more; empty where it may be. */
  public Optional<String> why(K key) {
    return Optional.ofNullable(stopped.get(key));
  }
}
