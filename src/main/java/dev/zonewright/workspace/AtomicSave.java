package dev.zonewright.workspace;

import dev.zonewright.text.SourceText;
import dev.zonewright.workspace.exchange.Exchange;
import dev.zonewright.workspace.exchange.SystemSwap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Writes a file beside its target and then moves it over the target. */
final class AtomicSave {
  private static final Exchange EXCHANGE = new Exchange(new SystemSwap());

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
    return Arrays.equals(now, next)
        ? new SaveOutcome.Saved(saved)
        : replace(target, next, saved, Optional.of(now));
  }

  /** Writes a file that is new, or that may be replaced whatever it holds. */
  static SaveOutcome anew(Path path, SourceText source) {
    return isWhole(source.text()) ? anew(path, source.encode(), source) : broken();
  }

  /**
   * The same for bytes.
   *
   * @param source what the outcome tells of the file
   */
  static SaveOutcome anew(Path path, byte[] content, SourceText source) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(path)) {
      return new SaveOutcome.Failed("there is a folder of that name", "Choose another name.");
    }
    // a device has no end to be read, and is not to be replaced by a file
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      return new SaveOutcome.Failed(
          "there is a device or a pipe of that name", "Choose the name of a file.");
    }
    if (!Files.exists(folder)) {
      return new SaveOutcome.Failed(
          "there is no folder " + path.getParent(), "Create it, or choose another place.");
    }
    OpenedFile saved = new OpenedFile(path, OpenRun.nameOf(path), source, FileStamps.of(content));
    // made with the permissions that the person's new files have
    Path temporary = Leftovers.fresh(folder);
    try {
      if (Files.exists(path)) {
        return replace(path.toRealPath(), content, saved, Optional.empty());
      }
      Leftovers.clear(folder);
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
        "the text contains half of a character pair, which cannot be written to a file",
        "Remove the broken character, then save again.");
  }

  /**
   * Puts new bytes in the place of a file.
   *
   * @param known what the file must still hold; empty when it may hold anything
   */
  private static SaveOutcome replace(
      Path target, byte[] next, OpenedFile saved, Optional<byte[]> known) {
    if (isReadOnly(target)) {
      return new SaveOutcome.Failed(
          "the file is read-only", "Make it writable, or save a copy elsewhere.");
    }
    Path folder = target.getParent() == null ? Path.of(".") : target.getParent();
    Path temporary = Leftovers.fresh(folder);
    Path before = Leftovers.fresh(folder);
    try {
      Leftovers.clear(folder);
      // a copy brings along what the program need not understand, such as lists of access rights
      Files.copy(target, temporary, StandardCopyOption.COPY_ATTRIBUTES);
      write(temporary, next);
      Optional<String> lost = FileTraits.keep(target, temporary);
      if (lost.isPresent()) {
        return new SaveOutcome.Failed(
            lost.get() + " cannot be kept, so it is not written",
            "Save a copy elsewhere, or save as the owner of the file.");
      }
      return exchange(target, temporary, before, known)
          ? new SaveOutcome.Saved(saved)
          : new SaveOutcome.ChangedOnDisk(
              "the file was written by someone else while it was being saved");
    } catch (IOException e) {
      return FileTrouble.writing(folder, e);
    } finally {
      remove(temporary);
      remove(before);
    }
  }

  /** Moves the new file over the old one, unless that is no longer the known one. */
  private static boolean exchange(Path target, Path temporary, Path before, Optional<byte[]> known)
      throws IOException {
    if (known.isPresent()) {
      return EXCHANGE.of(target, temporary, before, known.get());
    }
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private static void write(Path path, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      // a crash after the move must not leave an empty file
      channel.force(true);
    }
  }

  /** Root may write anything, but a file without any write permission is meant to stay. */
  static boolean isReadOnly(Path target) {
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

  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException _) {
      // it is empty of meaning, and its name says whose it is
    }
  }
}
