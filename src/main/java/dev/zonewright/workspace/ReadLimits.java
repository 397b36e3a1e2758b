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
