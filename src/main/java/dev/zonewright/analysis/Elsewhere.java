package dev.zonewright.analysis;

import dev.zonewright.text.EditSet;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fix changes outside the file of its finding.
 *
 * @param edits by file
 * @param created the whole text of each new file, by its name
 */
public record Elsewhere(Map<String, Change> edits, Map<String, String> created) {
  /** Most fixes stay in their file. */
  public static final Elsewhere NOTHING = new Elsewhere(Map.of(), Map.of());

  public Elsewhere {
    edits = Collections.unmodifiableMap(new TreeMap<>(edits));
    created = Collections.unmodifiableMap(new TreeMap<>(created));
  }

  /**
   * The change of a file.
   *
   * @param before the text that the edits belong to
   */
  public record Change(String before, EditSet edits) {}

  public boolean isNothing() {
    return edits.isEmpty() && created.isEmpty();
  }
}
