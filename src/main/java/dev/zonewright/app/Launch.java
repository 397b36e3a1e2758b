package dev.zonewright.app;

import dev.zonewright.report.Version;
import dev.zonewright.settings.FrontDoor;
import dev.zonewright.settings.SettingsFolder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the window was asked for.
 *
 * @param apart whether it is to be a window of its own, whatever others are there
 */
record Launch(List<Path> paths, boolean apart) {
  private static final String APART = "--new-window";

  /** The property of JavaFX for the folder that it unpacks its native libraries into. */
  private static final String CACHES = "javafx.cachedir";

  Launch {
    paths = List.copyOf(paths);
  }

  static Launch of(List<String> arguments) {
    List<Path> paths = new ArrayList<>();
    for (String argument : arguments) {
      try {
        if (!argument.equals(APART)) {
          paths.add(Path.of(argument));
        }
      } catch (InvalidPathException _) {
        // no file can have such a name
      }
    }
    return new Launch(paths, arguments.contains(APART));
  }

  static boolean isOption(String argument) {
    return argument.equals(APART);
  }

  static Path settingsFolder() {
    return SettingsFolder.find(System.getenv(), System::getProperty);
  }

  /** What to tell a person whose settings cannot stand where they belong. */
  static Optional<String> withoutHome() {
    return SettingsFolder.trouble(System.getenv(), System::getProperty);
  }

  /** Has the toolkit unpack its libraries below the settings; before it is first touched. */
  static void placeCaches(Path settings) {
    if (System.getProperty(CACHES) == null) {
      System.setProperty(
          CACHES, SettingsFolder.caches(settings, Version.current()).toAbsolutePath().toString());
    }
  }

  /** Leaves the files with a window that is there already; whether one took them. */
  boolean handedOver(Path settings) {
    return !apart && FrontDoor.hand(settings, paths.stream().map(Path::toAbsolutePath).toList());
  }

  /** The door for those that start later; empty where another window has it. */
  Optional<FrontDoor> door(Path settings) {
    return apart ? Optional.empty() : FrontDoor.claim(settings);
  }
}
