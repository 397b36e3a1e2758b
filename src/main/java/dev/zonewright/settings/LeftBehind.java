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

  private LeftBehind(Path folder, HeldLock lock, List<Path> read, List<UnsavedText> texts) {
    this.folder = folder;
    this.lock = lock;
    this.read = read;
    this.texts = texts;
  }

  static LeftBehind in(Path folder, HeldLock lock) {
    List<Path> read = new ArrayList<>();
    List<UnsavedText> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        entry(file)
            .ifPresent(text -> {
              read.add(file);
              texts.add(text);
            });
      }
    } catch (IOException | UncheckedIOException _) {
      // what could be read is offered
    }
    texts.sort(Comparator.comparing(UnsavedText::name));
    return new LeftBehind(folder, lock, read, List.copyOf(texts));
  }

  private static Optional<UnsavedText> entry(Path file) {
    try {
      return UnsavedJson.read(Files.readAllBytes(file));
    } catch (IOException _) {
      // one that cannot be read does not cost the others
      return Optional.empty();
    }
  }

  public List<UnsavedText> texts() {
    return texts;
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
