package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** Which rows of a table are seen just now. */
final class RowsInView {
  private final TableView<FindingRow> table;

  RowsInView(TableView<FindingRow> table) {
    this.table = table;
  }

  /** Whether a row, or all of it, is seen; the first may be below the heading that stays. */
  boolean isInView(int index, boolean whole) {
    if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || flow.getFirstVisibleCell() == null
        || flow.getLastVisibleCell() == null) {
      return false;
    }
    IndexedCell<?> last = flow.getLastVisibleCell();
    boolean cut = whole && last.getBoundsInParent().getMaxY() > flow.getHeight() + 1;
    return index >= flow.getFirstVisibleCell().getIndex()
        && index <= last.getIndex() - (cut ? 1 : 0);
  }

  /** Runs a task once the next layout is done: the view learns of new rows only there. */
  void afterLayout(Runnable task) {
    @Nullable Scene scene = table.getScene();
    if (scene == null) {
      return;
    }
    Runnable once =
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            task.run();
          }
        };
    scene.addPostLayoutPulseListener(once);
  }

  /**
   * The row that stays where it is: the chosen one while it is in view; otherwise the first in
   * view, unless that is the top of the table.
   */
  Optional<Held> held(@Nullable LocatedFinding chosen) {
    if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || flow.getFirstVisibleCell() == null) {
      return Optional.empty();
    }
    int first = flow.getFirstVisibleCell().getIndex();
    List<Held> inView = new ArrayList<>();
    for (Node node : table.lookupAll(".table-row-cell")) {
      if (node instanceof TableRow<?> row
          && row.isVisible()
          && row.getIndex() >= first
          && row.getItem() instanceof FindingRow.Item(LocatedFinding at, boolean _)) {
        inView.add(new Held(at, row.getIndex() - first));
      }
    }
    return inView.stream()
        .filter(row -> chosen != null && row.finding().fingerprint().equals(chosen.fingerprint()))
        .findFirst()
        .or(() ->
            first == 0
                ? Optional.empty()
                : inView.stream().min(Comparator.comparingInt(Held::above)));
  }

  /** A row in view, and how many are in view above it. */
  record Held(LocatedFinding finding, int above) {}
}
