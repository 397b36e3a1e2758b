package dev.zonewright.workspace;

import dev.zonewright.text.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a file beside its target and then moves it over the target. */
final class AtomicSave {
  private AtomicSave() {}

  /**
   * Saves.
   *
   * @param target a regular file, no link
   * @param now its bytes
   */
  static SaveOutcome over(Path target, byte[] now, OpenedFile file, String newText) {
    if (!isWhole(newText)) {
      return broken();
    }
    SourceText source = file.source().withText(newText);
    byte[] next = source.encode();
    OpenedFile saved = new OpenedFile(file.path(), file.name(), source, FileStamps.of(next));
    return Arrays.equals(now, next) ? new SaveOutcome.Saved(saved) : replace(target, next, saved);
  }

  /** Writes a file that is new, or that may be replaced whatever it holds. */
  static SaveOutcome anew(Path path, SourceText source) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(path)) {
      return new SaveOutcome.Failed("there is a folder of that name", "Choose another name.");
    }
    if (!isWhole(source.text())) {
      return broken();
    }
    byte[] content = source.encode();
    OpenedFile saved = new OpenedFile(path, OpenRun.nameOf(path), source, FileStamps.of(content));
    // made with the permissions that the person's new files have
    Path temporary = folder.resolve(".zonewright-" + UUID.randomUUID() + ".tmp");
    try {
      if (Files.exists(path)) {
        return replace(path.toRealPath(), content, saved);
      }
      Files.createFile(temporary);
      write(temporary, content);
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
      return new SaveOutcome.Saved(saved);
    } catch (IOException e) {
      remove(temporary);
      return FileTrouble.writing(folder, e);
    }
  }

  private static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static SaveOutcome broken() {
    return new SaveOutcome.Failed(
        "the text holds half of a character pair, which no file can hold",
        "Remove the broken character, then save again.");
  }

  private static SaveOutcome replace(Path target, byte[] next, OpenedFile saved) {
    if (isReadOnly(target)) {
      return new SaveOutcome.Failed(
          "the file is read-only", "Make it writable, or save a copy elsewhere.");
    }
    Path folder = target.getParent() == null ? Path.of(".") : target.getParent();
    Path temporary = null;
    try {
      temporary = Files.createTempFile(folder, ".zonewright-", ".tmp");
      write(temporary, next);
      keepOwnership(target, temporary);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      return new SaveOutcome.Saved(saved);
    } catch (IOException e) {
      remove(temporary);
      return FileTrouble.writing(folder, e);
    }
  }

  private static void write(Path path, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      // a crash after the move must not leave an empty file
      channel.force(true);
    }
  }

  /** Root may write anything, but a file without any write permission is meant to stay. */
  private static boolean isReadOnly(Path target) {
    try {
      PosixFileAttributeView view =
          Files.getFileAttributeView(target, PosixFileAttributeView.class);
      if (view != null) {
        Set<PosixFilePermission> may = view.readAttributes().permissions();
        if (!may.contains(PosixFilePermission.OWNER_WRITE)
            && !may.contains(PosixFilePermission.GROUP_WRITE)
            && !may.contains(PosixFilePermission.OTHERS_WRITE)) {
          return true;
        }
      }
    } catch (IOException _) {
      return true;
    }
    return !Files.isWritable(target);
  }

  private static void keepOwnership(Path from, Path to) throws IOException {
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (target == null) {
      return;
    }
    PosixFileAttributes is = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes made = target.readAttributes();
    if (!is.group().equals(made.group())) {
      try {
        target.setGroup(is.group());
      } catch (IOException _) {
        throw new FileSystemException(
            from.toString(), null, "its group cannot be kept, and another group could read it");
      }
    }
    if (!is.owner().equals(made.owner())) {
      try {
        target.setOwner(is.owner());
      } catch (IOException _) {
        // only the administrator gives files away; whoever writes a file may as well own it
      }
    }
    // last, for a change of owner may clear bits
    target.setPermissions(is.permissions());
  }

  private static void remove(@Nullable Path temporary) {
    if (temporary == null) {
      return;
    }
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException _) {
      // it is empty of meaning, and its name says whose it is
    }
  }
}
