package dev.zonewright.workspace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program does in the last moment before a file is replaced. */
class ExchangeTest {
  private static final byte[] KNOWN = "known\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Path target;
  private Path next;
  private Path before;

  @BeforeEach
  void files() throws IOException {
    target = Files.write(folder.resolve("a.yaml"), KNOWN);
    next = Files.writeString(folder.resolve("next"), "ours\n");
    before = folder.resolve("before");
  }

  private void moveOver(String content) throws IOException {
    Path theirs = Files.writeString(folder.resolve("theirs"), content);
    Files.move(theirs, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Swap real() throws IOException {
    Path one = Files.createTempFile("swap", "1");
    Path two = Files.createTempFile("swap", "2");
    boolean can = new SystemSwap().swap(one, two);
    Files.delete(one);
    Files.delete(two);
    assumeTrue(can, "this system cannot swap files in one step");
    return new SystemSwap();
  }

  @Test
  void replacesWhatIsKnown() throws IOException {
    assertThat(new Exchange(new SystemSwap()).of(target, next, before, KNOWN)).isTrue();
    assertThat(target).hasContent("ours");
  }

  @Test
  void replacesWhereTheSystemCannotSwap() throws IOException {
    assertThat(new Exchange((_, _) -> false).of(target, next, before, KNOWN)).isTrue();
    assertThat(target).hasContent("ours");
  }

  @Test
  void aFileMovedThereAfterTheLookIsPutBack() throws IOException {
    Swap real = real();
    boolean[] came = {false};
    Swap late =
        (one, other) -> {
          if (!came[0]) {
            came[0] = true;
            moveOver("theirs\n");
          }
          return real.swap(one, other);
        };

    assertThat(new Exchange(late).of(target, next, before, KNOWN)).isFalse();
    assertThat(target).hasContent("theirs");
  }

  @Test
  void ofTwoFilesMovedThereTheLaterStays() throws IOException {
    Swap real = real();
    int[] calls = {0};
    Swap late =
        (one, other) -> {
          calls[0]++;
          if (calls[0] <= 2) {
            moveOver("theirs " + calls[0] + "\n");
          }
          return real.swap(one, other);
        };

    assertThat(new Exchange(late).of(target, next, before, KNOWN)).isFalse();
    assertThat(target).hasContent("theirs 2");
  }

  @Test
  void oneWrittenIntoAfterTheLookIsPutBack() throws IOException {
    Swap real = real();
    Swap late =
        (one, other) -> {
          if (Files.readString(target).equals("known\n")) {
            Files.writeString(target, "written\n");
          }
          return real.swap(one, other);
        };

    assertThat(new Exchange(late).of(target, next, before, KNOWN)).isFalse();
    assertThat(target).hasContent("written");
  }

  /** A system that cannot swap, on which another program acts after the first look. */
  private boolean withoutSwap(Edit theirs) throws IOException {
    Swap none =
        (_, _) -> {
          theirs.make();
          return false;
        };
    return new Exchange(none).of(target, next, before, KNOWN);
  }

  @FunctionalInterface
  private interface Edit {
    void make() throws IOException;
  }

  @Test
  void withoutASwapWhatIsWrittenAfterTheFirstLookStays() throws IOException {
    assertThat(withoutSwap(() -> Files.writeString(target, "written\n"))).isFalse();
    assertThat(target).hasContent("written");
  }

  @Test
  void withoutASwapWhatIsMovedThereAfterTheFirstLookStays() throws IOException {
    assertThat(withoutSwap(() -> moveOver("theirs\n"))).isFalse();
    assertThat(target).hasContent("theirs");
  }
}
