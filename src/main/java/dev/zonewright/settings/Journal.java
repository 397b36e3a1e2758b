package dev.zonewright.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are not saved, kept where they outlive the process. Each window has a folder of its
 * own below {@code unsaved}, and holds the lock beside it for as long as it lives; a folder whose
 * lock is free was left behind by a window that did not end as it should. Blocks; may be used from
 * several threads.
 */
public final class Journal {
  private final Path all;
  private final String id = UUID.randomUUID().toString();
  private @Nullable HeldLock lock;

  /**
   * A journal of one window; nothing is written before there is a text to keep.
   *
   * @param settings the folder of the settings
   */
  public Journal(Path settings) {
    this.all = settings.resolve("unsaved");
  }

  /**
   * Keeps a text, in place of what was kept under its name.
   *
   * @return a sentence on why that failed; empty when it did not
   */
  public synchronized Optional<String> keep(UnsavedText text) {
    try {
      Path folder = ownFolder();
      PrivateFiles.write(folder.resolve(fileOf(text.name())), UnsavedJson.bytes(text));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "Unsaved texts would not survive a crash: %s cannot be written, because %s. Save often."
              .formatted(all, PrivateFiles.reason(e)));
    } catch (OutOfMemoryError _) {
      return Optional.of(
          "Unsaved texts would not survive a crash: one is too long to be kept in the memory that"
              + " there is. Save often.");
    }
  }

  /** Forgets the text of a name: it is saved, or thrown away. */
  public synchronized void drop(String name) {
    try {
      Files.deleteIfExists(all.resolve(id).resolve(fileOf(name)));
    } catch (IOException _) {
      // it is offered again after a crash, and can be discarded then
    }
  }

  /** Ends the journal as a window does that is closed: nothing is unsaved. */
  public synchronized void end() {
    if (lock != null) {
      PrivateFiles.remove(all.resolve(id));
      lock.release(true);
      lock = null;
    }
  }

  /** Claims what windows left behind that ended otherwise; no other window is offered it. */
  public synchronized List<LeftBehind> leftBehind() {
    List<LeftBehind> found = new ArrayList<>();
    for (Path folder : folders()) {
      try {
        String name = String.valueOf(folder.getFileName());
        HeldLock.take(lockOf(name)).map(l -> LeftBehind.in(folder, l)).ifPresent(found::add);
      } catch (IOException _) {
        // whose it is cannot be told, so it stays where it is
      }
    }
    found.stream().filter(Journal::holdsNothing).forEach(LeftBehind::discard);
    return found.stream().filter(l -> !holdsNothing(l)).toList();
  }

  private static boolean holdsNothing(LeftBehind left) {
    return left.texts().isEmpty() && left.damaged().isEmpty();
  }

  private List<Path> folders() {
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(all)) {
      return entries.filter(Files::isDirectory).filter(f -> !f.endsWith(id)).sorted().toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }

  // the lock comes before the folder, so that nobody takes a new folder for one left behind
  private Path ownFolder() throws IOException {
    if (lock == null) {
      PrivateFiles.folder(all);
      lock = HeldLock.take(lockOf(id)).orElseThrow(() -> new IOException("its lock is taken"));
    }
    return all.resolve(id);
  }

  private Path lockOf(String name) {
    return all.resolve(name + ".lock");
  }

  private static String fileOf(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12) + ".json";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
