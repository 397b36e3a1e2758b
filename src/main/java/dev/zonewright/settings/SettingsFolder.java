package dev.zonewright.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the system keeps the settings of a person's programs. */
public final class SettingsFolder {
  /** A system property that names another folder. */
  public static final String PROPERTY = "zonewright.settings";

  private SettingsFolder() {}

  /**
   * The folder, there or not.
   *
   * @param environment of the process
   * @param property looks up a system property
   */
  public static Path find(
      Map<String, String> environment, UnaryOperator<@Nullable String> property) {
    String chosen = given(property.apply(PROPERTY));
    if (!chosen.isEmpty()) {
      return Path.of(chosen);
    }
    // without a home Java says "?", which would be a folder where the program was started
    Path home =
        absolute(property.apply("user.home"))
            .orElseGet(() -> Path.of(given(property.apply("java.io.tmpdir"))).toAbsolutePath());
    String system = given(property.apply("os.name")).toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return home.resolve("Library/Application Support/Zonewright");
    }
    if (system.contains("windows")) {
      return absolute(environment.get("APPDATA"))
          .orElse(home.resolve("AppData/Roaming"))
          .resolve("Zonewright");
    }
    return absolute(environment.get("XDG_CONFIG_HOME"))
        .orElse(home.resolve(".config"))
        .resolve("zonewright");
  }

  // the XDG base directory specification has relative paths ignored
  private static Optional<Path> absolute(@Nullable String path) {
    return Optional.of(given(path))
        .filter(p -> !p.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
