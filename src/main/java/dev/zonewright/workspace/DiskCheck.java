package dev.zonewright.workspace;

import dev.zonewright.text.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which files are no longer what they were when they were read. A file is read again only
 * when its size or its time has changed since the last look. Blocks.
 */
public final class DiskCheck {
  private final ManifestStore store;
  private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

  public DiskCheck(ManifestStore store) {
    this.store = store;
  }

  /** How a file differs from what was read. */
  public sealed interface Change {
    OpenedFile was();

    /** It has another content. */
    record Rewritten(OpenedFile was, OpenedFile now) implements Change {}

    /** It is no longer there. */
    record Gone(OpenedFile was) implements Change {}

    /** What is there now cannot be read, at least not just now. */
    record Spoiled(OpenedFile was, String what) implements Change {}
  }

  private record Seen(FileStamp stamp, long size, FileTime time) {}

  /** The changed ones among these files. */
  public List<Change> changed(List<OpenedFile> files) {
    List<Change> out = new ArrayList<>();
    files.forEach(file -> change(file).ifPresent(out::add));
    return out;
  }

  private Optional<Change> change(OpenedFile file) {
    try {
      BasicFileAttributes is = Files.readAttributes(file.path(), BasicFileAttributes.class);
      if (!is.isRegularFile()) {
        return Optional.of(new Change.Spoiled(file, "it is no regular file"));
      }
      Seen now = new Seen(file.stamp(), is.size(), is.lastModifiedTime());
      if (now.equals(seen.get(file.path()))) {
        return Optional.empty();
      }
      Last read = last(file.path());
      if (read.opened == null) {
        return Optional.of(new Change.Spoiled(file, read.trouble));
      }
      OpenedFile same = renamed(read.opened, file);
      if (same.stamp().equals(file.stamp())) {
        seen.put(file.path(), now);
        return Optional.empty();
      }
      return Optional.of(new Change.Rewritten(file, same));
    } catch (NoSuchFileException _) {
      return Optional.of(new Change.Gone(file));
    } catch (IOException e) {
      return Optional.of(new Change.Spoiled(file, FileTrouble.reading(file.path(), e).what()));
    }
  }

  /** A file as it is on disk now; empty when it cannot be read. */
  public Optional<OpenedFile> read(Path path) {
    return Optional.ofNullable(last(path).opened);
  }

  private Last last(Path path) {
    Last last = new Last();
    store.open(List.of(path), last, () -> false);
    return last;
  }

  /** The same file as it is on disk now, under the name that it has. */
  public Optional<OpenedFile> again(OpenedFile file) {
    return read(file.path()).map(now -> renamed(now, file));
  }

  private static OpenedFile renamed(OpenedFile now, OpenedFile file) {
    return new OpenedFile(file.path(), file.name(), now.source(), now.stamp());
  }

  /** Whether anything is there under the file's path. */
  public boolean isThere(OpenedFile file) {
    return Files.exists(file.path());
  }

  private static final class Last implements OpenListener {
    private @Nullable OpenedFile opened;
    private String trouble = "";

    @Override
    public void opened(OpenedFile file) {
      opened = file;
    }

    @Override
    public void unreadable(Unreadable file) {
      trouble = file.what();
    }
  }
}
