package dev.zonewright.workspace;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Waits for something to change in folders. What it was is for others to find out: the system tells
 * of changes late, twice, or not at all, so that this is only ever a hint to look.
 */
public final class FolderWatch implements AutoCloseable {
  /** Systems watch only so many folders for one person. */
  private static final int MOST_FOLDERS = 256;

  private final WatchService service;
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  public FolderWatch() throws IOException {
    service = FileSystems.getDefault().newWatchService();
  }

  /** Watches a file's folder from now on, where the system can; blocks shortly. */
  public void follow(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || folders.size() >= MOST_FOLDERS || !folders.add(folder)) {
      return;
    }
    try {
      folder.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_DELETE,
          StandardWatchEventKinds.ENTRY_MODIFY);
    } catch (IOException | ClosedWatchServiceException _) {
      // changes there are found when the window gets the focus
    }
  }

  /** Blocks until something changed; false once the watch is closed. */
  public boolean await() {
    try {
      WatchKey key = service.take();
      key.pollEvents();
      key.reset();
      return true;
    } catch (ClosedWatchServiceException | InterruptedException _) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
