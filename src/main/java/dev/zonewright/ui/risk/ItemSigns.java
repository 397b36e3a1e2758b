package dev.zonewright.ui.risk;

import dev.zonewright.checklist.ItemState;
import dev.zonewright.ui.Widgets;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The marks by which states of checklist items are told apart without colour. */
public final class ItemSigns {
  private ItemSigns() {}

  public static FontIcon of(ItemState state) {
    FontIcon icon =
        Widgets.icon(
            switch (state) {
              case SATISFIED -> Feather.CHECK;
              case ATTESTED -> Feather.USER_CHECK;
              case VIOLATED -> Feather.X;
              case UNDETERMINED -> Feather.HELP_CIRCLE;
            });
    icon.getStyleClass().addAll("item-sign", tone(state));
    return icon;
  }

  /** The style class of a state's colours. */
  public static String tone(ItemState state) {
    return switch (state) {
      case SATISFIED -> "good";
      case ATTESTED -> "attested";
      case VIOLATED -> "bad";
      case UNDETERMINED -> "faint";
    };
  }
}
