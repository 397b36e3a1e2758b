package dev.zonewright.workspace.exchange;

import java.io.IOException;
import java.nio.file.Path;

/** A way in which two files change places in one step. */
@FunctionalInterface
public interface Swap {
  /**
   * Swaps.
   *
   * @return false where this system or file system cannot, and nothing has changed
   * @throws IOException when one of them is out of reach
   */
  boolean swap(Path one, Path other) throws IOException;
}
