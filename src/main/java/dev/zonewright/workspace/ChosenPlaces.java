package dev.zonewright.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files and folders that a person named, to tell what a link below them leads out of. */
public final class ChosenPlaces {
  private final List<Path> folders;
  private final List<Path> files;

  /** The places that were named, there or not. */
  public ChosenPlaces(List<Path> named) {
    this.folders = named.stream().filter(Files::isDirectory).map(ChosenPlaces::real).toList();
    this.files = named.stream().filter(p -> !Files.isDirectory(p)).map(ChosenPlaces::real).toList();
  }

  /** Where a file really is, when it is neither named nor below a folder that is. */
  public Optional<Path> outside(OpenedFile file) {
    Path real = real(file.path());
    boolean within = files.contains(real) || folders.stream().anyMatch(real::startsWith);
    return within ? Optional.empty() : Optional.of(real);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      return path.toAbsolutePath().normalize();
    }
  }
}
