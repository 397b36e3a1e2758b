package dev.zonewright.ui.preferences;

import dev.zonewright.settings.Settings;
import dev.zonewright.ui.SidedPane;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;

/** Where the dividers between panels stand: put there at first, and remembered when moved. */
public final class Dividers {
  private final Preferences preferences;
  private final List<Runnable> usual = new ArrayList<>();

  public Dividers(Preferences preferences) {
    this.preferences = preferences;
  }

  /**
   * The divider above the lower part of a window, which goes with the height of the whole until a
   * hand moves it.
   *
   * @param usually the height of the lower part, given that of the whole
   */
  public void below(SplitPane pane, String name, DoubleUnaryOperator usually) {
    Runnable usual =
        () -> {
          double whole = pane.getHeight();
          if (whole > 0) {
            pane.setDividerPosition(0, 1 - usually.applyAsDouble(whole) / whole);
          }
        };
    remembered(name).ifPresent(at -> pane.setDividerPosition(0, at));
    this.usual.add(usual);
    pane.heightProperty()
        .addListener((_, _, _) -> {
          if (remembered(name).isEmpty()) {
            afterLayout(pane, usual);
          }
        });
    pane.getDividers()
        .getFirst()
        .positionProperty()
        .addListener((_, _, now) -> moved(pane, name, now.doubleValue()));
  }

  // the pane gives new room to its parts first, and would take back what is set meanwhile
  private static void afterLayout(SplitPane pane, Runnable then) {
    Scene scene = pane.getScene();
    if (scene != null) {
      scene.addPostLayoutPulseListener(
          new Runnable() {
            @Override
            public void run() {
              scene.removePostLayoutPulseListener(this);
              then.run();
            }
          });
    }
  }

  /** The width of a panel at the side of something. */
  public void side(SidedPane pane, String name, double usually) {
    remembered(name).ifPresentOrElse(pane::setByHand, () -> pane.setUsual(sized(usually)));
    pane.onSized(width -> preferences.change(s -> s.withDivider(name, width)));
    usual.add(() -> pane.setUsual(sized(usually)));
    preferences
        .settingsProperty()
        .addListener((_, before, now) -> {
          if (before.fontSize() != now.fontSize() && remembered(name).isEmpty()) {
            pane.setUsual(sized(usually));
          }
        });
  }

  // larger letters need more room beside the editor
  private double sized(double pixels) {
    double factor = (double) preferences.now().fontSize() / Settings.USUAL_FONT;
    return pixels * Math.sqrt(Math.max(1, factor));
  }

  /** Puts all dividers where they usually are. */
  public void reset() {
    preferences.change(s -> s.withoutDividers());
    usual.forEach(Runnable::run);
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
