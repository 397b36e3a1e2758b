package dev.zonewright.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.text.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving where others are at work, and what a file has besides its bytes. */
class SafeSaveTest {
  @TempDir Path folder;

  private final ManifestStore store = new ManifestStore();

  private OpenedFile opened(String content) throws IOException {
    return Heard.opening(Files.writeString(folder.resolve("a.yaml"), content)).opened.getFirst();
  }

  @Test
  void aWriterBetweenTheLookAndTheMoveLosesNothing() throws IOException {
    OpenedFile file = opened("a: 1\n");
    Path target = file.path();
    AtomicBoolean wrote = new AtomicBoolean();
    // the look of the store reads the old bytes, and then the editor writes
    ManifestStore slow =
        new ManifestStore(
            ReadLimits.ofThisProgram(),
            path -> {
              byte[] old = Files.readAllBytes(path);
              FileTime time = Files.getLastModifiedTime(path);
              if (wrote.compareAndSet(false, true)) {
                Files.writeString(path, "a: 9\n");
                Files.setLastModifiedTime(path, time);
              }
              return new ByteArrayInputStream(old);
            });

    assertThat(slow.save(file, "a: 2\n")).isInstanceOf(SaveOutcome.ChangedOnDisk.class);
    assertThat(target).hasContent("a: 9\n");
    assertThat(folder.toFile().list()).containsExactly("a.yaml");
  }

  @Test
  void whatAKilledSaveLeftIsClearedByTheNext() throws Exception {
    Process ended =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version")
            .redirectErrorStream(true)
            .start();
    ended.getInputStream().readAllBytes();
    ended.waitFor();
    Path dead = Files.writeString(folder.resolve(".zonewright-" + ended.pid() + "-x.tmp"), "half");
    Path old = Files.writeString(folder.resolve(".zonewright-0b0e.tmp"), "half");
    Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000));
    Path living =
        Files.writeString(
            folder.resolve(".zonewright-" + ProcessHandle.current().pid() + "-y.tmp"), "half");

    store.save(opened("a: 1\n"), "a: 2\n");

    assertThat(dead).doesNotExist();
    assertThat(old).doesNotExist();
    assertThat(living).exists();
  }

  @Test
  void keepsTheGroupBitAndExtendedAttributes() throws IOException {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("unix"),
        "this file system has no Unix modes");
    OpenedFile file = opened("a: 1\n");
    Files.setAttribute(file.path(), "unix:mode", 02754);
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(file.path(), UserDefinedFileAttributeView.class);
    assumeTrue(view != null, "this file system has no extended attributes");
    try {
      view.write("origin", ByteBuffer.wrap("team".getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      assumeTrue(false, "this file system has no extended attributes");
    }
    Object mode = Files.getAttribute(file.path(), "unix:mode");

    assertThat(store.save(file, "a: 2\n")).isInstanceOf(SaveOutcome.Saved.class);

    assertThat(Files.getAttribute(file.path(), "unix:mode")).isEqualTo(mode);
    assertThat(Files.getFileAttributeView(file.path(), UserDefinedFileAttributeView.class).list())
        .contains("origin");
  }

  @Test
  void keepsAListOfAccessRights() throws Exception {
    OpenedFile file = opened("a: 1\n");
    assumeTrue(ran("setfacl", "-m", "u:1234:r", file.path().toString()), "no setfacl here");
    String before = said("getfacl", "-cn", file.path().toString());

    assertThat(store.save(file, "a: 2\n")).isInstanceOf(SaveOutcome.Saved.class);

    assertThat(said("getfacl", "-cn", file.path().toString())).isEqualTo(before).contains("1234");
  }

  @Test
  void aFolderInThePlaceOfAFileIsSaid() throws IOException {
    OpenedFile file = opened("a: 1\n");
    Files.delete(file.path());
    Files.createDirectory(file.path());

    assertThat(store.save(file, "a: 2\n"))
        .isInstanceOfSatisfying(
            SaveOutcome.Failed.class,
            f -> assertThat(f.what()).isEqualTo("there is a folder in its place"));
  }

  @Test
  void aFullDiskIsSaid() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no /dev/full");
    IOException plain =
        catchThrowableOfType(IOException.class, () -> Files.write(full, new byte[] {1}));
    assertThat(FileTrouble.writing(folder, plain).what()).isEqualTo("the disk is full");
  }

  @Test
  void aFileThatTheSystemMakesUpIsSaid() {
    Path madeUp = Path.of("/proc/version");
    assumeTrue(Files.exists(madeUp), "this system has no /proc");

    assertThat(Heard.opening(madeUp).refused.getFirst().what())
        .contains("creates its content only when it is read");
  }

  @Test
  void onlyWhatIsNamedIsWithin() throws IOException {
    Path within = Files.createDirectory(folder.resolve("in"));
    Path out = Files.writeString(folder.resolve("out.yaml"), "a: 1\n");
    Path link = Files.createSymbolicLink(within.resolve("l.yaml"), out);
    OpenedFile file = Heard.opening(within).opened.getFirst();

    assertThat(new ChosenPlaces(List.of(within)).outside(file)).contains(out.toRealPath());
    assertThat(new ChosenPlaces(List.of(within, link)).outside(file)).isEmpty();
    assertThat(new ChosenPlaces(List.of(folder)).outside(file)).isEmpty();
    assertThat(store.saveAs(folder.resolve("new.yaml"), SourceText.fromFile("a: 1\n")))
        .isInstanceOf(SaveOutcome.Saved.class);
  }

  private static boolean ran(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String said(String... command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
