package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.plan.EditRefusal;
import java.util.ArrayList;
import java.util.List;

/**
 * How paths of a whole document are paths of a part in which only some items of long lists, and
 * some entries of long mappings, are left.
 *
 * @param whole the one item or entry that is looked at, in the whole; the root where nothing is
 *     shifted
 * @param part the same item in the part
 */
record ItemShift(YamlPath whole, YamlPath part) {
  static final ItemShift NONE = new ItemShift(YamlPath.ROOT, YamlPath.ROOT);

  /**
   * Whether what stands at the path is in the part. An item cannot be told of as a whole, since
   * others have its number there; an entry has its key.
   */
  boolean reaches(YamlPath path) {
    return path.startsWith(whole) && (whole.isRoot() || isEntry() || !path.equals(whole));
  }

  /** Whether an entry of a mapping is looked at, and no item of a list. */
  boolean isEntry() {
    return !whole.isRoot() && whole.last() instanceof YamlPath.Key;
  }

  /**
   * The same place in the part.
   *
   * @throws EditRefusal when the part does not have it
   */
  YamlPath inPart(YamlPath path) {
    if (whole.isRoot()) {
      return path;
    }
    if (!reaches(path)) {
      throw new EditRefusal(outside());
    }
    List<YamlPath.Segment> segments = new ArrayList<>(part.segments());
    segments.addAll(path.segments().subList(whole.segments().size(), path.segments().size()));
    return new YamlPath(segments);
  }

  /** Why a change that looks or reaches outside the item is not made in the part. */
  static String outside() {
    return "it is not within the item";
  }
}
