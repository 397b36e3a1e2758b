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
    preferences.now().window().ifPresent(place -> put(stage, place));
    stage.setOnHiding(_ -> remember(stage, preferences));
  }

  private static void put(Stage stage, WindowPlace place) {
    // the screen that it stood on may be gone
    boolean seen =
        Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height()).stream()
            .map(Screen::getVisualBounds)
            .anyMatch(
                s -> s.contains(place.x() + place.width() / 2, Math.max(place.y(), s.getMinY())));
    if (seen) {
      stage.setX(place.x());
      stage.setY(place.y());
      stage.setWidth(place.width());
      stage.setHeight(place.height());
    }
    stage.setMaximized(place.maximized());
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
