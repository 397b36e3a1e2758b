package dev.zonewright.ui.preferences;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.zonewright.settings.Settings;
import dev.zonewright.ui.PopupTheme;
import dev.zonewright.ui.TextScale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/** Dresses a scene, and dresses it anew when the theme or the size of the text changes. */
public final class Themes {
  private static final String FOLDER = "/dev/zonewright/ui/";

  /** Imports the others, so that the toolkit has one sheet to go through for each node. */
  private static final String ALL = "zonewright.css";

  private static final List<String> SHEETS =
      List.of(
          "window.css",
          "panes.css",
          "editor.css",
          "fix.css",
          "palette.css",
          "shell.css",
          "review.css",
          "colors-light.css",
          "colors-dark.css",
          "colors-contrast.css");

  private Themes() {}

  public static void wear(Scene scene, ObservableValue<Theme> theme) {
    Fonts.load();
    scene.getStylesheets().setAll(url(ALL));
    theme.addListener((_, _, now) -> put(scene, now));
    put(scene, theme.getValue());
  }

  /** Gives the text its size, in the whole window. */
  public static void size(Scene scene, ObservableValue<Settings> settings) {
    settings.addListener((_, before, now) -> {
      if (before.fontSize() != now.fontSize()) {
        size(scene, now.fontSize());
      }
    });
    if (settings.getValue().fontSize() != Settings.USUAL_FONT) {
      size(scene, settings.getValue().fontSize());
    }
  }

  private static void size(Scene scene, int pixels) {
    double factor = (double) pixels / Settings.USUAL_FONT;
    scene.getStylesheets().setAll(factor == 1 ? url(ALL) : SizedSheet.location(whole(), factor));
    TextScale.of(scene).set(factor);
  }

  /** The rules of all sheets in their order. */
  private static String whole() {
    return SHEETS.stream().map(Themes::content).collect(Collectors.joining("\n"));
  }

  private static String content(String sheet) {
    try (InputStream in =
        Objects.requireNonNull(Themes.class.getResourceAsStream(FOLDER + sheet))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes the look of a theme before there is a control: the first control would have the toolkit
   * read its own look, which nothing shows, in a twentieth of the time until the window is there.
   */
  public static void takeLook(Theme theme) {
    Application.setUserAgentStylesheet(
        switch (theme) {
          case LIGHT -> new PrimerLight().getUserAgentStylesheet();
          case DARK, HIGH_CONTRAST -> new PrimerDark().getUserAgentStylesheet();
        });
  }

  /** Gives a scene the colour of a theme behind everything, which needs no sheet to be read. */
  public static void ground(Scene scene, Theme theme) {
    scene.setFill(theme.ground());
  }

  private static void put(Scene scene, Theme theme) {
    takeLook(theme);
    ground(scene, theme);
    List<String> classes = new ArrayList<>(scene.getRoot().getStyleClass());
    Arrays.stream(Theme.values()).map(Theme::styleClass).forEach(classes::remove);
    classes.add(theme.styleClass());
    // in one step: a menu that shows just then would find no colours, and the terminal say so
    scene.getRoot().getStyleClass().setAll(classes);
    PopupTheme.mark(scene.getRoot().getStyleClass());
  }

  private static String url(String sheet) {
    return Objects.requireNonNull(Themes.class.getResource(FOLDER + sheet), () -> "no " + sheet)
        .toExternalForm();
  }
}
