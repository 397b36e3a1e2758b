package dev.zonewright.app;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Counts what is painted. */
final class Frames {
  private Frames() {}

  /** Runs a task once, when so many frames of a shown stage have been laid out and handed over. */
  static void after(Stage stage, int frames, Runnable task) {
    Scene scene = stage.getScene();
    Runnable count =
        new Runnable() {
          private int left = frames;

          @Override
          public void run() {
            left--;
            if (left == 0) {
              scene.removePostLayoutPulseListener(this);
              task.run();
            } else {
              // where nothing changes there would be no other
              Platform.requestNextPulse();
            }
          }
        };
    scene.addPostLayoutPulseListener(count);
    Platform.requestNextPulse();
  }
}
