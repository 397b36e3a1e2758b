package dev.zonewright.fuzz;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.catalogue.ControlPage;
import dev.zonewright.control.Control;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Manifests to start from: those of this project, and real ones where they lie beside it. */
final class FuzzInputs {
  private static final Path CORPUS = Path.of("..", "shared", "corpus", "real-pick.tar.xz");
  private static final List<Path> OWN =
      List.of(
          Path.of("assets", "samples"), Path.of("src", "test", "resources", "yaml", "fixtures"));

  /** Longer files are cut: what is rare in a manifest is not rare because the file is long. */
  private static final int MOST_BYTES = 12_000;

  private FuzzInputs() {}

  /**
   * The inputs in an order that is the same on every machine.
   *
   * @param scratch an empty folder to unpack into
   */
  static List<byte[]> all(Path scratch) throws IOException, InterruptedException {
    List<byte[]> out = new ArrayList<>();
    for (Control control : ControlCatalogue.all()) {
      for (ControlPage.Block block : ControlPage.of(control.info().id()).blocks()) {
        out.add(block.code().getBytes(StandardCharsets.UTF_8));
      }
    }
    for (Path folder : OWN) {
      read(folder, out);
    }
    if (unpacked(scratch)) {
      read(scratch, out);
    }
    return List.copyOf(out);
  }

  private static boolean unpacked(Path scratch) throws IOException, InterruptedException {
    if (!Files.exists(CORPUS)) {
      System.out.println("fuzz: no corpus at " + CORPUS + ", the project's own manifests only");
      return false;
    }
    try {
      Process tar =
          new ProcessBuilder("tar", "-xJf", CORPUS.toString(), "-C", scratch.toString())
              .inheritIO()
              .start();
      return tar.waitFor(1, TimeUnit.MINUTES) && tar.exitValue() == 0;
    } catch (IOException e) {
      System.out.println("fuzz: no tar to unpack " + CORPUS);
      return false;
    }
  }

  private static void read(Path folder, List<byte[]> out) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        out.add(bytes.length <= MOST_BYTES ? bytes : atLineEnd(bytes));
      }
    }
  }

  private static byte[] atLineEnd(byte[] bytes) {
    int end = MOST_BYTES;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return java.util.Arrays.copyOf(bytes, end == 0 ? MOST_BYTES : end);
  }
}
