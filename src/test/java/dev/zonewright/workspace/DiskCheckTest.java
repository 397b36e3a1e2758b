package dev.zonewright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a file is still what was read, and files at a place of their own. */
class DiskCheckTest {
  @TempDir Path folder;

  private final ManifestStore store = new ManifestStore();
  private final DiskCheck check = new DiskCheck(store);

  @Test
  void aFileThatStaysIsNoNews() throws IOException {
    OpenedFile file = open(write("a.yaml", "a: 1\n"));

    assertThat(check.changed(List.of(file))).isEmpty();
    assertThat(check.changed(List.of(file))).isEmpty();
  }

  @Test
  void oneThatWasOnlyTouchedIsNoNews() throws IOException {
    Path path = write("a.yaml", "a: 1\n");
    OpenedFile file = open(path);
    check.changed(List.of(file));
    Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000));

    assertThat(check.changed(List.of(file))).isEmpty();
  }

  @Test
  void anotherContentIsToldEachTimeUntilItIsTaken() throws IOException {
    Path path = write("a.yaml", "a: 1\n");
    OpenedFile file = open(path);
    check.changed(List.of(file));
    write("a.yaml", "a: 2\n");
    Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000));

    List<DiskCheck.Change> first = check.changed(List.of(file));
    assertThat(first).singleElement().isInstanceOf(DiskCheck.Change.Rewritten.class);
    OpenedFile now = ((DiskCheck.Change.Rewritten) first.getFirst()).now();
    assertThat(now.source().text()).isEqualTo("a: 2\n");
    assertThat(now.name()).isEqualTo(file.name());
    assertThat(check.changed(List.of(file))).hasSize(1);
    assertThat(check.changed(List.of(now))).isEmpty();
  }

  @Test
  void oneThatIsGoneIsTold() throws IOException {
    Path path = write("a.yaml", "a: 1\n");
    OpenedFile file = open(path);
    Files.delete(path);

    assertThat(check.changed(List.of(file))).containsExactly(new DiskCheck.Change.Gone(file));
  }

  @Test
  void oneThatCannotBeReadAnyMoreIsTold() throws IOException {
    Path path = write("a.yaml", "a: 1\n");
    OpenedFile file = open(path);
    Files.write(path, new byte[] {(byte) 0xc3, (byte) 0x28});

    assertThat(check.changed(List.of(file)))
        .singleElement()
        .isInstanceOf(DiskCheck.Change.Spoiled.class);
    Files.delete(path);
    Files.createDirectory(path);
    assertThat(check.changed(List.of(file)))
        .singleElement()
        .isInstanceOf(DiskCheck.Change.Spoiled.class);
  }

  @Test
  void aNewFileIsWrittenWithItsLineEndsAndNothingIsLeftBeside() throws IOException {
    Path path = folder.resolve("new.yaml");

    SaveOutcome outcome = store.saveAs(path, SourceText.fromFile("\uFEFFa: 1\r\nb: 2\r\n"));

    assertThat(outcome).isInstanceOf(SaveOutcome.Saved.class);
    assertThat(Files.readString(path)).isEqualTo("\uFEFFa: 1\r\nb: 2\r\n");
    assertThat(names()).containsExactly("new.yaml");
    assertThat(store.saveAs(path, SourceText.of("c: 3\n"))).isInstanceOf(SaveOutcome.Saved.class);
    assertThat(Files.readString(path)).isEqualTo("c: 3\n");
    assertThat(names()).containsExactly("new.yaml");
  }

  @Test
  void whatCannotBeWrittenIsSaid() {
    assertThat(store.saveAs(folder, SourceText.of("a: 1\n")))
        .isEqualTo(
            new SaveOutcome.Failed("there is a folder of that name", "Choose another name."));
    assertThat(store.saveAs(folder.resolve("gone/a.yaml"), SourceText.of("a: 1\n")))
        .isInstanceOf(SaveOutcome.Failed.class);
    assertThat(store.saveAs(folder.resolve("b.yaml"), SourceText.of("a: \uD83D\n")))
        .isInstanceOf(SaveOutcome.Failed.class);
    assertThat(folder).isEmptyDirectory();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private OpenedFile open(Path path) {
    Heard heard = new Heard();
    store.open(List.of(path), heard, () -> false);
    return heard.opened.getFirst();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
