package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.plan.EditRefusal;
import java.util.ArrayList;
import java.util.List;

/**
 * How paths of a whole document are paths of a part in which only some items of one list are left.
 *
 * @param list the list; the root where nothing is shifted
 * @param item the item of the whole that is the part's item {@code first}
 */
record ItemShift(YamlPath list, int item, int first) {
  static final ItemShift NONE = new ItemShift(YamlPath.ROOT, 0, 0);

  /** Whether what stands at the path is in the part. */
  boolean reaches(YamlPath path) {
    return list.isRoot() || path.startsWith(list.index(item));
  }

  /**
   * The same place in the part.
   *
   * @throws EditRefusal when the part does not have it
   */
  YamlPath inPart(YamlPath path) {
    if (list.isRoot()) {
      return path;
    }
    if (!reaches(path) || path.equals(list.index(item))) {
      throw new EditRefusal("it is not within the item");
    }
    List<YamlPath.Segment> segments = new ArrayList<>(path.segments());
    segments.set(list.segments().size(), new YamlPath.Index(first));
    return new YamlPath(segments);
  }
}
