package dev.zonewright.ui.preferences;

import dev.zonewright.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.SplitPane;

/** Where the dividers between panels stand: put there at first, and remembered when moved. */
public final class Dividers {
  private final Preferences preferences;
  private final List<Runnable> usual = new ArrayList<>();

  public Dividers(Preferences preferences) {
    this.preferences = preferences;
  }

  /** A divider at a share of the whole. */
  public void share(SplitPane pane, String name, double usually) {
    place(pane, 0, remembered(name).orElse(usually));
    usual.add(() -> place(pane, 0, usually));
    pane.getDividers()
        .getFirst()
        .positionProperty()
        .addListener((_, _, now) -> moved(pane, name, now.doubleValue()));
  }

  /** The dividers of the outer columns, whose widths in pixels are kept when the window grows. */
  public void sides(SplitPane pane, double left, double right) {
    pane.widthProperty()
        .subscribe(width -> {
          if (width.doubleValue() > 0 && pane.getProperties().put("placed", true) == null) {
            place(
                pane,
                width.doubleValue(),
                remembered("left").orElse(sized(left)),
                remembered("right").orElse(sized(right)));
            follow(pane);
          }
        });
    usual.add(() -> place(pane, pane.getWidth(), sized(left), sized(right)));
  }

  // larger letters need more room beside the editor
  private double sized(double pixels) {
    double factor = (double) preferences.now().fontSize() / Settings.USUAL_FONT;
    return pixels * Math.sqrt(Math.max(1, factor));
  }

  private void follow(SplitPane pane) {
    pane.getDividers()
        .getFirst()
        .positionProperty()
        .addListener((_, _, now) -> moved(pane, "left", now.doubleValue() * pane.getWidth()));
    pane.getDividers()
        .getLast()
        .positionProperty()
        .addListener(
            (_, _, now) -> moved(pane, "right", (1 - now.doubleValue()) * pane.getWidth()));
  }

  private static void place(SplitPane pane, double width, double left, double right) {
    pane.setDividerPositions(left / width, 1 - right / width);
  }

  private static void place(SplitPane pane, int divider, double position) {
    pane.setDividerPosition(divider, position);
  }

  /** Puts all dividers where they usually are. */
  public void reset() {
    usual.forEach(Runnable::run);
    preferences.change(s -> s.withoutDividers());
  }

  private OptionalDouble remembered(String name) {
    Double position = preferences.now().dividers().get(name);
    return position == null ? OptionalDouble.empty() : OptionalDouble.of(position);
  }

  // only where a hand moves it: a window that is being laid out moves its dividers, too
  private void moved(SplitPane pane, String name, double position) {
    boolean byHand =
        pane.lookupAll(".split-pane-divider").stream().anyMatch(divider -> divider.isPressed());
    if (byHand) {
      preferences.change(s -> s.withDivider(name, position));
    }
  }
}
