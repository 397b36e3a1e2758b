package dev.zonewright.analysis.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What of a list is not in another, where several things may be alike. */
public final class Gone {
  private Gone() {}

  /** How many there are of each kind. */
  public static <T, K> Map<K, Integer> counts(List<T> list, Function<T, K> kind) {
    Map<K, Integer> out = new HashMap<>();
    list.forEach(one -> out.merge(kind.apply(one), 1, Integer::sum));
    return out;
  }

  /** Those for which none is left, each taking one away. */
  public static <T, K> List<T> without(List<T> list, Map<K, Integer> left, Function<T, K> kind) {
    List<T> out = new ArrayList<>();
    for (T one : list) {
      if (left.merge(kind.apply(one), -1, Integer::sum) < 0) {
        out.add(one);
      }
    }
    return out;
  }
}
