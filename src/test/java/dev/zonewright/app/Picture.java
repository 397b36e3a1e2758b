package dev.zonewright.app;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture of a window with what lies over it: menus, pop-ups and dialogs. */
final class Picture {
  private Picture() {}

  static void write(Stage stage, Path file) {
    BufferedImage whole =
        new BufferedImage(
            (int) stage.getScene().getWidth(),
            (int) stage.getScene().getHeight(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = whole.createGraphics();
    double left = stage.getX() + stage.getScene().getX();
    double top = stage.getY() + stage.getScene().getY();
    for (Window window : Window.getWindows()) {
      if (window.isShowing() && window.getScene() != null) {
        int x = (int) Math.round(window.getX() + window.getScene().getX() - left);
        int y = (int) Math.round(window.getY() + window.getScene().getY() - top);
        pen.drawImage(pixels(window), x, y, null);
      }
    }
    pen.dispose();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      writeSmall(Palette.reduced(whole), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The manual in each package has these pictures. */
  private static void writeSmall(BufferedImage image, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam smallest = writer.getDefaultWriteParam();
    smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    smallest.setCompressionQuality(0);
    // what is longer there would stay at the end
    Files.deleteIfExists(file);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), smallest);
    } finally {
      writer.dispose();
    }
  }

  private static BufferedImage pixels(Window window) {
    SnapshotParameters around = new SnapshotParameters();
    around.setFill(Color.TRANSPARENT);
    around.setViewport(
        new Rectangle2D(0, 0, window.getScene().getWidth(), window.getScene().getHeight()));
    WritableImage image = window.getScene().getRoot().snapshot(around, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    out.setRGB(0, 0, width, height, pixels, 0, width);
    return out;
  }
}
