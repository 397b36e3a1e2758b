package dev.zonewright.workspace.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * Puts a new file in the place of one whose bytes are known, unless it holds others by then.
 *
 * <p>Where the system can, the two change places in one step, and what came out is compared: it is
 * what anyone wrote or moved there until the very end, and is put back when it is not what was
 * expected. Elsewhere a second name for the old file shows whether somebody wrote into it; what is
 * left there is a file that another program moves over the old one in the moment between the look
 * and the move. In both cases a program that still has the old file open and writes into it after
 * the comparison writes to a file that no name leads to any more.
 */
public final class Exchange {
  private final Swap swap;

  public Exchange(Swap swap) {
    this.swap = swap;
  }

  /**
   * Exchanges.
   *
   * @param next the new file, in the same folder; afterwards it may be there or not, and is the
   *     caller's to remove
   * @param before a free name in the same folder, to be removed as well
   * @param expected what the target must still hold
   * @return whether the new file is in place
   */
  public boolean of(Path target, Path next, Path before, byte[] expected) throws IOException {
    byte[] ours = Files.readAllBytes(next);
    if (!holds(target, expected)) {
      return false;
    }
    if (!swap.swap(next, target)) {
      return byNames(target, next, before, expected);
    }
    if (holds(next, expected)) {
      return true;
    }
    if (swap.swap(next, target) && !holds(next, ours)) {
      // what stood there was no longer ours: the other program was at it again, and is right
      swap.swap(next, target);
    }
    return false;
  }

  private static boolean byNames(Path target, Path next, Path before, byte[] expected)
      throws IOException {
    boolean named = isNamed(before, target);
    if (!holds(target, expected) || (named && !Files.isSameFile(before, target))) {
      return false;
    }
    Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
    if (named && !holds(before, expected)) {
      Files.move(before, target, StandardCopyOption.ATOMIC_MOVE);
      return false;
    }
    return true;
  }

  private static boolean holds(Path file, byte[] expected) throws IOException {
    return Arrays.equals(Files.readAllBytes(file), expected);
  }

  private static boolean isNamed(Path second, Path target) {
    try {
      Files.createLink(second, target);
      return true;
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }
}
