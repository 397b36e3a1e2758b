package dev.zonewright.workspace;

/**
 * How much is read before opening refuses, so that no file can exhaust the memory.
 *
 * @param fileBytes the most that one file may have
 * @param totalBytes the most that all files opened in one go may have together
 */
public record ReadLimits(long fileBytes, long totalBytes) {
  private static final long MOST_OF_ONE_FILE = 256_000_000;

  /** Heap that a byte of a manifest takes, with its tree, its findings and room to work. */
  private static final long HEAP_PER_BYTE = 18;

  /** What a finding takes, its words and its place in the review included. */
  private static final long HEAP_PER_FINDING = 1_200;

  /** What a byte of the densest manifests takes by itself, as a tree. */
  private static final long HEAP_PER_DENSE_BYTE = 26;

  /**
   * How many findings fit into a heap beside the manifests that they are about, with a fifth of it
   * to work in. Without a bound a program whose memory is nearly full still goes on, but a hundred
   * times slower.
   *
   * @param heapBytes the most that the heap may grow to
   * @param openBytes what all open manifests have together
   */
  public static long findingsBeside(long heapBytes, long openBytes) {
    long free = heapBytes / 5 * 4 - openBytes * HEAP_PER_DENSE_BYTE;
    // manifests that are let in may say something: less dense ones than reckoned with do fit
    return Math.max(heapBytes / 4, free) / HEAP_PER_FINDING;
  }

  /**
   * The limits that fit a heap.
   *
   * @param heapBytes the most that the heap may grow to
   */
  public static ReadLimits forHeap(long heapBytes) {
    long total = Math.max(1_000_000, heapBytes / HEAP_PER_BYTE);
    return new ReadLimits(Math.min(MOST_OF_ONE_FILE, total), total);
  }

  /** The limits that fit the running program. */
  public static ReadLimits ofThisProgram() {
    return forHeap(Runtime.getRuntime().maxMemory());
  }
}
