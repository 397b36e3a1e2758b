package dev.zonewright.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/** Dresses a scene, and dresses it anew when the theme changes. */
public final class Themes {
  private static final List<String> SHEETS =
      List.of(
          "window.css",
          "panes.css",
          "editor.css",
          "fix.css",
          "palette.css",
          "colors-light.css",
          "colors-dark.css");

  private Themes() {}

  public static void wear(Scene scene, ObservableValue<Theme> theme) {
    SHEETS.forEach(sheet -> scene.getStylesheets().add(url(sheet)));
    theme.addListener((_, _, now) -> put(scene, now));
    put(scene, theme.getValue());
  }

  private static void put(Scene scene, Theme theme) {
    Application.setUserAgentStylesheet(
        switch (theme) {
          case LIGHT -> new PrimerLight().getUserAgentStylesheet();
          case DARK -> new PrimerDark().getUserAgentStylesheet();
        });
    scene.getRoot().getStyleClass().removeAll("zw-light", "zw-dark");
    scene.getRoot().getStyleClass().add(theme == Theme.LIGHT ? "zw-light" : "zw-dark");
  }

  private static String url(String sheet) {
    return Objects.requireNonNull(
            Themes.class.getResource("/dev/zonewright/ui/" + sheet), () -> "no " + sheet)
        .toExternalForm();
  }
}
