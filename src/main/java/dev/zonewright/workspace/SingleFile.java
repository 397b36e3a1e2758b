package dev.zonewright.workspace;

import dev.zonewright.text.Unreadable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file that was named, which is no manifest.
 *
 * @param file empty when it could not be read
 * @param trouble why, and what to do; empty when it could
 */
public record SingleFile(Optional<OpenedFile> file, String trouble) {
  /** Reads it within the limits of the store. */
  public static SingleFile read(ManifestStore store, Path path) {
    List<OpenedFile> opened = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    OpenListener listener =
        new OpenListener() {
          @Override
          public void opened(OpenedFile one) {
            opened.add(one);
          }

          @Override
          public void unreadable(Unreadable one) {
            unreadable.add(one);
          }
        };
    store.open(List.of(path), listener, () -> false);
    if (opened.size() == 1) {
      return new SingleFile(Optional.of(opened.getFirst()), "");
    }
    return new SingleFile(
        Optional.empty(),
        unreadable.isEmpty()
            ? "it is not a file"
            : unreadable.getFirst().what() + ". " + unreadable.getFirst().cure());
  }
}
