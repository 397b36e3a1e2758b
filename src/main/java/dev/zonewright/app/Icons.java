package dev.zonewright.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The icon of the window, in the sizes that systems ask for. */
final class Icons {
  private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

  private Icons() {}

  static void put(Stage stage) {
    SIZES.forEach(size -> stage.getIcons().add(icon(size)));
  }

  private static Image icon(int size) {
    String name = "/dev/zonewright/icon/zonewright-" + size + ".png";
    try (InputStream in = Objects.requireNonNull(Icons.class.getResourceAsStream(name), name)) {
      return new Image(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
