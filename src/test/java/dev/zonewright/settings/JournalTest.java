package dev.zonewright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unsaved texts of windows that live, end, and are killed. */
class JournalTest {
  private static final UnsavedText API =
      new UnsavedText(
          "dir/api.yaml", "/srv/dir/api.yaml", "abc", "a: 1 # ü 😀 \uD83D\n\tb\u0000\n");
  private static final UnsavedText PASTED =
      new UnsavedText("untitled-1.yaml", "", "", "kind: Pod\n");

  @TempDir Path home;

  @Test
  void nothingIsWrittenBeforeThereIsSomethingToKeep() {
    Journal journal = new Journal(home);
    journal.drop("any");

    assertThat(journal.leftBehind()).isEmpty();
    journal.end();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void aLivingWindowsTextsAreItsOwn() {
    Journal one = new Journal(home);
    Journal two = new Journal(home);
    assertThat(one.keep(API)).isEmpty();
    assertThat(two.keep(PASTED)).isEmpty();

    assertThat(one.leftBehind()).isEmpty();
    assertThat(two.leftBehind()).isEmpty();
    assertThat(new Journal(home).leftBehind()).isEmpty();
    one.end();
    two.end();
  }

  @Test
  void aWindowThatIsClosedLeavesNothing() throws IOException {
    Journal journal = new Journal(home);
    journal.keep(API);
    journal.end();

    assertThat(files()).isEmpty();
  }

  @Test
  void aKilledWindowsTextsAreClaimedOnceAndWordForWord() throws Exception {
    killed(API, PASTED);

    Journal next = new Journal(home);
    List<LeftBehind> found = next.leftBehind();
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().texts()).containsExactlyInAnyOrder(API, PASTED);
    assertThat(new Journal(home).leftBehind()).isEmpty();

    found.getFirst().discard();
    assertThat(files()).isEmpty();
  }

  @Test
  void whatAKillCutShortGoesAndWhatALivingWindowWritesStays() throws Exception {
    killed(API);
    Journal living = new Journal(home);
    living.keep(PASTED);
    for (Path folder : folders()) {
      // as a write leaves it that was cut short, of this version and of earlier ones
      Files.writeString(folder.resolve(".4194305-123.tmp"), "{\"na");
      Files.writeString(folder.resolve(".456.tmp"), "");
    }

    new Journal(home).leftBehind().forEach(LeftBehind::discard);
    assertThat(folders()).hasSize(1);
    assertThat(folders().getFirst()).isDirectoryContaining("glob:**.json");
    assertThat(folders().getFirst()).isDirectoryContaining("glob:**.456.tmp");
    living.end();
    assertThat(files()).isEmpty();
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> found = Files.list(home.resolve("unsaved"))) {
      return found.filter(Files::isDirectory).toList();
    }
  }

  @Test
  void whatIsNotAnsweredIsOfferedAgain() throws Exception {
    killed(API);

    new Journal(home).leftBehind().forEach(LeftBehind::release);

    List<LeftBehind> again = new Journal(home).leftBehind();
    assertThat(again).hasSize(1);
    assertThat(again.getFirst().texts()).containsExactly(API);
    again.getFirst().release();
  }

  @Test
  void whatIsSavedIsNotOffered() throws Exception {
    killed(API, PASTED, new UnsavedText("saved", "", "", KilledJournal.DROPPED));

    List<LeftBehind> found = new Journal(home).leftBehind();
    assertThat(found.getFirst().texts()).containsExactlyInAnyOrder(API, PASTED);
    found.getFirst().release();
  }

  @Test
  void discardingKeepsWhatCouldNotBeOffered() throws Exception {
    killed(API);
    Path broken =
        files().stream().filter(f -> f.toString().endsWith(".json")).findFirst().orElseThrow();
    Files.writeString(broken.resolveSibling("broken.json"), "{\"name\": ");

    new Journal(home).leftBehind().forEach(LeftBehind::discard);

    assertThat(broken).doesNotExist();
    assertThat(broken.resolveSibling("broken.json")).exists();
  }

  @Test
  void damagedEntriesAreNamedAndCostNoOther() throws Exception {
    killed(API);
    Path good =
        files().stream().filter(f -> f.toString().endsWith(".json")).findFirst().orElseThrow();
    Path folder = Files.createDirectory(good.resolveSibling("folder.json"));
    Path truncated = Files.writeString(good.resolveSibling("truncated.json"), "{\"name\": ");
    Path types = Files.writeString(good.resolveSibling("types.json"), "{\"path\": 3}");
    Path huge = good.resolveSibling("huge.json");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      // sparse: more than an array holds, and nothing on the disk
      file.setLength(3L << 30);
    }

    LeftBehind left = new Journal(home).leftBehind().getFirst();

    assertThat(left.texts()).containsExactly(API);
    assertThat(left.damaged()).containsExactly(folder, huge, truncated, types);
    left.discard();
    LeftBehind again = new Journal(home).leftBehind().getFirst();
    assertThat(again.texts()).isEmpty();
    assertThat(again.damaged()).hasSize(4);
    again.release();
  }

  /** Longer than a JSON string may usually be. */
  @Test
  void aVeryLongTextIsOfferedToo() throws Exception {
    String text = "x".repeat(100_000_001);

    byte[] bytes = UnsavedJson.bytes(new UnsavedText("long.yaml", "/srv/long.yaml", "", text));

    assertThat(UnsavedJson.read(bytes).map(t -> t.text().equals(text))).contains(true);
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    Path blocked = Files.writeString(home.resolve("file"), "").resolve("zonewright");

    assertThat(new Journal(blocked).keep(API).orElseThrow()).endsWith("Save often.");
  }

  private void killed(UnsavedText... texts) throws Exception {
    Process process = KilledJournal.start(home, List.of(texts));
    assertThat(process.inputReader().readLine()).isEqualTo(KilledJournal.READY);
    assertThat(new Journal(home).leftBehind()).isEmpty();
    process.destroyForcibly().waitFor();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
