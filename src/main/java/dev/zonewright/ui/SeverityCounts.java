package dev.zonewright.ui;

import dev.zonewright.control.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * Counts by severity in a row: shape, number, next shape. Severities without a finding are left
 * out.
 */
public final class SeverityCounts extends HBox {
  private static final int GAP = 7;

  private final Map<Severity, Label> labels = new EnumMap<>(Severity.class);

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
    List<Node> now = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = counts.getOrDefault(severity, 0);
      if (count > 0 && now.size() < most) {
        Label label = labels.computeIfAbsent(severity, SeverityCounts::label);
        label.setText("%,d".formatted(count));
        now.add(label);
      }
    }
    // what stays in the window keeps its styles
    if (!now.equals(getChildren())) {
      getChildren().setAll(now);
    }
    setAccessibleText(words(counts));
  }

  private static Label label(Severity severity) {
    Label label = new Label("", SeverityIcon.of(severity));
    label.getStyleClass().addAll("severity-count", severity.word());
    label.setMinWidth(USE_PREF_SIZE);
    return label;
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
