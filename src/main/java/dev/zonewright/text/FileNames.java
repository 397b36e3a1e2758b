package dev.zonewright.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of files as people say them. */
public final class FileNames {
  private FileNames() {}

  /** The part behind the last slash, of either kind. */
  public static String last(String name) {
    return name.substring(name.length() - lastLength(name));
  }

  /** The folder with the slash at its end; empty where there is none. */
  public static String folder(String name) {
    return name.substring(0, name.length() - lastLength(name));
  }

  /**
   * The fewest last parts of each name that no other of the names ends in.
   *
   * @return by the whole name
   */
  public static Map<String, String> shortest(Collection<String> names) {
    Map<String, Integer> ends = new HashMap<>();
    for (String name : names) {
      ends(name).forEach(end -> ends.merge(end, 1, Integer::sum));
    }
    Map<String, String> out = new HashMap<>();
    for (String name : names) {
      out.put(
          name,
          ends(name).stream()
              .filter(end -> ends.getOrDefault(end, 0) == 1)
              .findFirst()
              .orElse(name));
    }
    return out;
  }

  /** The last part, the last two, and so on; the whole at the end. */
  private static List<String> ends(String name) {
    List<String> out = new ArrayList<>();
    for (int i = name.length() - 1; i >= 0; i--) {
      boolean parts = name.charAt(i) == '/' || name.charAt(i) == '\\';
      if (parts && i < name.length() - 1) {
        out.add(name.substring(i + 1));
      }
    }
    out.add(name);
    return out;
  }

  private static int lastLength(String name) {
    return name.length() - 1 - Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  }
}
