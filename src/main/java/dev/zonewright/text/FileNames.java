package dev.zonewright.text;

/** Names of files as people say them. */
public final class FileNames {
  private FileNames() {}

  /** The part behind the last slash, of either kind. */
  public static String last(String name) {
    return name.substring(name.length() - lastLength(name));
  }

  /** The folder with the slash at its end; empty where there is none. */
  public static String folder(String name) {
    return name.substring(0, name.length() - lastLength(name));
  }

  private static int lastLength(String name) {
    return name.length() - 1 - Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  }
}
