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
    pane.setDividerPosition(0, remembered(name).orElse(usually));
    usual.add(() -> pane.setDividerPosition(0, usually));
    pane.getDividers()
        .getFirst()
        .positionProperty()
        .addListener((_, _, now) -> moved(pane, name, now.doubleValue()));
  }

  /** A divider whose first side keeps its width in pixels when the window grows. */
  public void first(SplitPane pane, String name, double pixels) {
    side(pane, name, pixels, true);
  }

  /** A divider whose last side keeps its width in pixels when the window grows. */
  public void last(SplitPane pane, String name, double pixels) {
    side(pane, name, pixels, false);
  }

  private void side(SplitPane pane, String name, double pixels, boolean first) {
    pane.widthProperty()
        .subscribe(width -> {
          if (width.doubleValue() > 0 && pane.getProperties().put("placed", true) == null) {
            place(pane, remembered(name).orElse(sized(pixels)), first);
            pane.getDividers()
                .getFirst()
                .positionProperty()
                .addListener((_, _, now) -> {
                  double share = first ? now.doubleValue() : 1 - now.doubleValue();
                  moved(pane, name, share * pane.getWidth());
                });
          }
        });
    usual.add(() -> place(pane, sized(pixels), first));
  }

  // larger letters need more room beside the editor
  private double sized(double pixels) {
    double factor = (double) preferences.now().fontSize() / Settings.USUAL_FONT;
    return pixels * Math.sqrt(Math.max(1, factor));
  }

  private static void place(SplitPane pane, double pixels, boolean first) {
    double share = pixels / pane.getWidth();
    pane.setDividerPosition(0, first ? share : 1 - share);
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
