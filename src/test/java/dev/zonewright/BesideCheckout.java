package dev.zonewright;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Collections of other people's manifests, which may lie beside the checkout. */
public final class BesideCheckout {
  private static final Path CORPUS = Path.of("..", "shared", "corpus");

  private BesideCheckout() {}

  /** An archive of the corpus; the test that asks is reported as skipped where it is absent. */
  public static Path corpus(String archive) {
    Path file = CORPUS.resolve(archive);
    assumeTrue(Files.isRegularFile(file), "no " + archive + " beside the checkout");
    return file;
  }

  /**
   * Unpacks a tar archive of the corpus; skips where it, or the program to unpack it, is absent.
   */
  public static void unpack(String archive, Path folder) throws InterruptedException {
    Path file = corpus(archive).toAbsolutePath();
    try {
      Process tar =
          new ProcessBuilder("tar", "-xJf", file.toString(), "-C", folder.toString())
              .inheritIO()
              .start();
      boolean done = tar.waitFor(2, TimeUnit.MINUTES) && tar.exitValue() == 0;
      assumeTrue(done, "tar cannot unpack " + archive);
    } catch (IOException e) {
      assumeTrue(false, "no tar to unpack " + archive);
    }
  }
}
