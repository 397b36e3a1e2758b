package dev.zonewright.ui.review.reach;

import dev.zonewright.kube.network.Answer;
import dev.zonewright.kube.network.Expected;
import dev.zonewright.kube.network.Reach;
import dev.zonewright.risk.Evidence.Place;
import java.util.List;
import java.util.Optional;

/**
 * One line of the table: a destination, or several that have the same answer.
 *
 * @param group the heading that it belongs under
 * @param label the destination, or the source where the table is turned round
 * @param decidedBy the rule or policy that decides; why it is undetermined; empty where nothing
 *     does
 * @param place of what decides
 * @param reaches the answers, of which the first is shown in steps
 */
record ReachRow(
    Group group,
    String label,
    Answer.Outcome now,
    Expected expected,
    String decidedBy,
    Optional<Place> place,
    List<Reach> reaches) {
  /** The headings, in their order. */
  enum Group {
    NODE("Nodes and metadata"),
    OUTSIDE("Outside the cluster"),
    OTHERS("Other tenants"),
    OWN("Own tenant, platform");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  ReachRow {
    reaches = List.copyOf(reaches);
  }

  /**
   * The label, of a workload without its kind unless only that tells it from another of these: the
   * name is at the end, where a long kind leaves it no room.
   */
  String brief(List<ReachRow> all) {
    String brief = brief();
    return all.stream().filter(r -> r.brief().equals(brief)).count() < 2 ? brief : label;
  }

  private String brief() {
    String[] parts = label.split("/", -1);
    return group == Group.OWN && parts.length == 3 ? parts[0] + "/" + parts[2] : label;
  }

  /** Whether it is allowed and must not be. */
  boolean isWrong() {
    return now == Answer.Outcome.ALLOWED && expected == Expected.MUST_BE_DENIED;
  }

  /** What the reference architecture says of it, in words. */
  String reference() {
    return expected == Expected.MUST_BE_DENIED && expected.isMetBy(now)
        ? "as required"
        : expected.words();
  }

  /** The open ports in words; empty when none is. */
  String ports() {
    return reaches.getFirst().openPorts();
  }
}
