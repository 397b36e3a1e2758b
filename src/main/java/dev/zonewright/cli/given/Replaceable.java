package dev.zonewright.cli.given;

import dev.zonewright.report.compare.SideReader;
import dev.zonewright.report.compare.UnusableBaselineException;
import dev.zonewright.workspace.ManifestStore;
import dev.zonewright.workspace.SingleFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which files that are there already an output may replace: nobody loses a manifest to a slip. */
public final class Replaceable {
  private static final Pattern OPEN_REPORTS =
      Pattern.compile("(---\\s*)?apiVersion: \"?openreports\\.io/.*", Pattern.DOTALL);

  private Replaceable() {}

  /**
   * Lets an earlier output of the same kind be replaced, and what has nothing in it.
   *
   * @param name the file as the person wrote it
   * @throws NotReadException when something else is there
   */
  public static void check(String name, Path file, ManifestStore store, Predicate<String> isOurs) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    SingleFile there =
        Files.isDirectory(file)
            ? new SingleFile(Optional.empty(), "it is a folder")
            : SingleFile.read(store, file);
    if (there
        .file()
        .map(f -> f.source().text())
        .filter(text -> text.isBlank() || isOurs.test(text))
        .isEmpty()) {
      throw new NotReadException(
          "%s was not written: something else has that name. Remove it, or choose another"
                  .formatted(name)
              + " name.");
    }
  }

  /** Whether a text is a review as JSON, or a baseline. */
  public static boolean isVersion(String text) {
    try {
      return SideReader.read(text).isPresent();
    } catch (UnusableBaselineException _) {
      return true;
    }
  }

  /** Whether a text holds reports of OpenReports. */
  public static boolean isOpenReports(String text) {
    return OPEN_REPORTS.matcher(text).matches();
  }
}
