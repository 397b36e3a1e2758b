package dev.zonewright.settings;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where a second start leaves its files with the window that is there already: a socket in the
 * folder of the settings, which only its owner can reach. No port is opened.
 */
public final class FrontDoor {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A window that holds the lock will answer, however slow its machine is just now. */
  private static final Duration PATIENCE_OF_VISITORS = Duration.ofSeconds(15);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final HeldLock lock;
  private final Path socket;
  private final ServerSocketChannel server;

  private FrontDoor(HeldLock lock, Path socket, ServerSocketChannel server) {
    this.lock = lock;
    this.socket = socket;
    this.server = server;
  }

  /**
   * Becomes the window that others hand their files to; empty when one is there already, or when
   * the system has no such sockets.
   *
   * @param settings the folder of the settings
   */
  public static Optional<FrontDoor> claim(Path settings) {
    try {
      PrivateFiles.folder(settings);
      Optional<HeldLock> lock = HeldLock.take(settings.resolve("window.lock"));
      return lock.isEmpty() ? Optional.empty() : open(lock.get(), socketIn(settings));
    } catch (IOException | UnsupportedOperationException _) {
      return Optional.empty();
    }
  }

  private static Optional<FrontDoor> open(HeldLock lock, Path socket) throws IOException {
    ServerSocketChannel server = null;
    try {
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      // one that a killed window left
      Files.deleteIfExists(socket);
      server.bind(UnixDomainSocketAddress.of(socket));
      return Optional.of(new FrontDoor(lock, socket, server));
    } catch (IOException | UnsupportedOperationException e) {
      if (server != null) {
        server.close();
      }
      lock.release(false);
      throw e;
    }
  }

  /**
   * Hands paths to the window that is there.
   *
   * @param paths absolute; none means that the window should only show itself
   * @return whether it took them
   */
  public static boolean hand(Path settings, List<Path> paths) {
    if (!isHeld(settings)) {
      return false;
    }
    Path socket = socketIn(settings);
    long end = System.nanoTime() + PATIENCE_OF_VISITORS.toNanos();
    do {
      if (Files.exists(socket)) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
          return Visit.leave(channel, paths, PATIENCE_OF_VISITORS);
        } catch (IOException | UnsupportedOperationException _) {
          // the window may be about to open its door
        }
      }
    } while (System.nanoTime() < end && waited());
    return false;
  }

  // a killed window leaves its socket behind, but not its lock
  private static boolean isHeld(Path settings) {
    Path file = settings.resolve("window.lock");
    if (!PrivateFiles.isThere(file)) {
      return false;
    }
    try {
      Optional<HeldLock> lock = HeldLock.take(file);
      lock.ifPresent(l -> l.release(false));
      return lock.isEmpty();
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Answers visits until the door is closed; blocks. Several are answered at once, so that one that
   * says nothing keeps nobody waiting.
   *
   * @param each runs the answer to one visit, beside the others
   * @param visitor called on the threads of {@code each}
   */
  public void serve(Executor each, Consumer<List<Path>> visitor) {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        each.execute(() -> answer(channel, visitor));
      } catch (ClosedChannelException _) {
        return;
      } catch (IOException _) {
        // whoever came went away again
        if (!waited()) {
          return;
        }
      }
    }
  }

  private static void answer(SocketChannel channel, Consumer<List<Path>> visitor) {
    try (channel) {
      Visit.receive(channel, PATIENCE).ifPresent(visitor);
    } catch (IOException | InvalidPathException _) {
      // whoever came went away again, or spoke of nothing that could be a path
    }
  }

  /** Closes the door; the next start gets a window of its own. */
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(socket);
    } catch (IOException _) {
      // the next window clears it away
    }
    lock.release(false);
  }

  private static Path socketIn(Path settings) {
    return settings.resolve("window.sock");
  }

  private static boolean waited() {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }
}
