package dev.zonewright.workspace;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the review file of manifests: beside them, else in a folder above. */
public final class ReviewLookup {
  /** A folder that holds this is the top of a repository, above which nothing is looked for. */
  private static final String TOP = ".git";

  private ReviewLookup() {}

  /**
   * The review files of some paths, each once; usually there is one or none.
   *
   * @param paths files and folders that are opened
   * @param name the name of a review file
   */
  public static Set<Path> near(List<Path> paths, String name) {
    Set<Path> out = new LinkedHashSet<>();
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath().normalize();
      Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
      above(folder, name).ifPresent(out::add);
    }
    return out;
  }

  private static Optional<Path> above(@Nullable Path start, String name) {
    for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(name);
      // a link that leads nowhere was meant to be one: whoever reads it says that it cannot be read
      boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      if (there && !Files.isDirectory(file)) {
        return Optional.of(file);
      }
      if (Files.exists(folder.resolve(TOP))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
