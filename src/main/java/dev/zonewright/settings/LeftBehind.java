package dev.zonewright.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one window left unsaved when it ended; held by whoever claimed it. */
public final class LeftBehind {
  private final Path folder;
  private final HeldLock lock;
  private final List<Path> read;
  private final List<UnsavedText> texts;
  private final List<Path> damaged;

  private LeftBehind(
      Path folder, HeldLock lock, List<Path> read, List<UnsavedText> texts, List<Path> damaged) {
    this.folder = folder;
    this.lock = lock;
    this.read = read;
    this.texts = texts;
    this.damaged = damaged;
  }

  static LeftBehind in(Path folder, HeldLock lock) {
    // whoever holds the lock is the only one who writes here
    HalfWritten.clearAll(folder);
    List<Path> read = new ArrayList<>();
    List<UnsavedText> texts = new ArrayList<>();
    List<Path> damaged = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Optional<UnsavedText> text = entry(file);
        if (text.isPresent()) {
          read.add(file);
          texts.add(text.get());
        } else if (file.toString().endsWith(".json")) {
          damaged.add(file);
        }
      }
    } catch (IOException | UncheckedIOException _) {
      // what could be read is offered
    }
    texts.sort(Comparator.comparing(UnsavedText::name));
    return new LeftBehind(folder, lock, read, List.copyOf(texts), List.copyOf(damaged));
  }

  private static Optional<UnsavedText> entry(Path file) {
    try {
      return Files.isRegularFile(file)
          ? UnsavedJson.read(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException | OutOfMemoryError _) {
      // one that cannot be read, or is too large to be, does not cost the others
      return Optional.empty();
    }
  }

  public List<UnsavedText> texts() {
    return texts;
  }

  /** Entries that cannot be read, in the order of their names; they stay where they are. */
  public List<Path> damaged() {
    return damaged;
  }

  /** Throws away the texts that were offered, and nothing else. */
  public void discard() {
    try {
      for (Path file : read) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
      lock.release(true);
    } catch (IOException _) {
      // something stays that could not be offered
      lock.release(false);
    }
  }

  /** Leaves the texts for the next start. */
  public void release() {
    lock.release(false);
  }
}
