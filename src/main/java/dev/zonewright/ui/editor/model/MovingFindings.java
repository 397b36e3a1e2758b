package dev.zonewright.ui.editor.model;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.text.RangeShift;
import dev.zonewright.ui.editor.text.TextBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The findings of a text, by range; between two analyses they move with the edits. */
final class MovingFindings {
  private final TextBuffer text;
  private final ObservableList<LocatedFinding> findings = FXCollections.observableArrayList();
  private final ObservableList<LocatedFinding> forAll =
      FXCollections.unmodifiableObservableList(findings);

  MovingFindings(TextBuffer text) {
    this.text = text;
  }

  /** Takes those of a fresh analysis. */
  void take(List<LocatedFinding> fresh) {
    findings.setAll(
        fresh.stream()
            .filter(f -> f.range().end() <= text.length())
            .sorted(Comparator.comparing(LocatedFinding::range))
            .toList());
  }

  /** Follows edits that the text has seen; findings whose characters were edited go. */
  void move(EditSet edits) {
    if (findings.isEmpty()) {
      return;
    }
    RangeShift shift = new RangeShift(edits);
    List<LocatedFinding> moved = new ArrayList<>(findings.size());
    for (LocatedFinding finding : findings) {
      shift.range(finding.range()).ifPresent(r -> moved.add(at(finding, r)));
    }
    findings.setAll(moved);
  }

  // a finding that keeps its line and column needs no look-up, and after a key most do
  private LocatedFinding at(LocatedFinding finding, TextRange range) {
    return range.equals(finding.range())
        ? finding
        : finding.movedTo(
            range,
            text.positionOf(range.start(), finding.start()),
            text.positionOf(range.end(), finding.end()));
  }

  /** The finding as it is now. */
  Optional<LocatedFinding> current(LocatedFinding finding) {
    return findings.stream().filter(f -> f.fingerprint().equals(finding.fingerprint())).findFirst();
  }

  /** To be read only. */
  ObservableList<LocatedFinding> all() {
    return forAll;
  }
}
