package dev.zonewright.app;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
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
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      // classes that come from an AOT cache do not know their jar, but the class path begins with
      // it
      String first = System.getProperty("java.class.path", "").split(File.pathSeparator, -1)[0];
      return Optional.ofNullable(Path.of(first).getParent());
    }
    try {
      return Optional.ofNullable(Path.of(location.toURI()).getParent());
    } catch (URISyntaxException | IllegalArgumentException _) {
      // the program does not lie in a file system
      return Optional.empty();
    }
  }
}
