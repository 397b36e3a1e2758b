package dev.zonewright.app;

import dev.zonewright.settings.WindowPlace;
import dev.zonewright.ui.preferences.Preferences;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was, and remembers where it is. */
final class StagePlace {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final int LEAST_WIDTH = 900;
  private static final int LEAST_HEIGHT = 560;

  private StagePlace() {}

  static void restore(Stage stage, Preferences preferences) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    // no larger than what the screen can show
    stage.setWidth(Math.min(WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    // said, not left to the system, which may put the title bar of a high window above the screen
    stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
    stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 3);
    preferences.now().window().ifPresent(place -> put(stage, place));
    stage.setOnHiding(_ -> remember(stage, preferences));
  }

  private static void put(Stage stage, WindowPlace place) {
    // the screen that it stood on may be gone
    Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height()).stream()
        .map(Screen::getVisualBounds)
        .filter(s -> s.contains(place.x() + place.width() / 2, Math.max(place.y(), s.getMinY())))
        .findFirst()
        .map(screen -> within(place, screen))
        .ifPresent(seen -> {
          stage.setX(seen.x());
          stage.setY(seen.y());
          stage.setWidth(seen.width());
          stage.setHeight(seen.height());
        });
    stage.setMaximized(place.maximized());
  }

  /**
   * The place as far as a screen has room for it: its title bar is never above the screen, where
   * nobody could take hold of it, and nothing of it is below or beside.
   */
  static WindowPlace within(WindowPlace place, Rectangle2D screen) {
    double width = Math.min(place.width(), screen.getWidth());
    double height = Math.min(place.height(), screen.getHeight());
    return new WindowPlace(
        Math.clamp(place.x(), screen.getMinX(), screen.getMaxX() - width),
        Math.clamp(place.y(), screen.getMinY(), screen.getMaxY() - height),
        width,
        height,
        place.maximized());
  }

  private static void remember(Stage stage, Preferences preferences) {
    if (stage.isMaximized()) {
      // where it stood before that is still known
      preferences.change(s ->
          s.withWindow(
              s.window()
                  .map(w -> new WindowPlace(w.x(), w.y(), w.width(), w.height(), true))
                  .orElse(new WindowPlace(0, 0, WIDTH, HEIGHT, true))));
    } else if (!stage.isIconified() && Double.isFinite(stage.getX())) {
      preferences.change(s ->
          s.withWindow(
              new WindowPlace(
                  stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false)));
    }
  }
}
