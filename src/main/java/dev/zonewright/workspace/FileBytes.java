package dev.zonewright.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/** Reads bytes within limits; never waits for a pipe and never believes a size. */
final class FileBytes {
  /** Opens a file; a parameter so that trouble in the middle of reading can be shown. */
  @FunctionalInterface
  interface Opener {
    InputStream open(Path path) throws IOException;
  }

  /** Hears how much of a long file is read. */
  @FunctionalInterface
  interface Progress {
    Progress NONE = (_, _) -> {};

    void read(long bytes, long all);
  }

  /** A file of so many bytes takes a moment to read; it is read in pieces of that. */
  private static final int PIECE = 1_000_000;

  private final Opener opener;

  FileBytes(Opener opener) {
    this.opener = opener;
  }

  /**
   * Reads a file.
   *
   * @param most the most bytes that it may have
   * @param room the most bytes that fit beside what is already open
   * @param progress hears how far a long one is read
   */
  ReadOutcome read(Path path, long most, long room, Progress progress) {
    try {
      BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
      if (!is.isRegularFile()) {
        return isHandedIn(path) ? drain(path, most, room) : FileTrouble.notAFile(path);
      }
      if (is.size() > Math.min(most, room)) {
        return tooLarge(is.size(), most, room);
      }
      return readWhole(path, is, progress);
    } catch (IOException e) {
      return FileTrouble.reading(path, e);
    }
  }

  /** Reads a stream to its end. */
  ReadOutcome read(InputStream in, long most, long room) {
    try {
      int bound = (int) Math.min(Integer.MAX_VALUE - 16, Math.min(most, room));
      byte[] bytes = in.readNBytes(bound + 1);
      return bytes.length > bound ? tooLarge(-1, most, room) : new ReadOutcome.Whole(bytes);
    } catch (IOException e) {
      return FileTrouble.reading(Path.of("-"), e);
    }
  }

  private ReadOutcome drain(Path path, long most, long room) throws IOException {
    try (InputStream in = opener.open(path)) {
      return read(in, most, room);
    }
  }

  private ReadOutcome readWhole(Path path, BasicFileAttributes before, Progress progress)
      throws IOException {
    int size = (int) before.size();
    byte[] bytes;
    try (InputStream in = opener.open(path)) {
      bytes = pieces(in, size, progress);
      if (bytes.length < size || in.read() >= 0) {
        return size == 0 && isStill(path, before) ? FileTrouble.madeUp() : FileTrouble.changing();
      }
    }
    return isStill(path, before) ? new ReadOutcome.Whole(bytes) : FileTrouble.changing();
  }

  /** Reads so many bytes, or fewer where the file ends before. */
  private static byte[] pieces(InputStream in, int size, Progress progress) throws IOException {
    if (size <= PIECE) {
      return in.readNBytes(size);
    }
    byte[] bytes = new byte[size];
    int read = 0;
    int got;
    do {
      got = in.readNBytes(bytes, read, Math.min(PIECE, size - read));
      read += got;
      progress.read(read, size);
    } while (got > 0 && read < size);
    return read == size ? bytes : Arrays.copyOf(bytes, read);
  }

  private static boolean isStill(Path path, BasicFileAttributes before) throws IOException {
    BasicFileAttributes after = Files.readAttributes(path, BasicFileAttributes.class);
    return after.size() == before.size()
        && (before.size() == 0
            ? before.fileKey() == null || before.fileKey().equals(after.fileKey())
            : after.lastModifiedTime().equals(before.lastModifiedTime()));
  }

  /**
   * Whether a shell hands the path to the program as an open stream, as {@code <(helm template …)}
   * does. Any other pipe may have no writer, and opening it would wait for ever.
   */
  private static boolean isHandedIn(Path path) {
    String name = path.toString();
    return name.equals("/dev/stdin")
        || name.startsWith("/dev/fd/")
        || name.startsWith("/proc/self/fd/");
  }

  private static ReadOutcome.Refused tooLarge(long size, long most, long room) {
    String has = size < 0 ? "it has more than " + megabytes(Math.min(most, room)) : megabytes(size);
    String what = size < 0 ? has : "it has " + has;
    if (room < most) {
      return new ReadOutcome.Refused(
          what + ", and only " + megabytes(room) + " more fit into this program's memory",
          "Give Java more memory (`java -Xmx4g …`), or open fewer files at a time.");
    }
    return new ReadOutcome.Refused(
        what + ", and a file may have at most " + megabytes(most),
        "Split it into several files, or give Java more memory (`java -Xmx4g …`).");
  }

  static String megabytes(long bytes) {
    return bytes < 1_000_000 ? bytes + " bytes" : bytes / 1_000_000 + " MB";
  }
}
