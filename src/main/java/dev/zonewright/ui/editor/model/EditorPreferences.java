package dev.zonewright.ui.editor.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How texts are shown; all editors of a window share one. */
public final class EditorPreferences {
  /** The size of the font when nothing else is chosen, in pixels. */
  public static final double FONT_SIZE = 13;

  /** The smallest size of the font, in pixels. */
  public static final double LEAST_FONT_SIZE = 8;

  /** The largest size of the font, in pixels. */
  public static final double LARGEST_FONT_SIZE = 40;

  private final BooleanProperty wrap = new SimpleBooleanProperty(this, "wrap");
  private final StringProperty fontFamily = new SimpleStringProperty(this, "fontFamily", "");
  private final DoubleProperty fontSize =
      new SimpleDoubleProperty(this, "fontSize", FONT_SIZE) {
        @Override
        public void set(double size) {
          super.set(
              Double.isFinite(size)
                  ? Math.clamp(size, LEAST_FONT_SIZE, LARGEST_FONT_SIZE)
                  : FONT_SIZE);
        }
      };

  /** Whether long lines go on below instead of to the right. */
  public BooleanProperty wrapProperty() {
    return wrap;
  }

  /** The size of the font in pixels; sizes out of bounds become the nearest that is allowed. */
  public DoubleProperty fontSizeProperty() {
    return fontSize;
  }

  /** The family of the font; empty for the system's font of fixed width. */
  public StringProperty fontFamilyProperty() {
    return fontFamily;
  }

  public void toggleWrap() {
    wrap.set(!wrap.get());
  }

  public void zoomIn() {
    fontSize.set(fontSize.get() + 1);
  }

  public void zoomOut() {
    fontSize.set(fontSize.get() - 1);
  }

  public void zoomReset() {
    fontSize.set(FONT_SIZE);
  }
}
