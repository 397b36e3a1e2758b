package dev.zonewright.ui.fix;

import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line of the fix menu as it is drawn. */
final class FixMenuRow {
  private FixMenuRow() {}

  static HBox of(FixEntry entry) {
    if (entry instanceof FixEntry.Heading heading) {
      return heading(heading);
    }
    Label title = new Label(Widgets.shown(entry.title()));
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(8, icon(entry), title);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("zw-fix-entry");
    if (entry instanceof FixEntry.Explain) {
      row.getChildren().add(keyCap("F1"));
    }
    if (entry instanceof FixEntry.Ready) {
      row.getChildren().add(keyCap("Enter"));
    }
    row.setUserData(entry);
    if (!entry.isEnabled()) {
      row.getStyleClass().add("refused");
    }
    return row;
  }

  private static Label keyCap(String key) {
    Label cap = new Label(key);
    cap.getStyleClass().add("zw-key-cap");
    cap.setMinWidth(Region.USE_PREF_SIZE);
    return cap;
  }

  private static Region icon(FixEntry entry) {
    Region icon = new Region();
    icon.getStyleClass().add("zw-fix-icon");
    icon.getStyleClass()
        .add(
            switch (entry) {
              case FixEntry.Ready _, FixEntry.InDocument _, FixEntry.Everywhere _ -> "apply";
              case FixEntry.Refused _, FixEntry.Guidance _, FixEntry.Same _, FixEntry.Heading _ ->
                  "refuse";
              case FixEntry.Accept _ -> "accept";
              case FixEntry.Explain _ -> "explain";
            });
    return icon;
  }

  private static HBox heading(FixEntry.Heading entry) {
    Label title = new Label(Widgets.shown(entry.title()));
    title.setWrapText(true);
    Label severity = new Label(entry.finding().finding().severity().word());
    severity.getStyleClass().add("zw-muted");
    severity.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(8, SeverityIcon.of(entry.finding().finding().severity()), title, severity);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("zw-fix-heading");
    row.setUserData(entry);
    return row;
  }
}
