package dev.zonewright.report.compare;

import dev.zonewright.report.compare.Side.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The objects of one version. Several may have one name, as in the folders of several stages; so
 * each is told from the others by its file.
 *
 * @param files where the objects of a name are, by {@code NAMESPACE/KIND/NAME}; empty names where a
 *     baseline does not say
 */
record HeldObjects(Map<String, List<String>> files) {
  static final String UNKNOWN = "";

  private static final List<UnaryOperator<String>> LIKENESS =
      List.of(
          f -> f,
          f -> Matching.lastOf(f, 3),
          f -> Matching.lastOf(f, 2),
          f -> Matching.lastOf(f, 1),
          _ -> "");

  HeldObjects {
    files = Map.copyOf(files);
  }

  /** Gathers them. */
  static final class Gatherer {
    private final Map<String, List<String>> files = new HashMap<>();

    void add(String path, String file) {
      files.computeIfAbsent(path, _ -> new ArrayList<>()).add(file);
    }

    void addMissing(String path, String file) {
      if (!files.containsKey(path)) {
        add(path, file);
      }
    }

    HeldObjects done() {
      return new HeldObjects(files);
    }
  }

  /** Each object as often as it is there, in the order of their names. */
  List<String> paths() {
    return files.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(_ -> e.getKey()))
        .sorted()
        .toList();
  }

  /** Whether the object of a finding of this version is there no more after. */
  boolean loses(Entry finding, HeldObjects after) {
    List<String> were = files.getOrDefault(finding.object(), List.of());
    List<String> are = after.files.getOrDefault(finding.object(), List.of());
    if (are.isEmpty()) {
      return true;
    }
    if (were.size() <= are.size()) {
      return false;
    }
    if (were.contains(UNKNOWN) || are.contains(UNKNOWN)) {
      String own = Matching.lastOf(finding.file(), 2);
      Set<String> known = Set.copyOf(are.stream().map(f -> Matching.lastOf(f, 2)).toList());
      return !known.contains(UNKNOWN) && !known.contains(own);
    }
    return unpaired(were, are).contains(finding.file());
  }

  /** Which files hold an object that none after stands for: those of the likest files are one. */
  private static List<String> unpaired(List<String> were, List<String> are) {
    List<String> gone = new ArrayList<>(were);
    List<String> left = new ArrayList<>(are);
    for (UnaryOperator<String> like : LIKENESS) {
      for (String file : List.copyOf(gone)) {
        left.stream()
            .filter(other -> like.apply(other).equals(like.apply(file)))
            .findFirst()
            .ifPresent(other -> {
              left.remove(other);
              gone.remove(file);
            });
      }
    }
    return gone;
  }
}
