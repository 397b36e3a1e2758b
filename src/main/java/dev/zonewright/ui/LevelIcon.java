package dev.zonewright.ui;

import dev.zonewright.risk.ResidualLevel;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/**
 * The shields by which residual levels are told apart without colour: crossed, half, ticked, dashed
 * with a question mark.
 */
public final class LevelIcon {
  private static final String SHIELD =
      "M6 0.7 L11.3 2.5 V6.6 C11.3 9.8 9 12.2 6 13.3 C3 12.2 0.7 9.8 0.7 6.6 V2.5 Z";
  private static final String HALF = "M6 0.7 L0.7 2.5 V6.6 C0.7 9.8 3 12.2 6 13.3 Z";
  private static final String CROSS = "M4 4.6 L8 8.6 M8 4.6 L4 8.6";
  private static final String TICK = "M3.6 6.7 L5.4 8.5 L8.5 5";
  private static final String QUESTION =
      "M4.5 5.2 C4.5 3.4 7.5 3.4 7.5 5.2 C7.5 6.4 6 6.3 6 7.6 M6 9 V9.7";

  private LevelIcon() {}

  /** A shield of twelve by fourteen; its colours come from its style classes. */
  public static Node of(ResidualLevel level) {
    Group icon =
        switch (level) {
          case OPEN -> new Group(path(SHIELD, "outline"), path(CROSS, "mark"));
          case REDUCED -> new Group(path(SHIELD, "outline"), path(HALF, "filled"));
          case CONTROLLED -> new Group(path(SHIELD, "outline", "filled"), path(TICK, "on-filled"));
          case UNDETERMINED, NOT_ASSESSED ->
              new Group(path(SHIELD, "outline", "dashed"), path(QUESTION, "mark"));
        };
    icon.getStyleClass().addAll("level-icon", tone(level));
    return icon;
  }

  /** The style class of a level's colours. */
  public static String tone(ResidualLevel level) {
    return switch (level) {
      case OPEN -> "bad";
      case REDUCED -> "warn";
      case CONTROLLED -> "good";
      case UNDETERMINED, NOT_ASSESSED -> "quiet";
    };
  }

  private static SVGPath path(String content, String... styles) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    path.getStyleClass().add("level-shape");
    path.getStyleClass().addAll(styles);
    return path;
  }
}
