import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts our jar and the jars of the libraries, but for JavaFX, into the folder that is packed,
 * without what the program never uses: fonts that the window does not show, and tables of encodings
 * that only readers of foreign PDFs need. Run by the packaging scripts of all systems: {@code java
 * GatherJars.java SETTINGS OUR-JAR LIBRARIES TO}.
 */
public final class GatherJars {
  private GatherJars() {}

  public static void main(String[] args) throws IOException {
    Path ours = Path.of(args[1]);
    Path to = Path.of(args[3]);
    Set<String> fonts = Set.of(setting(Path.of(args[0]), "FONTS").split(" "));
    Files.createDirectories(to);
    Files.copy(ours, to.resolve(ours.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(args[2]))) {
      jars =
          files
              .filter(f -> name(f).endsWith(".jar") && !name(f).startsWith("javafx-"))
              .sorted()
              .toList();
    }
    for (Path jar : jars) {
      copy(jar, to.resolve(name(jar)), wanted(jar, fonts));
    }
  }

  private static String setting(Path file, String key) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(l -> l.startsWith(key + "="))
        .map(l -> l.substring(key.length() + 1))
        .findFirst()
        .orElseThrow(() -> new IOException(file + " has no " + key));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Which entries of a jar are packed. */
  private static Predicate<String> wanted(Path jar, Set<String> fonts) {
    if (name(jar).contains("-fonts-")) {
      return e ->
          !e.matches(".*\\.(otf|ttf)") || fonts.contains(e.substring(e.lastIndexOf('/') + 1));
    }
    if (name(jar).startsWith("fontbox-")) {
      // our PDFs hold their fonts and number the glyphs themselves, which is the encoding Identity
      return e ->
          !e.startsWith("org/apache/fontbox/cmap/") || e.matches(".*(\\.class|/Identity-.)");
    }
    return _ -> true;
  }

  private static void copy(Path jar, Path to, Predicate<String> wanted) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Map<String, ZipEntry> entries = new TreeMap<>();
      zip.stream().forEach(e -> entries.put(e.getName(), e));
      if (entries.keySet().stream().allMatch(wanted)) {
        Files.copy(jar, to, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
      try (OutputStream file = Files.newOutputStream(to);
          ZipOutputStream out = new ZipOutputStream(file)) {
        out.setLevel(9);
        for (ZipEntry entry : entries.values()) {
          if (!entry.isDirectory() && wanted.test(entry.getName())) {
            ZipEntry copied = new ZipEntry(entry.getName());
            copied.setTime(entry.getTime());
            out.putNextEntry(copied);
            zip.getInputStream(entry).transferTo(out);
            out.closeEntry();
          }
        }
      }
    }
  }
}
