package dev.zonewright.analysis.across;

import dev.zonewright.control.NewDocument;
import dev.zonewright.control.Placement;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.text.FileNames;
import dev.zonewright.yaml.edit.DocumentText;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.edit.YamlEditor;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the new documents of one fix into files, the edits of which are made. */
final class AddedDocuments {
  private final EditedFiles files;
  private final ObjectPlaces places;
  private final Map<ObjectRef, NewDocument> before;

  /** Behind which documents of a file others came in; counted as they were before any did. */
  private final Map<String, List<Integer>> inserted = new HashMap<>();

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
   * @param numbers of the documents behind which something can be put, before anything was
   * @return whether it was added; not when it is there already
   * @throws FixStop when it cannot be added
   */
  boolean add(NewDocument document, StyleOf here, Map<ObjectRef, Integer> numbers) {
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
        String file = places.only(anchor).file();
        addBehind(file, numbers.getOrDefault(anchor, 0), document);
      }
      case Placement.InFile(String file) -> addAtEnd(file, document);
      case Placement.NewFile(String name) -> {
        String file = beside(here.file(), name);
        if (files.file(file).isPresent()) {
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

  private void addAtEnd(String file, NewDocument document) {
    Manifest manifest = files.file(file).orElseThrow(() -> new FixStop(file + " is not opened"));
    int last = manifest.stream().parts().size();
    if (last == 0) {
      throw new FixStop(file + " holds no document that another can be put behind");
    }
    put(manifest, last, document);
  }

  private void addBehind(String file, int number, NewDocument document) {
    List<Integer> sofar = inserted.computeIfAbsent(file, _ -> new ArrayList<>());
    int moved = (int) sofar.stream().filter(n -> n <= number).count();
    put(files.file(file).orElseThrow(), number + moved, document);
    sofar.add(number);
  }

  private void put(Manifest manifest, int number, NewDocument document) {
    YamlStream.Part part = manifest.stream().parts().get(number - 1);
    YamlEditor editor = YamlEditor.on(manifest.stream().textOf(part));
    switch (editor.appendDocument(document.content()).finish()) {
      case EditOutcome.Refused(String reason) -> throw new FixStop(reason);
      case EditOutcome.Edited edited ->
          files.edit(manifest.file(), edited.edits().shift(part.offset()));
    }
  }
}
