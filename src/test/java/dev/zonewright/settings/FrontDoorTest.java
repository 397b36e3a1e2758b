package dev.zonewright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One window answers; those that start later leave their files with it. */
class FrontDoorTest {
  @TempDir Path home;

  private final BlockingQueue<List<Path>> visits = new LinkedBlockingQueue<>();

  @Test
  void aSecondStartLeavesItsFiles() throws InterruptedException {
    FrontDoor door = FrontDoor.claim(home).orElseThrow();
    serve(door);
    List<Path> paths = List.of(Path.of("/srv/a b.yaml"), Path.of("/srv/ümlaut"));

    assertThat(FrontDoor.claim(home)).isEmpty();
    // visits are answered beside one another, so that the second is only made after the first
    assertThat(FrontDoor.hand(home, paths)).isTrue();
    assertThat(visits.poll(10, TimeUnit.SECONDS)).isEqualTo(paths);
    assertThat(FrontDoor.hand(home, List.of())).isTrue();
    assertThat(visits.poll(10, TimeUnit.SECONDS)).isEmpty();
    door.close();
  }

  @Test
  void nobodyIsAtHomeAfterTheWindowClosed() {
    FrontDoor door = FrontDoor.claim(home).orElseThrow();
    door.close();

    assertThat(FrontDoor.hand(home, List.of())).isFalse();
    FrontDoor.claim(home).orElseThrow().close();
  }

  @Test
  void aSocketThatAKilledWindowLeftIsNoObstacle() throws IOException {
    Files.writeString(home.resolve("window.sock"), "");

    FrontDoor door = FrontDoor.claim(home).orElseThrow();
    serve(door);
    assertThat(FrontDoor.hand(home, List.of())).isTrue();
    door.close();
  }

  @Test
  void visitorsWhoSpeakNonsenseAreNotFollowed() throws IOException, InterruptedException {
    FrontDoor door = FrontDoor.claim(home).orElseThrow();
    serve(door);
    say(new byte[0]);
    say(ByteBuffer.allocate(8).putInt(-5).array());
    say(ByteBuffer.allocate(8).putInt(Integer.MAX_VALUE).array());
    say(message("[1, 2]"));
    say(message("{"));
    say(message("[\"a\\u0000b\"]"));

    assertThat(FrontDoor.hand(home, List.of(home))).isTrue();

    assertThat(visits.poll(10, TimeUnit.SECONDS)).containsExactly(home);
    assertThat(visits).isEmpty();
    door.close();
  }

  @Test
  void visitorsWhoSayNothingKeepNobodyWaiting() throws IOException, InterruptedException {
    FrontDoor door = FrontDoor.claim(home).orElseThrow();
    serve(door);
    List<SocketChannel> idle = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      idle.add(SocketChannel.open(UnixDomainSocketAddress.of(home.resolve("window.sock"))));
    }

    assertThat(FrontDoor.hand(home, List.of(home))).isTrue();

    assertThat(visits.poll(10, TimeUnit.SECONDS)).containsExactly(home);
    for (SocketChannel channel : idle) {
      channel.close();
    }
    door.close();
  }

  private void serve(FrontDoor door) {
    Thread.ofVirtual()
        .start(() -> door.serve(visit -> Thread.ofVirtual().start(visit), visits::add));
  }

  private void say(byte[] bytes) throws IOException {
    try (SocketChannel channel =
        SocketChannel.open(UnixDomainSocketAddress.of(home.resolve("window.sock")))) {
      channel.write(ByteBuffer.wrap(bytes));
    }
  }

  private static byte[] message(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array();
  }
}
