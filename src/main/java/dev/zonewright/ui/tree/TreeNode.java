package dev.zonewright.ui.tree;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.ObjectPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the tree with the rows below it.
 *
 * @param id the same between analyses, so that the tree stays open where it was
 * @param object the object of the row; empty where the row is none
 * @param detail the grey words after the title: the kind, or why it was not analysed
 * @param counts findings by severity, of the rows below too
 * @param jump what the editor shows when the row is chosen
 */
public record TreeNode(
    String id,
    Optional<ObjectPlace> object,
    Mark mark,
    String title,
    String detail,
    Map<Severity, Integer> counts,
    Optional<Jump> jump,
    List<TreeNode> children) {
  public TreeNode {
    children = List.copyOf(children);
  }

  /** What kind of row it is. */
  public enum Mark {
    TENANT,
    CLUSTER,
    FOLDER,
    FILE,
    CHART,
    TEMPLATE,
    ZONE,
    HOST,
    ZONE_UNKNOWN,
    OBJECT,
    NOT_ANALYSED_GROUP,
    NOT_ANALYSED
  }

  /** Whether a finding is of the object of this row, or of one below it. */
  public boolean holds(LocatedFinding finding) {
    return holds(ObjectPlace.of(finding));
  }

  /** Whether this row, or one below it, is that of an object. */
  boolean holds(ObjectPlace place) {
    return object.filter(place::equals).isPresent()
        || children.stream().anyMatch(child -> child.holds(place));
  }

  /** Whether a tick says that nothing was found here. */
  public boolean isClean() {
    return counts.isEmpty()
        && switch (mark) {
          case NOT_ANALYSED, NOT_ANALYSED_GROUP -> false;
          default -> true;
        };
  }
}
