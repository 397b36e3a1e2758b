package dev.zonewright.yaml;

import dev.zonewright.BesideCheckout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real manifests, when they lie beside the checkout, and the fixtures that are always here. */
public final class Corpus {
  private Corpus() {}

  /** Unpacks the real manifests; the test that asks is skipped when they are absent. */
  public static List<Path> real(Path folder) throws IOException, InterruptedException {
    BesideCheckout.unpack("real-pick.tar.xz", folder);
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
