package dev.zonewright.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.text.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read each get a row that says what and what to do. */
class RefusedFilesTest {
  private static final ReadLimits ROOMY = new ReadLimits(1_000_000, 1_000_000);

  @TempDir Path folder;

  private static void says(Unreadable row, Path file, String what) {
    assertThat(row.file()).isEqualTo(file.toString());
    assertThat(row.line()).isEqualTo(1);
    assertThat(row.what()).contains(what);
    assertThat(row.cure()).endsWith(".");
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path write(String name, String content) throws IOException {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void absent() {
    Path file = folder.resolve("gone.yaml");
    says(Heard.opening(file).only(), file, "no such file");
  }

  @Test
  void folderWithoutManifests() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "x");
    says(Heard.opening(folder).only(), folder, "no .yaml, .yml or .json file");
  }

  @Test
  void linkToNothing() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a.yaml"), folder.resolve("gone"));
    says(Heard.opening(folder).only(), link, "link to a file that is not there");
  }

  @Test
  void linkToItself() throws IOException {
    Path link = folder.resolve("a.yaml");
    Files.createSymbolicLink(link, link);
    says(Heard.opening(folder).only(), link, "leads back to itself");
  }

  @Test
  void binary() throws IOException {
    Path file = write("a.yaml", new byte[] {'a', '\n', 0, 1});
    Unreadable row = Heard.opening(file).only();
    assertThat(row.line()).isEqualTo(2);
    assertThat(row.what()).contains("binary");
  }

  @Test
  void utf16() throws IOException {
    Path file = write("a.yaml", "kind: Pod\n".getBytes(StandardCharsets.UTF_16));
    says(Heard.opening(file).only(), file, "UTF-16");
  }

  @Test
  void latin1() throws IOException {
    Path file = write("a.yaml", "a: 1\nb: \u00fc\n".getBytes(StandardCharsets.ISO_8859_1));
    Unreadable row = Heard.opening(file).only();
    assertThat(row.line()).isEqualTo(2);
    assertThat(row.what()).contains("0xFC", "not UTF-8");
  }

  @Test
  void pipeIsNeverWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.yaml");
    Process made;
    try {
      made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    } catch (IOException e) {
      assumeTrue(false, "this system has no mkfifo");
      return;
    }
    assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();

    Unreadable row =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Heard.opening(pipe).only());

    says(row, pipe, "a pipe, a socket or a device");
  }

  @Test
  void withoutPermission() throws IOException {
    Path file = write("a.yaml", "a");
    ManifestStore store =
        new ManifestStore(
            ROOMY,
            path -> {
              throw new AccessDeniedException(path.toString());
            });
    says(Heard.opening(store, file).only(), file, "no permission");
  }

  @Test
  void vanishedBetweenFindingAndReading() throws IOException {
    Path file = write("a.yaml", "a");
    ManifestStore store =
        new ManifestStore(
            ROOMY,
            path -> {
              throw new NoSuchFileException(path.toString());
            });
    says(Heard.opening(store, file).only(), file, "no such file");
  }

  @Test
  void growingWhileRead() throws IOException {
    Path file = write("a.yaml", "a: 1\n");
    ManifestStore store =
        new ManifestStore(
            ROOMY, _ -> new ByteArrayInputStream("a: 1\nb: 2\n".getBytes(StandardCharsets.UTF_8)));
    says(Heard.opening(store, file).only(), file, "changed while it was being read");
  }

  @Test
  void shrinkingWhileRead() throws IOException {
    Path file = write("a.yaml", "a: 1\n");
    ManifestStore store = new ManifestStore(ROOMY, _ -> new ByteArrayInputStream(new byte[] {'a'}));
    says(Heard.opening(store, file).only(), file, "changed while it was being read");
  }

  @Test
  void writtenAnewWhileRead() throws IOException {
    Path file = write("a.yaml", "a: 1\n");
    ManifestStore store =
        new ManifestStore(
            ROOMY,
            path -> {
              Files.setLastModifiedTime(path, FileTime.fromMillis(1));
              return Files.newInputStream(path);
            });
    says(Heard.opening(store, file).only(), file, "changed while it was being read");
  }

  @Test
  void largerThanOneFileMayBe() throws IOException {
    Path file = write("a.yaml", "a".repeat(3_000_000));
    ManifestStore store = new ManifestStore(new ReadLimits(2_000_000, 10_000_000));
    says(Heard.opening(store, file).only(), file, "3 MB, and a file may have at most 2 MB");
  }

  @Test
  void noRoomBesideWhatIsOpen() throws IOException {
    Path first = write("a.yaml", "a".repeat(3_000_000));
    Path second = write("b.yaml", "b".repeat(3_000_000));
    Heard heard = Heard.opening(new ManifestStore(new ReadLimits(4_000_000, 5_000_000)), folder);
    assertThat(heard.opened).singleElement().matches(f -> f.path().equals(first));
    says(heard.refused.getFirst(), second, "only 2 MB more fit into this program's memory");
  }

  @Test
  void endlessStream() {
    Heard heard = new Heard();
    new ManifestStore(new ReadLimits(1_000_000, 1_000_000))
        .open(new ByteArrayInputStream(new byte[1_000_001]), "-", heard);
    says(heard.only(), Path.of("-"), "more than 1 MB");
  }

  @Test
  void oneThatCannotBeReadHidesNoOther() throws IOException {
    write("a.yaml", new byte[] {0});
    write("b.yaml", "kind: Pod\n");
    Heard heard = Heard.opening(folder);
    assertThat(heard.namesBelow(folder)).containsExactly("b.yaml");
    assertThat(heard.refused).hasSize(1);
  }

  @Test
  void roomForFindingsShrinksWithWhatIsOpenAndIsNeverNone() {
    long heap = 1_000_000_000;
    assertThat(ReadLimits.findingsBeside(heap, 0)).isEqualTo(666_666);
    assertThat(ReadLimits.findingsBeside(heap, 10_000_000)).isEqualTo(450_000);
    assertThat(ReadLimits.findingsBeside(heap, 60_000_000)).isEqualTo(208_333);
  }

  @Test
  void limitsFollowTheHeap() {
    assertThat(ReadLimits.forHeap(512_000_000).fileBytes()).isLessThan(100_000_000);
    assertThat(ReadLimits.forHeap(Long.MAX_VALUE).fileBytes()).isEqualTo(256_000_000);
  }
}
