package dev.zonewright.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real manifests, when they lie beside the checkout, and the fixtures that are always here. */
public final class Corpus {
  private static final Path PICK = Path.of("..", "shared", "corpus", "real-pick.tar.xz");

  private Corpus() {}

  /** Unpacks the real manifests; none, with a printed line, when they or a tar are absent. */
  public static List<Path> real(Path folder) throws IOException, InterruptedException {
    Path archive = Path.of(System.getProperty("corpus", PICK.toString()));
    if (!Files.exists(archive)) {
      System.out.println("skipped: no corpus at " + archive);
      return List.of();
    }
    try {
      Process tar =
          new ProcessBuilder("tar", "xJf", archive.toAbsolutePath().toString())
              .directory(folder.toFile())
              .inheritIO()
              .start();
      if (tar.waitFor() != 0) {
        System.out.println("skipped: tar cannot unpack " + archive);
        return List.of();
      }
    } catch (IOException e) {
      System.out.println("skipped: no tar to unpack " + archive);
      return List.of();
    }
    return files(folder);
  }

  /** The fixtures written for these tests. */
  public static List<Path> own() throws IOException {
    return files(Path.of("src", "test", "resources", "yaml", "fixtures"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
