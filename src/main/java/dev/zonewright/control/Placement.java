package dev.zonewright.control;

import dev.zonewright.kube.ObjectRef;

/** Where a new document goes. */
public sealed interface Placement {
  /** Behind the document of an object, in its file. */
  record Behind(ObjectRef object) implements Placement {}

  /**
   * At the end of a file that is opened.
   *
   * @param file its name, as reports give it
   */
  record InFile(String file) implements Placement {}

  /**
   * Into a new file beside that of the finding. Where one of this name is opened, or was made by
   * another fix, at its end.
   *
   * @param name without folders, such as {@code network-policies.yaml}
   */
  record NewFile(String name) implements Placement {
    public NewFile {
      if (name.isBlank() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
        throw new IllegalArgumentException("a file name without folders is needed: " + name);
      }
    }
  }
}
