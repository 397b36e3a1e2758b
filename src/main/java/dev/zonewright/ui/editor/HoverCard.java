package dev.zonewright.ui.editor;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.editor.paint.SeverityMark;
import dev.zonewright.ui.findings.EffectChip;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** What the findings under the mouse say. */
final class HoverCard {
  private static final double WIDTH = 420;

  // a window with a scene of its own: made when it is first shown
  private @Nullable Popup popup;
  private final VBox card = new VBox();
  private final Predicate<LocatedFinding> onHost;

  /**
   * A card.
   *
   * @param onHost whether the pod of a finding is known to run outside of any zone
   */
  HoverCard(Predicate<LocatedFinding> onHost) {
    this.onHost = onHost;
    card.getStyleClass().addAll("zw-card", "zw-hover");
    card.setMaxWidth(WIDTH);
  }

  private Popup popup() {
    if (popup == null) {
      popup = new Popup();
      popup.setAutoHide(true);
      popup.setAutoFix(true);
      popup.getContent().add(card);
    }
    return popup;
  }

  /** Shows the card of the findings below a place on the screen. */
  void show(Node owner, List<LocatedFinding> findings, double x, double y) {
    card.getChildren().setAll(findings.stream().map(this::entry).toList());
    Label keys = new Label("Alt+Enter fixes · F1 explains");
    keys.getStyleClass().add("zw-muted");
    card.getChildren().add(keys);
    Popup over = popup();
    EditorStyles.themeLike(owner, card);
    over.show(owner, x, y);
  }

  void hide() {
    if (popup != null) {
      popup.hide();
    }
  }

  private Node entry(LocatedFinding located) {
    Finding finding = located.finding();
    Label title = new Label(finding.control().title());
    title.getStyleClass().add("zw-title");
    Label severity = new Label(finding.severity().word());
    severity.getStyleClass().addAll("zw-chip", finding.severity().word());
    HBox head =
        new HBox(
            6,
            new SeverityMark(finding.severity()),
            title,
            severity,
            ederaChip(located, onHost.test(located)));
    head.setAlignment(Pos.CENTER_LEFT);
    Label message = new Label(Widgets.shown(finding.message()));
    message.setWrapText(true);
    return new VBox(2, head, message);
  }

  /** The same words as in the table and the help. */
  private static Label ederaChip(LocatedFinding finding, boolean onHost) {
    EffectChip effect = EffectChip.of(finding.finding().control(), onHost);
    Label chip = new Label(effect.word());
    String plain = "edera-" + finding.finding().control().edera().word();
    chip.getStyleClass().addAll("zw-chip", effect.tone().equals("bad") ? "critical" : plain);
    return chip;
  }
}
