package dev.zonewright.ui.findings;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.Workload;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.ui.Counts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of one analysis, filtered and laid out; built in the background, for they may be
 * thousands.
 *
 * @param onHost keys of the objects whose pods are known to run on the kernel of the host
 * @param accepted how many findings exceptions cover; they are not among the others
 * @param counts findings by severity, filtered or not
 * @param shown what passes the filter
 */
public record FindingsShown(
    Analysis analysis,
    FindingsFilter filter,
    FindingsLayout layout,
    Set<String> onHost,
    int accepted,
    Map<Severity, Integer> counts,
    PlaceOrder shown,
    List<FindingRow> rows) {
  static FindingsShown of(Analysis analysis, FindingsFilter filter, FindingsLayout layout) {
    Analysis left = analysis.withoutAccepted();
    int accepted = analysis.findings().size() - left.findings().size();
    Map<Severity, Integer> counts = Counts.of(left.findings());
    return of(left, filter, layout, hostPods(left.workloads()), accepted, counts);
  }

  private static FindingsShown of(
      Analysis analysis,
      FindingsFilter filter,
      FindingsLayout layout,
      Set<String> onHost,
      int accepted,
      Map<Severity, Integer> counts) {
    List<LocatedFinding> shown = analysis.findings().stream().filter(filter::shows).toList();
    List<FindingRow.Item> items =
        shown.stream().map(f -> new FindingRow.Item(f, onHost.contains(key(f)))).toList();
    List<FindingRow> rows = FindingRows.of(items, layout, analysis.platform());
    List<LocatedFinding> onShow = new ArrayList<>(items.size());
    for (FindingRow row : rows) {
      if (row instanceof FindingRow.Item(LocatedFinding at, boolean _)) {
        onShow.add(at);
      }
    }
    PlaceOrder order = new PlaceOrder(shown, List.copyOf(onShow));
    return new FindingsShown(analysis, filter, layout, onHost, accepted, counts, order, rows);
  }

  /** The same analysis, looked at otherwise; itself when that changes nothing. */
  FindingsShown with(FindingsFilter now, FindingsLayout other) {
    return now.equals(filter) && other.hasRowsOf(layout)
        ? this
        : of(analysis, now, other, onHost, accepted, counts);
  }

  boolean isOnHost(LocatedFinding at) {
    return onHost.contains(key(at));
  }

  private static Set<String> hostPods(List<Workload> workloads) {
    Set<String> out = new HashSet<>();
    workloads.stream()
        .filter(w -> w.zone() == ZoneState.HOST)
        .forEach(w -> out.add(String.join("\n", w.file(), "" + w.document(), w.kind(), w.name())));
    return out;
  }

  private static String key(LocatedFinding at) {
    return String.join(
        "\n", at.file(), "" + at.document(), at.finding().kind(), at.finding().name());
  }
}
