package dev.zonewright.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that only their owner may read: settings say what was opened, and texts may hold secrets.
 */
final class PrivateFiles {
  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /**
   * Makes a folder, and those above it, where they are not there yet; one that is there is closed
   * to others.
   *
   * @throws IOException also when it cannot be closed to others
   */
  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, only("rwx------"));
      return;
    }
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> own = EnumSet.copyOf(OWNERS);
    Set<PosixFilePermission> may = view.readAttributes().permissions();
    if (!own.containsAll(may)) {
      own.retainAll(may);
      try {
        view.setPermissions(own);
      } catch (IOException e) {
        throw new IOException(
            "other users may be able to read %s, and that cannot be changed".formatted(folder), e);
      }
    }
  }

  /** Writes a file in one step: whoever reads it sees the old content or the new. */
  static void write(Path file, byte[] content) throws IOException {
    folder(folderOf(file));
    // a link stays a link: the person may keep the settings elsewhere
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
    Path temporary = HalfWritten.fresh(folderOf(target), only("rw-------"));
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of(".") : folder;
  }

  /** Removes a folder with the files in it; what cannot be removed stays. */
  static void remove(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException | UncheckedIOException _) {
      // it is looked at again at the next start
    }
  }

  /** The reason of a failure, in words that can follow “because”. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "you have no permission there";
    }
    String words = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return words == null || words.isBlank() ? e.getClass().getSimpleName() : words;
  }

  static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static FileAttribute<?>[] only(String permissions) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
