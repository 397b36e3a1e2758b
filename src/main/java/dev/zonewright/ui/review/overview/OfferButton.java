package dev.zonewright.ui.review.overview;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.fix.FixOffer;
import dev.zonewright.ui.review.FixesMenu;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/**
 * Does something about an answer: a fix that needs no look, one that does, or words on what a
 * person must find. All show what they change first.
 */
final class OfferButton extends Button {
  private OfferButton(List<FixOffer> offers, String id, String about, FixesMenu fixes) {
    Optional<Fix> fix = offers.stream().flatMap(o -> o.fixes().stream().limit(1)).findFirst();
    boolean safe = fix.filter(f -> f.safety() == FixSafety.SAFE).isPresent();
    setText(fix.isEmpty() ? "Show how" : safe ? "Fix" : "Fix…");
    if (safe) {
      setGraphic(Widgets.icon(Feather.ZAP));
    }
    String words =
        fix.map(f -> f.title() + ". Shows a preview first")
            .orElse("No fix is known to be right. Shows what to check");
    Widgets.named(this, id, about + ": " + words);
    Tip.set(this, words);
    getStyleClass().add("line-button");
    setMinWidth(USE_PREF_SIZE);
    setOnAction(_ -> fixes.show(offers, this, localToScreen(getBoundsInLocal())));
  }

  /**
   * A button for what is offered; none where nothing is.
   *
   * @param about what is answered, for screen readers
   */
  static Optional<OfferButton> of(List<FixOffer> offers, String id, String about, FixesMenu fixes) {
    return offers.isEmpty()
        ? Optional.empty()
        : Optional.of(new OfferButton(offers, id, about, fixes));
  }
}
