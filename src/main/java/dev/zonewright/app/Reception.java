package dev.zonewright.app;

import dev.zonewright.settings.FrontDoor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes what later starts bring, and keeps it until the window is ready: on a slow machine that may
 * be long after the program began.
 */
final class Reception {
  private final Optional<FrontDoor> door;
  private final List<List<Path>> waiting = new ArrayList<>();
  private Optional<Consumer<List<Path>>> host = Optional.empty();

  private Reception(Optional<FrontDoor> door) {
    this.door = door;
  }

  /**
   * Opens the door; without one nobody comes.
   *
   * @param door what was claimed
   */
  static Reception at(Optional<FrontDoor> door) {
    Reception reception = new Reception(door);
    door.ifPresent(claimed -> {
      Threads.start(
          "zonewright-door",
          () -> claimed.serve(visit -> Thread.ofVirtual().start(visit), reception::visit));
      Runtime.getRuntime().addShutdownHook(new Thread(claimed::close, "zonewright-close-door"));
    });
    return reception;
  }

  private synchronized void visit(List<Path> paths) {
    host.ifPresentOrElse(h -> h.accept(paths), () -> waiting.add(paths));
  }

  /** From now on visits go to the window, those that came before first. */
  synchronized void to(Consumer<List<Path>> window) {
    host = Optional.of(window);
    waiting.forEach(window);
    waiting.clear();
  }

  /** Closes the door where no window comes about; what was brought until then. */
  synchronized List<Path> close() {
    door.ifPresent(FrontDoor::close);
    List<Path> brought = waiting.stream().flatMap(List::stream).toList();
    waiting.clear();
    return brought;
  }
}
