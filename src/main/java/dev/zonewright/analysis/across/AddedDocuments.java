package dev.zonewright.analysis.across;

import dev.zonewright.control.NewDocument;
import dev.zonewright.control.Placement;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.text.FileNames;
import dev.zonewright.yaml.edit.DocumentText;
import java.util.List;
import java.util.Map;

/**
 * Puts the new documents of one fix into files, the edits of which are made. Where others are put
 * behind the same document, a new one comes behind these.
 */
final class AddedDocuments {
  private final EditedFiles files;
  private final ObjectPlaces places;
  private final Map<ObjectRef, NewDocument> before;

  /**
   * The additions of a fix.
   *
   * @param places where objects are, from before the first fix
   * @param before what other fixes have added to these files
   */
  AddedDocuments(EditedFiles files, ObjectPlaces places, Map<ObjectRef, NewDocument> before) {
    this.files = files;
    this.places = places;
    this.before = before;
  }

  /**
   * Adds a document.
   *
   * @param here the document with the finding, which a new file is put beside and written like
   * @return whether it was added; not when it is there already
   * @throws FixStop when it cannot be added
   */
  boolean add(NewDocument document, StyleOf here) {
    ObjectRef object = document.object();
    List<ObjectPlaces.At> same = places.of(object);
    if (same.stream().anyMatch(at -> DocumentText.isSame(document.content(), at.document()))) {
      return false;
    }
    if (!same.isEmpty() || before.containsKey(object)) {
      throw new FixStop(object.label() + " is there already, with another content");
    }
    switch (document.at()) {
      case Placement.Behind(ObjectRef anchor) -> {
        ObjectPlaces.At at = places.only(anchor);
        EditedFile file = files.before(at.file()).orElseThrow();
        put(file.document(file.part(at.document()).number()), document);
      }
      case Placement.InFile(String file) -> addAtEnd(file, document);
      case Placement.NewFile(String name) -> {
        String file = beside(here.file(), name);
        if (files.before(file).isPresent() || files.made(file) != null) {
          addAtEnd(file, document);
        } else {
          files.create(file, DocumentText.of(document.content(), here.text()));
        }
      }
    }
    return true;
  }

  /** A document to write like. */
  record StyleOf(String file, String text) {}

  private static String beside(String file, String name) {
    return FileNames.folder(file) + name;
  }

  private void addAtEnd(String name, NewDocument document) {
    EditedDocument made = files.made(name);
    if (made != null) {
      put(made, document);
      return;
    }
    EditedFile file = files.before(name).orElseThrow(() -> new FixStop(name + " is not opened"));
    if (file.size() == 0) {
      throw new FixStop(name + " holds no document that another can be put behind");
    }
    put(file.document(file.size()), document);
  }

  private void put(EditedDocument before, NewDocument document) {
    files.done(before.append(document.content()));
  }
}
