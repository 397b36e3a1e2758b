package dev.zonewright.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Whether standard output is a terminal, whatever standard input is: Java's own console answers for
 * both together, and a review may well read from a pipe.
 */
public final class StandardOutput {
  private static final int TYPE = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;

  private StandardOutput() {}

  /** True where a person reads along; false for files, pipes and what cannot be told. */
  public static boolean isTerminal() {
    return Files.exists(Path.of("/proc/self/fd"))
        ? isTerminal(Path.of("/proc/self/fd/1"))
        : isDevice(Path.of("/dev/fd/1"), Path.of("/dev/null"));
  }

  /**
   * Whether an open file is a pipe or a socket, by its number: what cannot be written there has no
   * reader any more. False where that cannot be told.
   */
  public static boolean isPipe(int number) {
    try {
      String kind = Files.readSymbolicLink(Path.of("/proc/self/fd/" + number)).toString();
      return kind.startsWith("pipe:") || kind.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }

  /**
   * Whether a link of Linux to an open file leads to a terminal; the device need not be visible.
   */
  static boolean isTerminal(Path link) {
    try {
      String device = Files.readSymbolicLink(link).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }

  /** Other systems of the Unix kind show the open file itself: a device, but not the empty one. */
  private static boolean isDevice(Path open, Path nothing) {
    try {
      int mode = (Integer) Objects.requireNonNull(Files.getAttribute(open, "unix:mode"));
      return (mode & TYPE) == CHARACTER_DEVICE
          && !Objects.equals(
              Files.getAttribute(open, "unix:rdev"), Files.getAttribute(nothing, "unix:rdev"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return false;
    }
  }
}
