package dev.zonewright.ui.risk;

import dev.zonewright.risk.Evidence;
import dev.zonewright.text.FileNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How evidence names its places: by the last part of the file's name and the line. An object that
 * two files define is evidence in each of them, in the same words; there the folders that tell the
 * files apart come first.
 */
public final class PlaceNames {
  private PlaceNames() {}

  /** The names of the places among this evidence. */
  public static Function<Evidence.Place, String> among(List<Evidence> all) {
    Map<String, Set<String>> files = new HashMap<>();
    for (Evidence evidence : all) {
      evidence
          .place()
          .ifPresent(
              at -> files.computeIfAbsent(evidence.text(), _ -> new TreeSet<>()).add(at.file()));
    }
    Map<String, String> names = new HashMap<>();
    for (Set<String> same : files.values()) {
      if (same.size() > 1) {
        FileNames.shortest(same).forEach((file, name) -> names.merge(file, name, PlaceNames::more));
      }
    }
    return at ->
        EvidenceLine.shortened(
            names.getOrDefault(at.file(), FileNames.last(at.file())) + ":" + at.line());
  }

  private static String more(String name, String other) {
    return name.length() < other.length() ? other : name;
  }
}
