package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the changes of a document so far have touched: a further change that meets it would rest on
 * paths, or on reasons, that may no longer hold. Items that go from the end of a list towards its
 * beginning do not meet: where one went, those before it stand as they stood.
 */
final class TouchedPaths {
  private final Set<YamlPath> touched = new HashSet<>();
  private final Set<YamlPath> above = new HashSet<>();

  /** The first item that went, of each list that nothing else was done to as a whole. */
  private final Map<YamlPath, Integer> firstGone = new HashMap<>();

  boolean isEmpty() {
    return touched.isEmpty();
  }

  /** Takes down what a change has touched. */
  void addAll(YamlEditor change) {
    for (YamlPath item : change.itemsGone()) {
      firstGone.merge(item.parent(), index(item), Math::min);
    }
    for (YamlPath path : change.touched()) {
      if (!change.shortened().contains(path)) {
        touched.add(path);
      }
      YamlPath at = path;
      // whatever is above one that is known is known too
      while (!at.isRoot() && above.add(at.parent())) {
        at = at.parent();
      }
    }
  }

  /** Takes down what other changes have touched, of which none met any of these. */
  void addAll(TouchedPaths others) {
    touched.addAll(others.touched);
    above.addAll(others.above);
    others.firstGone.forEach((list, first) -> firstGone.merge(list, first, Math::min));
  }

  /** Whether a change touches what is touched already. */
  boolean areInTheWayOf(YamlEditor change) {
    Set<YamlPath> furtherUp = change.itemsGone().isEmpty() ? Set.of() : new HashSet<>();
    for (YamlPath item : change.itemsGone()) {
      Integer first = firstGone.get(item.parent());
      if (first != null && (index(item) >= first || change.at(item.parent()).items().isEmpty())) {
        // what becomes of a list whose last item goes is for a fresh look to say
        return true;
      }
      if (first != null && change.shortened().contains(item.parent())) {
        furtherUp.add(item.parent());
      }
    }
    for (YamlPath path : change.touched()) {
      if ((!furtherUp.contains(path) && above.contains(path)) || isBelow(path)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is touched itself, is in something that is, or stands behind an item that went. */
  private boolean isBelow(YamlPath path) {
    if (touched.contains(path)) {
      return true;
    }
    if (touched.isEmpty() && firstGone.isEmpty()) {
      return false;
    }
    YamlPath at = path;
    while (!at.isRoot()) {
      YamlPath parent = at.parent();
      Integer first = firstGone.get(parent);
      if (touched.contains(parent) || (first != null && index(at) >= first)) {
        return true;
      }
      at = parent;
    }
    return false;
  }

  private static int index(YamlPath path) {
    return path.last() instanceof YamlPath.Index(int at) ? at : Integer.MAX_VALUE;
  }
}
