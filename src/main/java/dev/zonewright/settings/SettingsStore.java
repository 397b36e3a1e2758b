package dev.zonewright.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the settings file. Blocks. Never throws: a file that cannot be used is set
 * aside, and what went wrong is told in a sentence for the person.
 */
public final class SettingsStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Path file;

  /**
   * A store.
   *
   * @param folder where settings are kept, there or not
   */
  public SettingsStore(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("settings.json");
  }

  /**
   * What was read.
   *
   * @param trouble a sentence for the person; empty when all went well
   */
  public record Loaded(Settings settings, Optional<String> trouble) {}

  public Path folder() {
    return folder;
  }

  /** The settings of the file; the usual ones where there is none. */
  public Loaded load() {
    if (!PrivateFiles.isThere(file)) {
      return new Loaded(Settings.DEFAULT, Optional.empty());
    }
    try {
      return new Loaded(SettingsJson.read(read()), Optional.empty());
    } catch (Unusable e) {
      return new Loaded(Settings.DEFAULT, Optional.of(setAside(e)));
    } catch (IOException e) {
      return new Loaded(
          Settings.DEFAULT,
          Optional.of(
              "The settings could not be read, because %s. Default settings are used."
                  .formatted(PrivateFiles.reason(e))));
    }
  }

  /**
   * Writes the settings; keys of the file that are not known here stay.
   *
   * @return a sentence on why that failed; empty when it did not
   */
  public synchronized Optional<String> save(Settings settings) {
    ObjectNode content = JSON.createObjectNode();
    Optional<String> trouble = Optional.empty();
    try {
      content = PrivateFiles.isThere(file) ? read() : content;
    } catch (Unusable e) {
      trouble = Optional.of(setAside(e));
    } catch (IOException e) {
      return Optional.of(notKept(e));
    }
    SettingsJson.write(settings, content);
    try {
      HalfWritten.clear(folder);
      PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
      return trouble;
    } catch (IOException e) {
      return Optional.of(notKept(e));
    }
  }

  private String notKept(IOException e) {
    return "Settings are not kept: %s cannot be written, because %s. Everything else works."
        .formatted(file, PrivateFiles.reason(e));
  }

  private ObjectNode read() throws IOException, Unusable {
    byte[] bytes = Files.readAllBytes(file);
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
      throw new Unusable("it holds no object");
    } catch (JacksonException e) {
      throw new Unusable(e.getOriginalMessage());
    }
  }

  private String setAside(Unusable why) {
    try {
      Path aside = free();
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
      return "The settings file could not be understood (%s). It is kept as %s; default settings are used."
          .formatted(why.getMessage(), aside.getFileName());
    } catch (IOException e) {
      return "The settings file could not be understood (%s) or moved away. Default settings are used."
          .formatted(why.getMessage());
    }
  }

  private Path free() {
    Path aside = folder.resolve("settings.unreadable.json");
    for (int i = 2; PrivateFiles.isThere(aside); i++) {
      aside = folder.resolve("settings.unreadable-" + i + ".json");
    }
    return aside;
  }

  private static final class Unusable extends Exception {
    private Unusable(String why) {
      super(why);
    }
  }
}
