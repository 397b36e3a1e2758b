package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The labels of a pod or a namespace, as far as they are known.
 *
 * @param known by key
 * @param unclear keys whose value something else fills in later
 * @param because why other keys may be there too; empty when there are none
 */
public record Labels(Map<String, String> known, Set<String> unclear, String because) {
  public static final Labels NONE = new Labels(Map.of(), Set.of(), "");

  public Labels {
    known = Map.copyOf(known);
    unclear = Set.copyOf(unclear);
  }

  /** Reads {@code metadata.labels}. */
  public static Labels read(YamlCursor at) {
    if (UnknownValue.hides(at)) {
      return new Labels(Map.of(), Set.of(), "its labels are filled in later");
    }
    Map<String, String> known = new TreeMap<>();
    Set<String> unclear = new TreeSet<>();
    String because = "";
    for (String key : Keys.of(at)) {
      YamlCursor value = at.get(key);
      if (key.indexOf('{') >= 0 || key.indexOf('$') >= 0) {
        because = "the label " + key + " is filled in later";
      } else if (value.isPlaceholder() || !value.isScalar()) {
        unclear.add(key);
      } else if (value.isSet()) {
        known.put(key, value.raw());
      } else {
        known.put(key, "");
      }
    }
    return new Labels(known, unclear, because);
  }

  /** The same labels and one more. */
  public Labels with(String key, String value) {
    Map<String, String> more = new TreeMap<>(known);
    more.put(key, value);
    return new Labels(more, unclear, because);
  }

  /** Whether the key is there. */
  public Match has(String key) {
    if (known.containsKey(key) || unclear.contains(key)) {
      return Match.YES;
    }
    return because.isEmpty() ? Match.NO : Match.unknown(because);
  }

  /** Whether the key is there with one of these values. */
  public Match hasOneOf(String key, Set<String> values) {
    if (unclear.contains(key)) {
      return Match.unknown("the label " + key + " is filled in later");
    }
    String value = known.get(key);
    if (value != null) {
      return Match.of(values.contains(value));
    }
    return because.isEmpty() ? Match.NO : Match.unknown(because);
  }
}
