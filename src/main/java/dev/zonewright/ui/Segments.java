package dev.zonewright.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A row of buttons of which one is always chosen. */
public final class Segments extends HBox {
  private final Map<Object, ToggleButton> buttons = new HashMap<>();

  /**
   * Builds the row.
   *
   * @param title the words on each button
   * @param id of each button
   */
  public <E> Segments(
      Collection<E> choices,
      Function<E, String> title,
      Function<E, String> id,
      Property<E> chosen) {
    getStyleClass().add("segments");
    setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (E choice : choices) {
      ToggleButton button = new ToggleButton(title.apply(choice));
      button.getStyleClass().add("segment");
      button.setMinWidth(USE_PREF_SIZE);
      Widgets.named(button, id.apply(choice), title.apply(choice));
      button.setToggleGroup(group);
      button.setSelected(choice.equals(chosen.getValue()));
      chosen.addListener((_, _, now) -> button.setSelected(choice.equals(now)));
      // the arrow keys choose without an action; an action would also take the choice back
      button
          .selectedProperty()
          .addListener((_, _, selected) -> {
            if (selected) {
              chosen.setValue(choice);
            }
          });
      button.setOnAction(_ -> button.setSelected(true));
      getChildren().add(button);
      buttons.put(choice, button);
    }
  }

  /** Gives a choice other words. */
  public void say(Object choice, String words) {
    ToggleButton button = buttons.get(choice);
    if (button != null && !button.getText().equals(words)) {
      button.setText(words);
      button.setAccessibleText(words);
    }
  }
}
