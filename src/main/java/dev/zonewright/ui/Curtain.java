package dev.zonewright.ui;

import java.util.concurrent.Executor;
import javafx.scene.layout.Region;

/**
 * Lets a list or table that fills for the first time grow from its top over several frames. Each
 * row that can be seen, filled or not, needs cells with skins and styles, which for all rows at
 * once would keep the window from answering; later rows are shown in the cells of these.
 */
public final class Curtain {
  private final Region list;
  private final double step;
  private final Executor frames;
  private boolean open;

  /**
   * A list that is to be empty at first.
   *
   * @param step how much it grows in a frame, in pixels
   * @param frames runs a task with the next frame
   */
  public Curtain(Region list, double step, Executor frames) {
    this.list = list;
    this.step = step;
    this.frames = frames;
  }

  /** The first rows are there; what is open already stays as it is. */
  public void open(Runnable opened) {
    if (open) {
      opened.run();
    } else {
      open = true;
      grow(step, opened);
    }
  }

  private void grow(double to, Runnable opened) {
    if (to < list.getParent().getLayoutBounds().getHeight()) {
      list.setMaxHeight(to);
      frames.execute(() -> grow(to + step, opened));
    } else {
      list.setMaxHeight(Region.USE_COMPUTED_SIZE);
      opened.run();
    }
  }
}
