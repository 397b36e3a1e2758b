package dev.zonewright.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the program calls itself. */
public final class Version {
  public static final String TOOL = "zonewright";

  private Version() {}

  /** The version that was built. */
  public static String current() {
    try (InputStream in = Version.class.getResourceAsStream("/dev/zonewright/version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is not on the class path");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
