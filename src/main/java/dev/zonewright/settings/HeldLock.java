package dev.zonewright.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A lock that lasts as long as the process, however that ends; the system takes it back. */
final class HeldLock {
  private final Path file;
  private final FileChannel channel;

  private HeldLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes a lock; empty when a living process has it. */
  static Optional<HeldLock> take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new HeldLock(file, channel));
      }
    } catch (OverlappingFileLockException _) {
      // this process has it
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  void release(boolean andRemove) {
    try {
      channel.close();
      if (andRemove) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // an unheld lock file means nothing
    }
  }
}
