package dev.zonewright.ui.editor.paint;

import javafx.application.Platform;
import javafx.scene.Node;

/**
 * Paints lines before a layout, never in the middle of one. Which lines are in view is known only
 * after it, so the next pulse looks again.
 */
public final class PaintPulse {
  private static final int PULSES_UNTIL_LAID_OUT = 2;

  private final Runnable paint;
  private int left;

  /** Paints with the pulses of the scene that a node is in. */
  public PaintPulse(Node node, Runnable paint) {
    this.paint = paint;
    Runnable pulse = this::pulse;
    node.sceneProperty()
        .addListener((_, before, now) -> {
          if (before != null) {
            before.removePreLayoutPulseListener(pulse);
          }
          if (now != null) {
            now.addPreLayoutPulseListener(pulse);
          }
        });
  }

  public void soon() {
    left = PULSES_UNTIL_LAID_OUT;
    Platform.requestNextPulse();
  }

  private void pulse() {
    if (left > 0) {
      left--;
      paint.run();
      if (left > 0) {
        Platform.requestNextPulse();
      }
    }
  }
}
