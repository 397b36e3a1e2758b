package dev.zonewright.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveTest {
  @TempDir Path folder;

  private final ManifestStore store = new ManifestStore();

  private OpenedFile opened(String content) throws IOException {
    Path path = Files.write(folder.resolve("a.yaml"), content.getBytes(StandardCharsets.UTF_8));
    return Heard.opening(path).opened.getFirst();
  }

  private String onDisk() throws IOException {
    return Files.readString(folder.resolve("a.yaml"));
  }

  private static void needsPosix() {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "this file system has no POSIX permissions");
  }

  @Test
  void keepsMarkLineEndsAndMissingNewline() throws IOException {
    OpenedFile file = opened("\uFEFFa: 1\r\nb: 2\nc: ü\r\nd: 4");

    SaveOutcome outcome = store.save(file, "a: 1\nb: 3\nc: ü\nx: 0\nd: 4");

    assertThat(outcome).isInstanceOf(SaveOutcome.Saved.class);
    assertThat(onDisk()).isEqualTo("\uFEFFa: 1\r\nb: 3\nc: ü\r\nx: 0\r\nd: 4");
  }

  @Test
  void theOutcomeIsTheFileAsItNowIs() throws IOException {
    OpenedFile file = opened("a: 1\n");

    OpenedFile saved = ((SaveOutcome.Saved) store.save(file, "a: 2\n")).file();

    assertThat(saved.stamp()).isEqualTo(Heard.opening(file.path()).opened.getFirst().stamp());
    assertThat(saved.source().text()).isEqualTo("a: 2\n");
    assertThat(store.save(saved, "a: 3\n")).isInstanceOf(SaveOutcome.Saved.class);
    assertThat(onDisk()).isEqualTo("a: 3\n");
  }

  @Test
  void leavesNothingBeside() throws IOException {
    store.save(opened("a: 1\n"), "a: 2\n");
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries.map(p -> p.getFileName().toString())).containsExactly("a.yaml");
    }
  }

  @Test
  void keepsPermissions() throws IOException {
    needsPosix();
    OpenedFile file = opened("a: 1\n");
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rwxr-x--x"));

    store.save(file, "a: 2\n");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rwxr-x--x");
  }

  @Test
  void writesThroughALink() throws IOException {
    needsPosix();
    opened("a: 1\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("a.yaml"));

    store.save(Heard.opening(link).opened.getFirst(), "a: 2\n");

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(onDisk()).isEqualTo("a: 2\n");
  }

  @Test
  void refusesWhatSomeoneElseWrote() throws IOException {
    OpenedFile file = opened("a: 1\n");
    Files.writeString(file.path(), "a: 9\n");

    assertThat(store.save(file, "a: 2\n")).isInstanceOf(SaveOutcome.ChangedOnDisk.class);
    assertThat(onDisk()).isEqualTo("a: 9\n");
  }

  @Test
  void doesNotBringBackWhatWasRemoved() throws IOException {
    OpenedFile file = opened("a: 1\n");
    Files.delete(file.path());

    assertThat(store.save(file, "a: 2\n")).isInstanceOf(SaveOutcome.ChangedOnDisk.class);
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void refusesReadOnlyFiles() throws IOException {
    needsPosix();
    OpenedFile file = opened("a: 1\n");
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("r--r--r--"));

    assertThat(store.save(file, "a: 2\n"))
        .isInstanceOfSatisfying(
            SaveOutcome.Failed.class, f -> assertThat(f.what()).contains("read-only"));
    assertThat(onDisk()).isEqualTo("a: 1\n");
  }

  @Test
  void writesNothingWhenNothingChanges() throws IOException {
    OpenedFile file = opened("a: 1\r\n");
    Files.setLastModifiedTime(file.path(), FileTime.fromMillis(1_000_000));

    assertThat(store.save(file, "a: 1\n")).isInstanceOf(SaveOutcome.Saved.class);
    assertThat(Files.getLastModifiedTime(file.path()).toMillis()).isEqualTo(1_000_000);
  }

  @Test
  void refusesHalfACharacter() throws IOException {
    OpenedFile file = opened("a: 1\n");

    assertThat(store.save(file, "a: \ud83d\n")).isInstanceOf(SaveOutcome.Failed.class);
    assertThat(onDisk()).isEqualTo("a: 1\n");
  }
}
