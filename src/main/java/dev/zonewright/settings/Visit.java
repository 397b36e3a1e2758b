package dev.zonewright.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * What passes between two starts: the length of the message in four bytes, the paths as a JSON
 * array, and one byte back that says that they were taken. Neither side waits for the other longer
 * than it has patience.
 */
final class Visit {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_BYTES = 4_000_000;
  private static final byte TAKEN = 'k';

  private Visit() {}

  static boolean leave(SocketChannel channel, List<Path> paths, Duration patience)
      throws IOException {
    ArrayNode array = JSON.createArrayNode();
    paths.forEach(p -> array.add(p.toString()));
    byte[] message = JSON.writeValueAsBytes(array);
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + message.length);
    out.putInt(message.length).put(message).flip();
    ByteBuffer answer = ByteBuffer.allocate(1);
    return message.length <= MOST_BYTES
        && pass(channel, SelectionKey.OP_WRITE, out, patience)
        && pass(channel, SelectionKey.OP_READ, answer, patience)
        && answer.get(0) == TAKEN;
  }

  static Optional<List<Path>> receive(SocketChannel channel, Duration patience) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
    if (!pass(channel, SelectionKey.OP_READ, head, patience)) {
      return Optional.empty();
    }
    int length = head.getInt(0);
    if (length < 0 || length > MOST_BYTES) {
      return Optional.empty();
    }
    ByteBuffer body = ByteBuffer.allocate(length);
    if (!pass(channel, SelectionKey.OP_READ, body, patience)) {
      return Optional.empty();
    }
    Optional<List<Path>> paths = paths(body.array());
    if (paths.isPresent()) {
      pass(channel, SelectionKey.OP_WRITE, ByteBuffer.wrap(new byte[] {TAKEN}), patience);
    }
    return paths;
  }

  private static Optional<List<Path>> paths(byte[] message) {
    try {
      List<Path> out = new ArrayList<>();
      for (JsonNode path : JSON.readTree(message)) {
        out.add(Path.of(path.stringValue()));
      }
      return Optional.of(out);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /** Fills or empties a buffer; false when the other side went away or is too slow. */
  private static boolean pass(
      SocketChannel channel, int operation, ByteBuffer buffer, Duration patience)
      throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    channel.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      channel.register(selector, operation);
      while (buffer.hasRemaining()) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0 || selector.select(left) == 0) {
          return false;
        }
        selector.selectedKeys().clear();
        int passed =
            operation == SelectionKey.OP_READ ? channel.read(buffer) : channel.write(buffer);
        if (passed < 0) {
          return false;
        }
      }
      return true;
    }
  }
}
