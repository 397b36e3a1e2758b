package dev.zonewright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept, what survives damage, and where it lies. */
class SettingsStoreTest {
  private static final Settings CHOSEN =
      Settings.DEFAULT
          .withTheme(ThemeChoice.HIGH_CONTRAST)
          .withFontSize(16)
          .withOpened("/srv/a.yaml")
          .withOpened("/srv/b")
          .withWindow(new WindowPlace(10, 20, 1280, 800, true))
          .withDivider("findings", 0.62)
          .withLayout("findings.grouping", "file")
          .withHintDone("keys");

  @TempDir Path home;

  @Test
  void whatIsSavedIsLoadedAgain() {
    SettingsStore store = new SettingsStore(home.resolve("not/there/yet"));

    assertThat(store.load()).isEqualTo(loaded(Settings.DEFAULT));
    assertThat(store.save(CHOSEN)).isEmpty();

    assertThat(store.load()).isEqualTo(loaded(CHOSEN));
  }

  @Test
  void onlyTheOwnerMayReadThem() throws IOException {
    Path folder = home.resolve("zonewright");
    new SettingsStore(folder).save(CHOSEN);

    if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
      assertThat(permissions(folder)).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("settings.json"))).isEqualTo("rw-------");
    }
    assertThat(names(folder)).containsExactly("settings.json");
  }

  @Test
  void keysOfOtherVersionsStay() throws IOException {
    write("{\"fromTheFuture\": {\"a\": [1, 2]}, \"theme\": \"dark\"}");
    SettingsStore store = new SettingsStore(home);

    assertThat(store.load()).isEqualTo(loaded(Settings.DEFAULT.withTheme(ThemeChoice.DARK)));
    store.save(CHOSEN);

    assertThat(read()).containsPattern("\"fromTheFuture\" : \\{\\s*\"a\" : \\[ 1, 2 ]");
    assertThat(store.load()).isEqualTo(loaded(CHOSEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "not json", "{\"theme\": \"dark\"} trailing {"})
  void aFileThatIsNoSettingsIsSetAside(String content) throws IOException {
    write(content);
    SettingsStore store = new SettingsStore(home);

    SettingsStore.Loaded loaded = store.load();

    assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(loaded.trouble().orElseThrow()).contains("settings.unreadable.json");
    assertThat(Files.readString(home.resolve("settings.unreadable.json"))).isEqualTo(content);
    assertThat(home.resolve("settings.json")).doesNotExist();
    assertThat(store.save(CHOSEN)).isEmpty();
    assertThat(store.load()).isEqualTo(loaded(CHOSEN));
  }

  @Test
  void whatWasSetAsideBeforeIsNotLost() throws IOException {
    write("first");
    new SettingsStore(home).load();
    write("second");
    new SettingsStore(home).load();

    assertThat(names(home))
        .containsExactly("settings.unreadable-2.json", "settings.unreadable.json");
    assertThat(Files.readString(home.resolve("settings.unreadable.json"))).isEqualTo("first");
  }

  @Test
  void aValueOfAnotherTypeCostsOnlyItself() throws IOException {
    write(
        """
        {"theme": 7, "fontSize": "big", "recent": ["/a", 3, "/a"], "dividers": {"x": "y", "z": 0.5},
         "window": {"x": 1, "y": 2, "width": 0, "height": 700}, "layout": [], "hintsDone": ["keys"]}
        """);

    assertThat(new SettingsStore(home).load())
        .isEqualTo(
            loaded(Settings.DEFAULT.withOpened("/a").withDivider("z", 0.5).withHintDone("keys")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-4", "1e9", "1e999"})
  void aFontSizeStaysReadable(String size) throws IOException {
    write("{\"fontSize\": %s}".formatted(size));

    assertThat(new SettingsStore(home).load().settings().fontSize())
        .isBetween(Settings.SMALLEST_FONT, Settings.LARGEST_FONT);
  }

  @Test
  void aFolderThatCannotBeMadeIsToldAndNothingMore() throws IOException {
    Path blocked = Files.writeString(home.resolve("file"), "in the way").resolve("zonewright");
    SettingsStore store = new SettingsStore(blocked);

    assertThat(store.load()).isEqualTo(loaded(Settings.DEFAULT));
    assertThat(store.save(CHOSEN).orElseThrow())
        .startsWith("Settings are not kept")
        .endsWith("Everything else works.");
  }

  @Test
  void theLastOpenedComesFirstOnceAndTheListEnds() {
    Settings settings = Settings.DEFAULT;
    for (int i = 0; i < 20; i++) {
      settings = settings.withOpened("/f" + i);
    }
    settings = settings.withOpened("/f15");

    assertThat(settings.recent())
        .hasSize(Settings.MOST_RECENT)
        .startsWith("/f15", "/f19", "/f18")
        .doesNotHaveDuplicates();
  }

  @Test
  void theFolderIsWhereTheSystemKeepsSuchThings() {
    Map<String, String> linux = Map.of("os.name", "Linux", "user.home", "/home/ann");
    assertThat(SettingsFolder.find(Map.of(), linux::get))
        .isEqualTo(Path.of("/home/ann/.config/zonewright"));
    assertThat(SettingsFolder.find(Map.of("XDG_CONFIG_HOME", "/cfg"), linux::get))
        .isEqualTo(Path.of("/cfg/zonewright"));
    assertThat(SettingsFolder.find(Map.of("XDG_CONFIG_HOME", "relative"), linux::get))
        .isEqualTo(Path.of("/home/ann/.config/zonewright"));
    assertThat(
            SettingsFolder.find(
                Map.of(), Map.of("os.name", "Mac OS X", "user.home", "/Users/ann")::get))
        .isEqualTo(Path.of("/Users/ann/Library/Application Support/Zonewright"));
    assertThat(
            SettingsFolder.find(
                Map.of("APPDATA", "/Roaming"),
                Map.of("os.name", "Windows 11", "user.home", "/ann")::get))
        .isEqualTo(Path.of("/Roaming/Zonewright"));
    assertThat(
            SettingsFolder.find(
                Map.of("XDG_CONFIG_HOME", "/cfg"),
                Map.of("os.name", "Linux", SettingsFolder.PROPERTY, "/elsewhere")::get))
        .isEqualTo(Path.of("/elsewhere"));
  }

  private static SettingsStore.Loaded loaded(Settings settings) {
    return new SettingsStore.Loaded(settings, Optional.empty());
  }

  @Test
  void whatAKillCutShortGoesWithTheNextSave() throws IOException {
    long living = ProcessHandle.current().pid();
    Path mine = Files.writeString(home.resolve("." + living + "-1.tmp"), "{");
    Path gone = Files.writeString(home.resolve(".4194305-1.tmp"), "{");
    Path other = Files.writeString(home.resolve(".note.tmp"), "");
    assertThat(new SettingsStore(home).save(Settings.DEFAULT)).isEmpty();
    assertThat(gone).doesNotExist();
    assertThat(mine).exists();
    assertThat(other).exists();
  }

  private void write(String content) throws IOException {
    Files.writeString(home.resolve("settings.json"), content);
  }

  private String read() throws IOException {
    return Files.readString(home.resolve("settings.json"));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
