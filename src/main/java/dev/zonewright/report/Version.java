package dev.zonewright.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** What the program calls itself. */
public final class Version {
  public static final String TOOL = "zonewright";

  private Version() {}

  /** The version that was built. */
  public static String current() {
    return property("version");
  }

  /** The commit that it was built from, as the build was told; empty where nobody told it. */
  public static Optional<String> revision() {
    // what no build has filled in is not known either
    return Optional.of(property("revision").strip())
        .filter(r -> !r.isEmpty() && !r.startsWith("$"));
  }

  private static String property(String name) {
    try (InputStream in = Version.class.getResourceAsStream("/dev/zonewright/version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is not on the class path");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty(name, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
