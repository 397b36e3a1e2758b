package dev.zonewright.workspace.exchange;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Swaps by the system's own call: {@code renameat2} with {@code RENAME_EXCHANGE} on Linux, {@code
 * renamex_np} with {@code RENAME_SWAP} on macOS. Elsewhere, and where a file system refuses, it
 * does nothing and says so. Sources: rename(2) of Linux and of macOS.
 */
public final class SystemSwap implements Swap {
  private static final int HERE = -100;
  private static final int EXCHANGE = 2;

  @Override
  public boolean swap(Path one, Path other) {
    String first = one.toAbsolutePath().toString();
    String second = other.toAbsolutePath().toString();
    if (!isPlain(first) || !isPlain(second)) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment a = arena.allocateFrom(first);
      MemorySegment b = arena.allocateFrom(second);
      Optional<MethodHandle> linux =
          call(
              "renameat2",
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT));
      if (linux.isPresent()) {
        return (int) linux.get().invokeExact(HERE, a, HERE, b, EXCHANGE) == 0;
      }
      Optional<MethodHandle> mac =
          call(
              "renamex_np",
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT));
      return mac.isPresent() && (int) mac.get().invokeExact(a, b, EXCHANGE) == 0;
    } catch (Throwable _) {
      // a call that cannot be made has changed nothing
      return false;
    }
  }

  /** Whether the bytes of a name are known. */
  private static boolean isPlain(String name) {
    boolean utf8 =
        Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
            .equals(StandardCharsets.UTF_8);
    return name.indexOf('\0') < 0 && (utf8 || name.chars().allMatch(c -> c < 0x80));
  }

  // the two calls take two names and change nothing of ours
  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> call(String name, FunctionDescriptor form) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup symbols = linker.defaultLookup();
    return symbols.find(name).map(at -> linker.downcallHandle(at, form));
  }
}
