package dev.zonewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is damaged, a folder that others can read, a person without a home. */
class HostilePlacesTest {
  @TempDir Path home;

  @Test
  void aPathThatIsNoneCostsItsEntryAlone() {
    String entry = "{\"name\":\"a\",\"path\":\"a\\u0000b.yaml\",\"stamp\":\"\",\"text\":\"\"}";

    assertThat(UnsavedJson.read(entry.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(UnsavedJson.read(entry.replace("\\u0000", "").getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  @Test
  void aFolderThatIsThereIsClosedToOthers() throws IOException {
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path folder = Files.createDirectory(home.resolve("wide"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));

    assertThat(new SettingsStore(folder).save(Settings.DEFAULT)).isEmpty();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void withoutAHomeNothingIsMadeInTheCurrentFolder() {
    Map<String, String> properties =
        Map.of(
            "user.home", "?",
            "user.name", "?",
            "os.name", "Linux",
            "java.io.tmpdir", home.toString());

    assertThat(SettingsFolder.find(Map.of(), properties::get))
        .isEqualTo(home.resolve("zonewright-unknown"));
    assertThat(SettingsFolder.trouble(Map.of(), properties::get).orElseThrow())
        .startsWith("There is no home folder: settings and unsaved texts are kept in " + home);
  }

  @Test
  void aFolderThatIsNamedNeedsNoHome() {
    Map<String, String> homeless = Map.of("user.home", "?", "java.io.tmpdir", home.toString());
    Map<String, String> config = Map.of("XDG_CONFIG_HOME", home.toString());

    assertThat(SettingsFolder.trouble(config, homeless::get)).isEmpty();
    assertThat(SettingsFolder.find(config, homeless::get)).isEqualTo(home.resolve("zonewright"));
    assertThat(SettingsFolder.trouble(Map.of(), Map.of("user.home", "/home/x")::get)).isEmpty();
  }

  @Test
  void librariesAreUnpackedBelowTheSettings() throws IOException {
    Path settings = home.resolve("settings");
    Path libraries = SettingsFolder.caches(settings, "1.2");
    assertThat(libraries).isDirectory().startsWith(settings);
    if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aFileInPlaceOfTheSettingsLeavesTheLibrariesToTheToolkit() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "x");
    assertThat(SettingsFolder.caches(file, "1.2")).startsWithRaw(file).doesNotExist();
    assertThat(file).hasContent("x");
  }
}
