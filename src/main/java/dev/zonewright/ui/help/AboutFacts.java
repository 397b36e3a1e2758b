package dev.zonewright.ui.help;

import dev.zonewright.report.Version;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the program is, what it runs on, and whose works it brings along. All of it is in the jar:
 * nothing is looked up elsewhere.
 *
 * @param facts in the order that they are shown
 * @param licence the text of our own; empty where the build left it out
 * @param notices of third parties, as Markdown; empty where the build left them out
 * @param bom the software bill of materials; empty where the build made none
 */
public record AboutFacts(
    List<Fact> facts, Optional<String> licence, Optional<String> notices, Optional<Bom> bom) {
  static final String LICENCE = "/META-INF/LICENSE";
  static final String NOTICES = "/META-INF/third-party.md";
  static final String BOM = "/META-INF/sbom/zonewright.cdx.json";

  /**
   * One line of it.
   *
   * @param copied what stands for it in a bug report, which others read
   */
  record Fact(String name, String value, String copied) {}

  /**
   * Facts of the program that runs.
   *
   * @param settings where settings are kept; empty when they are not
   */
  public static AboutFacts running(Optional<Path> settings) {
    return of(Version.revision(), settings, System::getProperty, AboutFacts::resource);
  }

  /**
   * Facts.
   *
   * @param property looks up a system property
   * @param resource the text of a file in the jar; empty when there is none
   */
  static AboutFacts of(
      Optional<String> revision,
      Optional<Path> settings,
      UnaryOperator<@Nullable String> property,
      Function<String, Optional<String>> resource) {
    String kept = settings.map(Path::toString).orElse("not kept");
    List<Fact> facts =
        List.of(
            fact("Version", Version.current()),
            fact("Revision", revision.orElse("not known: the build did not set one")),
            fact("Java", java(property)),
            // the toolkit names itself only once it runs
            fact("JavaFX", value(property, "javafx.runtime.version", "not known")),
            fact("System", words(property, "os.name", "os.version", "os.arch")),
            fact("Licence", "Apache License 2.0"),
            new Fact("Settings", kept, withoutHome(kept, value(property, "user.home", ""))));
    return new AboutFacts(
        facts,
        resource.apply(LICENCE),
        resource.apply(NOTICES),
        resource.apply(BOM).flatMap(Bom::read));
  }

  /** The facts as a bug report has them; the person's home, which tells their name, is left out. */
  String copied() {
    return facts.stream()
        .map(f -> f.name() + ": " + f.copied())
        .collect(Collectors.joining("\n", "Zonewright\n", "\n"));
  }

  private static Fact fact(String name, String value) {
    return new Fact(name, value, value);
  }

  private static String java(UnaryOperator<@Nullable String> property) {
    String vendor = value(property, "java.vendor", "");
    return value(property, "java.runtime.version", value(property, "java.version", "not known"))
        + (vendor.isEmpty() ? "" : ", " + vendor);
  }

  private static String words(UnaryOperator<@Nullable String> property, String... names) {
    return List.of(names).stream()
        .map(n -> value(property, n, ""))
        .filter(w -> !w.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String value(
      UnaryOperator<@Nullable String> property, String name, String otherwise) {
    String value = property.apply(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  private static String withoutHome(String path, String home) {
    // not as paths: without a home Java says "?", which is no path on every system
    return !home.isEmpty() && path.startsWith(home + File.separator)
        ? "~" + path.substring(home.length())
        : path;
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = AboutFacts.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
