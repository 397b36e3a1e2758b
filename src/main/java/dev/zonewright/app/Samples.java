package dev.zonewright.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the sample platform that is shipped beside the program. */
final class Samples {
  private Samples() {}

  /** The folder of the sample; empty where none is shipped. */
  static Optional<Path> find() {
    Stream<Path> beside =
        home().stream()
            .flatMap(h -> Stream.of(h.resolve("samples"), h.resolve("../assets/samples")));
    return Stream.concat(Stream.of(Path.of("assets/samples")), beside)
        .filter(Files::isDirectory)
        .map(Path::normalize)
        .findFirst();
  }

  /** The folder of the program's jar. */
  private static Optional<Path> home() {
    CodeSource source = Samples.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
    } catch (URISyntaxException | IllegalArgumentException _) {
      // the program does not lie in a file system
      return Optional.empty();
    }
  }
}
