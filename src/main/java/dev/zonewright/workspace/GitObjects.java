package dev.zonewright.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads objects of a repository one after the other: a running {@code git cat-file --batch}. */
final class GitObjects implements AutoCloseable {
  private static final Pattern HEAD = Pattern.compile("[0-9a-f]{40,64} (\\w+) (\\d{1,18})");
  private static final int LONGEST_HEAD = 8_000;

  private final Process process;
  private final InputStream out;

  GitObjects(GitCommand git) {
    this.process = git.start("cat-file", "--batch");
    this.out = process.getInputStream();
  }

  /**
   * Hands on the content of a file.
   *
   * @param name an id, or {@code COMMIT:PATH}, without a line end in it
   * @param reader reads as much of it as it wants
   * @return whether there is such a file
   */
  boolean read(String name, Consumer<InputStream> reader) {
    try {
      process.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      Matcher head = HEAD.matcher(line());
      if (!head.matches()) {
        return false;
      }
      Content content = new Content(out, Long.parseLong(head.group(2)));
      boolean file = head.group(1).equals("blob");
      if (file) {
        reader.accept(content);
      }
      content.skipRest();
      // a line end closes the object
      out.read();
      return file;
    } catch (IOException e) {
      throw new GitException("git stopped early: " + e.getMessage());
    }
  }

  /** The content of a small file; empty when there is none, or it is larger. */
  Optional<String> text(String name, int most) {
    byte[][] content = new byte[1][];
    boolean there =
        read(
            name,
            in -> {
              try {
                content[0] = in.readNBytes(most + 1);
              } catch (IOException e) {
                throw new GitException("git stopped early: " + e.getMessage());
              }
            });
    byte @Nullable [] bytes = content[0];
    return there && bytes != null && bytes.length <= most
        ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = out.read(); b != '\n'; b = out.read()) {
      if (b < 0 || line.size() > LONGEST_HEAD) {
        throw new GitException("git ended before it had answered.");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** So many bytes of the stream. */
  private static final class Content extends InputStream {
    private final InputStream from;
    private long left;

    Content(InputStream from, long size) {
      this.from = from;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      if (left == 0 || most == 0) {
        return left == 0 ? -1 : 0;
      }
      int n = from.read(into, at, (int) Math.min(most, left));
      if (n < 0) {
        throw new IOException("the content ends early");
      }
      left -= n;
      return n;
    }

    void skipRest() throws IOException {
      from.skipNBytes(left);
      left = 0;
    }
  }
}
