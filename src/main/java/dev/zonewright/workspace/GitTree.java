package dev.zonewright.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code git ls-tree -r -z} lists.
 *
 * @param items by path, as written from the folder that git was asked in
 */
record GitTree(Map<String, Item> items) {
  private static final Pattern LINE =
      Pattern.compile("(\\d{6}) (\\w+) ([0-9a-f]{40,64})\\t(.+)", Pattern.DOTALL);

  /** A file, a link or a repository inside the repository. */
  record Item(String mode, String id, String path) {
    boolean isLink() {
      return mode.equals("120000");
    }

    boolean isRepository() {
      return mode.equals("160000");
    }

    /** The same file under the path of a link to it. */
    Item at(String other) {
      return new Item(mode, id, other);
    }
  }

  static GitTree parse(String listing) {
    Map<String, Item> items = new LinkedHashMap<>();
    for (String line : listing.split("\0", -1)) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches()) {
        items.put(parts.group(4), new Item(parts.group(1), parts.group(3), parts.group(4)));
      }
    }
    return new GitTree(items);
  }

  /** Those that opening the folder takes, and the repositories inside it, whatever they hold. */
  List<Item> manifests() {
    return items.values().stream()
        .filter(i -> !isHidden(i.path()))
        .filter(i -> i.isRepository() || ManifestFolder.isManifest(i.path()))
        .toList();
  }

  private static boolean isHidden(String path) {
    return ("/" + path.substring(0, path.lastIndexOf('/') + 1)).contains("/.");
  }

  /**
   * Where a link leads.
   *
   * @param target what the link holds
   * @return a path from the folder; empty for one that leads out of it
   */
  static Optional<String> follow(String link, String target) {
    List<String> steps = new ArrayList<>(List.of(link.split("/", -1)));
    steps.removeLast();
    if (target.startsWith("/") || target.isEmpty()) {
      return Optional.empty();
    }
    for (String step : target.split("/", -1)) {
      if (step.equals("..")) {
        if (steps.isEmpty()) {
          return Optional.empty();
        }
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return Optional.of(String.join("/", steps));
  }

  /** Whether there is a folder of this path; the empty path is the folder itself. */
  boolean hasFolder(String path) {
    return path.isEmpty() || items.keySet().stream().anyMatch(p -> p.startsWith(path + "/"));
  }
}
