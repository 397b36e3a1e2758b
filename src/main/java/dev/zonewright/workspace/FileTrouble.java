package dev.zonewright.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in plain words why a file or folder could not be read or written. */
final class FileTrouble {
  private FileTrouble() {}

  static ReadOutcome.Refused reading(Path path, IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> absent(path);
      case AccessDeniedException _ ->
          new ReadOutcome.Refused(
              "you have no permission to read it", "Ask for read permission, or copy it.");
      case FileSystemLoopException _ -> loop();
      case NotDirectoryException _ -> absent(path);
      case FileSystemException f when says(f, "levels of symbolic links") -> loop();
      case FileSystemException f when says(f, "name too long") ->
          new ReadOutcome.Refused("its name is too long for the system", "Give a shorter path.");
      default ->
          new ReadOutcome.Refused(
              "it could not be read (" + reason(e) + ")", "Check the disk, then open it again.");
    };
  }

  private static ReadOutcome.Refused absent(Path path) {
    if (Files.isSymbolicLink(path)) {
      return new ReadOutcome.Refused(
          "it is a link to a file that is not there", "Fix the link, or remove it.");
    }
    // a path joins the slashes of an address
    if (path.toString().matches("(?i)(?:https?|ftp|oci|s3|git|ssh):/.*")) {
      return new ReadOutcome.Refused(
          "it is an address, and only files are opened",
          "Fetch it yourself, then open the file or pipe it in with `-`.");
    }
    return new ReadOutcome.Refused(
        "there is no such file or folder", "Check the name; it may have been moved or removed.");
  }

  private static ReadOutcome.Refused loop() {
    return new ReadOutcome.Refused(
        "it is a symbolic link that leads back to itself", "Fix the link, or remove it.");
  }

  static ReadOutcome.Refused notAFile(Path path) {
    if (Files.isDirectory(path)) {
      return new ReadOutcome.Refused(
          "there is a folder in its place", "Move the folder away, or choose another name.");
    }
    String what =
        Files.exists(path, LinkOption.NOFOLLOW_LINKS)
            ? "it is a pipe, a socket or a device, not a file"
            : "there is no such file";
    return new ReadOutcome.Refused(what, "Write its content to a file, or pipe it in with `-`.");
  }

  static ReadOutcome.Refused changing() {
    return new ReadOutcome.Refused(
        "it changed while it was being read",
        "Open it again when the other program has finished writing.");
  }

  static ReadOutcome.Refused madeUp() {
    return new ReadOutcome.Refused(
        "the system creates its content only when it is read, and reports it as empty",
        "Write its content to a file, or pipe it in with `-`.");
  }

  static SaveOutcome.Failed writing(Path folder, IOException e) {
    return switch (e) {
      case AccessDeniedException _ ->
          new SaveOutcome.Failed(
              "you have no permission to write in " + folder,
              "Ask for write permission, or save a copy elsewhere.");
      case FileSystemException f when says(f, "read-only") ->
          new SaveOutcome.Failed("the disk is read-only", "Save a copy elsewhere.");
      case IOException f when says(f, "no space") || says(f, "quota exceeded") ->
          new SaveOutcome.Failed("the disk is full", "Free some space, then save again.");
      default ->
          new SaveOutcome.Failed(
              "it could not be written (" + reason(e) + ")", "Check the disk, then save again.");
    };
  }

  // writing tells of a full disk in a plain exception, making a file in one with a reason
  private static boolean says(IOException e, String words) {
    return reason(e).toLowerCase(Locale.ROOT).contains(words);
  }

  private static String reason(IOException e) {
    String words =
        e instanceof FileSystemException f && f.getReason() != null
            ? f.getReason()
            : e.getMessage();
    return words == null || words.isBlank() ? e.getClass().getSimpleName() : words;
  }
}
