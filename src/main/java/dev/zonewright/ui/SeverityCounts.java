package dev.zonewright.ui;

import dev.zonewright.control.Severity;
import java.util.Map;
import java.util.StringJoiner;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * Counts by severity in a row: shape, number, next shape. Severities without a finding are left
 * out.
 */
public final class SeverityCounts extends HBox {
  private static final int GAP = 7;

  public SeverityCounts() {
    super(GAP);
    getStyleClass().add("severity-counts");
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(USE_PREF_SIZE);
  }

  /** Shows all of them. */
  public void show(Map<Severity, Integer> counts) {
    show(counts, Severity.values().length);
  }

  /** Shows only the most severe, where room is scarce; the accessible text has all. */
  public void show(Map<Severity, Integer> counts, int most) {
    getChildren().clear();
    for (Severity severity : Severity.values()) {
      int count = counts.getOrDefault(severity, 0);
      if (count > 0 && getChildren().size() < most) {
        Label label = new Label("%,d".formatted(count), SeverityIcon.of(severity));
        label.getStyleClass().addAll("severity-count", severity.word());
        label.setMinWidth(USE_PREF_SIZE);
        getChildren().add(label);
      }
    }
    setAccessibleText(words(counts));
  }

  /** The counts for a screen reader: “1 critical, 4 high”; “no findings” for none. */
  public static String words(Map<Severity, Integer> counts) {
    StringJoiner out = new StringJoiner(", ");
    for (Severity severity : Severity.values()) {
      int count = counts.getOrDefault(severity, 0);
      if (count > 0) {
        out.add("%,d %s".formatted(count, severity.word()));
      }
    }
    return out.length() == 0 ? "no findings" : out.toString();
  }
}
