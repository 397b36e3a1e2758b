package dev.zonewright.settings;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that are written before they take their place, and what a killed process left. */
final class HalfWritten {
  // without the process: as earlier versions named them
  private static final Pattern NAME = Pattern.compile("\\.(?:(\\d{1,18})-)?\\d+\\.tmp");

  /** A number of a process may be that of another by now, or be counted on another machine. */
  private static final Duration OLD = Duration.ofDays(1);

  private HalfWritten() {}

  /** A new file; its name says which process it belongs to. */
  static Path fresh(Path folder, FileAttribute<?>... permissions) throws IOException {
    long process = ProcessHandle.current().pid();
    return Files.createTempFile(folder, "." + process + "-", ".tmp", permissions);
  }

  /** Removes those of processes that are gone; what cannot be removed stays. */
  static void clear(Path folder) {
    remove(folder, false);
  }

  /** Removes all of them from a folder into which nobody writes any more. */
  static void clearAll(Path folder) {
    remove(folder, true);
  }

  private static void remove(Path folder, boolean all) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (Path file : found) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        BasicFileAttributes is =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (name.matches() && is.isRegularFile() && (all || isLeft(name, is))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | RuntimeException _) {
      // a folder that cannot be listed may still be written to
    }
  }

  private static boolean isLeft(Matcher name, BasicFileAttributes is) {
    boolean old = is.lastModifiedTime().toInstant().isBefore(Instant.now().minus(OLD));
    boolean gone =
        name.group(1) != null && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    return old || gone;
  }
}
