package dev.zonewright.workspace;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One folder's share of a walk: its manifests and its folders, each by name. Links to folders are
 * not followed, so that no walk goes in circles; folders whose name starts with a dot hold no
 * manifests that a person deploys.
 *
 * @param links the links to folders
 */
record ManifestFolder(List<Path> manifests, List<Path> folders, List<Path> links) {
  static final ManifestFolder NONE = new ManifestFolder(List.of(), List.of(), List.of());

  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  static ManifestFolder list(Path folder) throws IOException {
    List<Path> manifests = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    List<Path> links = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (Files.isDirectory(entry)) {
          if (!name.startsWith(".")) {
            boolean link = !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
            (link ? links : folders).add(entry);
          }
        } else if (isManifest(name)) {
          manifests.add(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    manifests.sort(null);
    folders.sort(null);
    links.sort(null);
    return new ManifestFolder(manifests, folders, links);
  }

  /** Whether a file below a folder is taken for a manifest. */
  static boolean isManifest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }
}
