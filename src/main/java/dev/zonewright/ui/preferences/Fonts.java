package dev.zonewright.ui.preferences;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The fonts that come with the program, so that it looks alike on every system: Inter for words,
 * JetBrains Mono for texts. Where one cannot be loaded, the toolkit takes one of the system's.
 */
final class Fonts {
  private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
  static final List<String> FILES =
      List.of(
          "inter/Inter-Regular.otf",
          "inter/Inter-Bold.otf",
          "inter/Inter-Italic.otf",
          "jetbrains_mono/JetBrainsMono-Regular.ttf",
          "jetbrains_mono/JetBrainsMono-Bold.ttf",
          "jetbrains_mono/JetBrainsMono-Italic.ttf");
  private static final double ANY_SIZE = 13;

  private Fonts() {}

  // loaded once for all windows: the first use of this class is the first window
  private static final class Loaded {
    static final boolean ALL = FILES.stream().allMatch(Fonts::load);

    private Loaded() {}
  }

  /** Loads them, where that has not been done; whether all are there. */
  static boolean load() {
    return Loaded.ALL;
  }

  private static boolean load(String file) {
    try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
      return in != null && Font.loadFont(in, ANY_SIZE) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
