package dev.zonewright.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that saving makes beside its target, and what a killed process left of them. */
final class Leftovers {
  private static final Pattern NAME = Pattern.compile("\\.zonewright-(?:(\\d{1,18})-)?.*\\.tmp");

  /** A number of a process may be that of another by now, or come from another machine. */
  private static final Duration OLD = Duration.ofDays(1);

  private Leftovers() {}

  /** A name that nothing has yet; it says which process it belongs to. */
  static Path fresh(Path folder) {
    long process = ProcessHandle.current().pid();
    return folder.resolve(".zonewright-" + process + "-" + UUID.randomUUID() + ".tmp");
  }

  /** Removes what processes left in a folder that are gone; what cannot be removed stays. */
  static void clear(Path folder) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ".zonewright-*.tmp")) {
      for (Path file : found) {
        if (isLeft(file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | RuntimeException _) {
      // a folder that cannot be listed may still be written to
    }
  }

  private static boolean isLeft(Path file) throws IOException {
    BasicFileAttributes is =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (!is.isRegularFile() || !name.matches()) {
      return false;
    }
    boolean old = is.lastModifiedTime().toInstant().isBefore(Instant.now().minus(OLD));
    return old
        || (name.group(1) != null && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty());
  }
}
