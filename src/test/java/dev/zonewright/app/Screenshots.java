package dev.zonewright.app;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.ui.shell.Theme;
import dev.zonewright.ui.status.StatusModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Makes the pictures of the README: opens manifests in a window of 1440 by 900 that nobody sees,
 * chooses a finding, and writes what it looks like in both themes.
 *
 * <p>Arguments: the folder for the pictures, width, height, the manifests.
 */
public final class Screenshots {
  private static final Duration SETTLE = Duration.millis(700);

  private Screenshots() {}

  /** Runs the tool. */
  public static void main(String[] args) {
    Application.launch(Tool.class, args);
  }

  /** Apart from the main class, which must be none of JavaFX's own kind. */
  public static final class Tool extends Application {
    @Override
    public void start(Stage stage) {
      photograph(stage, getParameters().getRaw());
    }
  }

  private static void photograph(Stage stage, List<String> args) {
    ShellModel model = Window.show(stage, BackgroundRunner.live());
    stage.setWidth(Integer.parseInt(args.get(1)));
    stage.setHeight(Integer.parseInt(args.get(2)));
    model.open(args.subList(3, args.size()).stream().map(Path::of).toList());
    model
        .status()
        .workProperty()
        .addListener((_, _, now) -> {
          if (now == StatusModel.Work.DONE
              && stage.getProperties().putIfAbsent("seen", true) == null) {
            later(() -> choose(stage, model, Path.of(args.getFirst())));
          }
        });
  }

  private static void choose(Stage stage, ShellModel model, Path folder) {
    model.analysisProperty().get().findings().stream()
        .filter(f -> f.finding().control().id().equals("privileged-container"))
        .findFirst()
        .ifPresent(model::choose);
    later(() -> {
      write(stage, folder.resolve("window-light.png"));
      model.themeProperty().set(Theme.DARK);
      later(() -> {
        write(stage, folder.resolve("window-dark.png"));
        Platform.exit();
      });
    });
  }

  // a picture is of what has been laid out and painted, which takes some pulses
  private static void later(Runnable then) {
    new Timeline(new KeyFrame(SETTLE, _ -> then.run())).play();
  }

  private static void write(Stage stage, Path file) {
    WritableImage image = stage.getScene().snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    out.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(out, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
