package dev.zonewright.text;

/** Names of files as people say them. */
public final class FileNames {
  private FileNames() {}

  /** The part behind the last slash. */
  public static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
