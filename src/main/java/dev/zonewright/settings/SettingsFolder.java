package dev.zonewright.settings;

import java.io.IOException;
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
    Optional<Path> own = absolute(property.apply("user.home"));
    if (own.isEmpty() && absolute(environment.get("XDG_CONFIG_HOME")).isEmpty()) {
      return temporary(property).resolve("zonewright-" + user(property));
    }
    Path home = own.orElseGet(() -> temporary(property));
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

  /**
   * What to tell a person who has no home folder, so that the settings stand where the system
   * clears them away; empty where there is one, or another folder is named.
   */
  public static Optional<String> trouble(
      Map<String, String> environment, UnaryOperator<@Nullable String> property) {
    boolean placed =
        !given(property.apply(PROPERTY)).isEmpty()
            || absolute(property.apply("user.home")).isPresent()
            || absolute(environment.get("XDG_CONFIG_HOME")).isPresent();
    return placed
        ? Optional.empty()
        : Optional.of(
            "There is no home folder: settings and unsaved texts are kept in %s, which the system may clear. Set HOME, or name a folder with -D%s=FOLDER."
                .formatted(find(environment, property), PROPERTY));
  }

  /**
   * Where the toolkit of the window unpacks its libraries, below the settings; made, and closed to
   * others, as far as that is possible. Where it is not, the toolkit takes the temporary folder.
   *
   * @param version of the program, whose libraries they are
   */
  public static Path caches(Path settings, String version) {
    Path folder = settings.resolve("libraries").resolve(version);
    try {
      PrivateFiles.folder(settings);
      PrivateFiles.folder(folder);
    } catch (IOException _) {
      // the toolkit finds out itself
    }
    return folder;
  }

  private static Path temporary(UnaryOperator<@Nullable String> property) {
    return Path.of(given(property.apply("java.io.tmpdir"))).toAbsolutePath();
  }

  /** Several people may share the temporary folder; one without a name is as good as another. */
  private static String user(UnaryOperator<@Nullable String> property) {
    String name = given(property.apply("user.name")).replaceAll("[^A-Za-z0-9._-]", "");
    return name.isEmpty() ? "unknown" : name;
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
