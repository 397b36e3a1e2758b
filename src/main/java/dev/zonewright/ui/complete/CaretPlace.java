package dev.zonewright.ui.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the caret is within an object, as far as indentation tells. The text need not be readable
 * as YAML: only the lines around the caret count, and of them only how they are indented, which
 * keys they hold, and where lists start.
 *
 * @param role what would be typed there
 * @param apiVersion of the object around; empty where it has none yet
 * @param kind of the object around; empty where it has none yet
 * @param path from the object to the mapping that a key would join, or to the key that a value
 *     would belong to; {@link #ITEM} stands for an item of a list
 * @param present keys that the mapping has already, on other lines
 * @param prefix what of the word stands before the caret
 * @param from the column where the word starts
 * @param to the column where it ends, after the caret too
 * @param column where the key stands that the word is, or belongs to
 * @param ended whether the word's colon follows already, or for a value the closing quote
 * @param tight whether a space is needed before a value
 */
public record CaretPlace(
    Role role,
    String apiVersion,
    String kind,
    List<String> path,
    Set<String> present,
    String prefix,
    int from,
    int to,
    int column,
    boolean ended,
    boolean tight) {
  /** An item of a list, in a path. */
  public static final String ITEM = "[]";

  /** What is typed at the caret. */
  public enum Role {
    /** A key of a mapping; as an item of a list it may turn out to be a scalar. */
    KEY,
    VALUE
  }

  public CaretPlace {
    path = List.copyOf(path);
    present = Set.copyOf(present);
  }

  /** The place behind a dash that is still to be written there. */
  CaretPlace asItem() {
    List<String> below = new ArrayList<>(path);
    below.add(ITEM);
    return new CaretPlace(
        role,
        apiVersion,
        kind,
        below,
        Set.of(),
        prefix,
        from,
        to,
        column + Insertion.DASH.length(),
        ended,
        tight);
  }

  /**
   * The place of a caret; empty where nothing can be proposed: in comments, separators, flow
   * collections, block scalars, and in the middle of plain text.
   *
   * @param line from 0
   * @param column from 0
   */
  public static Optional<CaretPlace> at(TextLines lines, int line, int column) {
    return CaretWord.at(lines.line(line), column)
        .flatMap(word -> CaretScan.around(lines, line, word));
  }
}
