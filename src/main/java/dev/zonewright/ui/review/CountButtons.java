package dev.zonewright.ui.review;

import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Counts that show only what they count, and all again when pressed once more. The buttons stay
 * when the counts change, so that the one that has the focus keeps it.
 */
public final class CountButtons<E> extends HBox {
  private final Map<E, ToggleButton> buttons = new LinkedHashMap<>();
  private final Map<E, String> tones = new LinkedHashMap<>();
  private final ObjectProperty<@Nullable E> only;

  /**
   * Builds the row.
   *
   * @param id of each button
   * @param only the count that is pressed; null for none
   */
  public CountButtons(
      Collection<E> counts, Function<E, String> id, ObjectProperty<@Nullable E> only) {
    this.only = only;
    getStyleClass().add("page-counts");
    for (E each : counts) {
      ToggleButton button = new ToggleButton();
      Widgets.named(button, id.apply(each), "");
      button.getStyleClass().add("small-button");
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(_ -> only.set(button.isSelected() ? each : null));
      button.managedProperty().bind(button.visibleProperty());
      buttons.put(each, button);
    }
    getChildren().setAll(buttons.values());
    only.addListener((_, _, _) -> press());
  }

  private void press() {
    buttons.forEach((each, button) -> button.setSelected(each.equals(only.get())));
  }

  /**
   * Shows a count. One that is pressed can be let go even when it counts nothing any more.
   *
   * @param of what is counted, in words
   * @param tone style class of a count that is not 0
   */
  public void show(E each, long count, String of, String tone) {
    ToggleButton button = buttons.get(each);
    if (button == null) {
      return;
    }
    String words = "%,d %s".formatted(count, of);
    button.setText(words);
    button.setAccessibleText("Show only " + words);
    Tip.set(button, "Show only " + words);
    button.getStyleClass().remove(tones.getOrDefault(each, ""));
    String now = count > 0 ? tone : "quiet";
    tones.put(each, now);
    button.getStyleClass().add(now);
    button.setSelected(each.equals(only.get()));
    button.setDisable(count == 0 && !button.isSelected());
  }

  /** Whether a count is there at all; one that is pressed is. */
  public void appear(E each, boolean there) {
    ToggleButton button = buttons.get(each);
    if (button != null) {
      button.setVisible(there || button.isSelected());
    }
  }
}
