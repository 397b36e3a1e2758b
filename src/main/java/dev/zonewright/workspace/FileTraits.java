package dev.zonewright.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Optional;

/** What a file has besides its bytes: owner, group, permissions, extended attributes. */
final class FileTraits {
  private static final String MODE = "unix:mode";

  private FileTraits() {}

  /**
   * Makes a copy of a file the same in all that stands beside its bytes. The copy was made with its
   * attributes; this restores what writing cleared, and checks that all is there.
   *
   * @return what cannot be kept, in words that can begin a sentence; empty when all is
   */
  static Optional<String> keep(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null) {
      PosixFileAttributes is = Files.readAttributes(from, PosixFileAttributes.class);
      if (!is.group().equals(view.readAttributes().group()) && !gives(view, is, false)) {
        return Optional.of("its group " + is.group().getName());
      }
      if (!is.owner().equals(view.readAttributes().owner()) && !gives(view, is, true)) {
        return Optional.of("its owner " + is.owner().getName());
      }
      if (!hasMode(from, to, view, is)) {
        return Optional.of("its permissions");
      }
    }
    return missing(from, to).map(name -> "its extended attribute user." + name);
  }

  private static boolean gives(PosixFileAttributeView to, PosixFileAttributes is, boolean owner) {
    try {
      if (owner) {
        to.setOwner(is.owner());
      } else {
        to.setGroup(is.group());
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Last of all, for a change of owner and every write may clear bits. */
  private static boolean hasMode(
      Path from, Path to, PosixFileAttributeView view, PosixFileAttributes is) throws IOException {
    if (!from.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      view.setPermissions(is.permissions());
      return true;
    }
    Object mode = Files.getAttribute(from, MODE);
    if (!mode.equals(Files.getAttribute(to, MODE))) {
      Files.setAttribute(to, MODE, mode);
    }
    return mode.equals(Files.getAttribute(to, MODE));
  }

  private static Optional<String> missing(Path from, Path to) throws IOException {
    UserDefinedFileAttributeView has =
        Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
    UserDefinedFileAttributeView got =
        Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
    if (has == null || got == null) {
      return Optional.empty();
    }
    for (String name : names(has)) {
      if (!names(got).contains(name) || !value(has, name).equals(value(got, name))) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static List<String> names(UserDefinedFileAttributeView view) {
    try {
      return view.list();
    } catch (IOException _) {
      // this file system has none
      return List.of();
    }
  }

  private static ByteBuffer value(UserDefinedFileAttributeView view, String name)
      throws IOException {
    ByteBuffer value = ByteBuffer.allocate(view.size(name));
    view.read(name, value);
    return value.flip();
  }
}
