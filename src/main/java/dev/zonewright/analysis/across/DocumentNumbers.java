package dev.zonewright.analysis.across;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which number each document had before a run of fixes: a document that a fix adds pushes those
 * behind it down, and a choice is still about the one that it was made for.
 */
public final class DocumentNumbers {
  /** Of a document that the run itself has added; no document was ever called so. */
  private static final int ADDED = 0;

  /** By file, for each document the number that it had; only files with added documents. */
  private final Map<String, List<Integer>> before = new HashMap<>();

  /** Follows the documents of a file through edits. */
  public void edited(String file, YamlStream from, EditSet edits, YamlStream to) {
    List<YamlStream.Part> old = from.parts();
    List<YamlStream.Part> now = to.parts();
    if (old.size() == now.size()) {
      return;
    }
    List<Integer> had = before.getOrDefault(file, List.of());
    List<Integer> numbers = new ArrayList<>(now.size());
    now.forEach(_ -> numbers.add(ADDED));
    List<TextEdit> all = edits.edits();
    int passed = 0;
    int moved = 0;
    int at = 0;
    for (int i = 0; i < old.size(); i++) {
      int start = old.get(i).offset();
      // what is inserted where it starts pushes it, or is its own first line
      while (passed < all.size() && all.get(passed).range().end() <= start) {
        moved += all.get(passed++).growth();
      }
      while (at + 1 < now.size() && now.get(at + 1).offset() <= start + moved) {
        at++;
      }
      numbers.set(at, had.isEmpty() ? i + 1 : had.get(i));
    }
    before.put(file, numbers);
  }

  /**
   * The number that a document had.
   *
   * @param number the one that it has now, from 1
   */
  public int before(String file, int number) {
    List<Integer> numbers = before.getOrDefault(file, List.of());
    return number < 1 || number > numbers.size() ? number : numbers.get(number - 1);
  }
}
