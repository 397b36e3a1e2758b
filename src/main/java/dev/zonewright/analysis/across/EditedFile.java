package dev.zonewright.analysis.across;

import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file as fixes leave it, document by document: a fix reads the documents that it changes, and
 * never the whole file.
 */
final class EditedFile {
  private final Manifest before;
  private final Map<Integer, EditedDocument> changed = new TreeMap<>();
  private @Nullable IdentityHashMap<YamlDocument, YamlStream.Part> parts;

  EditedFile(Manifest before) {
    this.before = before;
  }

  /** How many documents the file had before. */
  int size() {
    return before.stream().parts().size();
  }

  /**
   * Where a document of the file stands.
   *
   * @throws FixStop when it is not one of its documents
   */
  YamlStream.Part part(YamlDocument document) {
    IdentityHashMap<YamlDocument, YamlStream.Part> known = parts;
    if (known == null) {
      known = new IdentityHashMap<>();
      for (YamlStream.Part part : before.stream().parts()) {
        known.put(part.document(), part);
      }
      parts = known;
    }
    YamlStream.Part part = known.get(document);
    if (part == null) {
      throw new FixStop("the document is not there any more");
    }
    return part;
  }

  /**
   * A document as it is by now.
   *
   * @param number from 1, as it was before anything was changed
   */
  EditedDocument document(int number) {
    return changed.computeIfAbsent(
        number,
        n -> new EditedDocument(before.stream().textOf(before.stream().parts().get(n - 1))));
  }

  /** The text of a document before. */
  String textOf(YamlStream.Part part) {
    return before.stream().textOf(part);
  }

  /** All that was done, in offsets of the file's text before. */
  EditSet edits() {
    List<TextEdit> all = new ArrayList<>();
    changed.forEach((number, document) -> {
      int offset = before.stream().parts().get(number - 1).offset();
      for (TextEdit edit : document.edits().shift(offset).edits()) {
        boolean touches =
            !all.isEmpty() && EditedDocument.touch(all.getLast().range(), edit.range());
        all.add(touches ? EditedDocument.joined(all.removeLast(), edit) : edit);
      }
    });
    return new EditSet(all);
  }

  /** Whether the file, read afresh, holds these documents and what it held. */
  boolean holds() {
    List<String> expected = new ArrayList<>();
    for (YamlStream.Part part : before.stream().parts()) {
      EditedDocument now = changed.get(part.number());
      if (now == null) {
        expected.add(before.stream().textOf(part));
      } else {
        expected.addAll(now.texts());
      }
    }
    YamlStream after = before.edited(edits()).stream();
    return after.parts().stream().map(after::textOf).toList().equals(expected);
  }

  /** The file with all that made. */
  Manifest after() {
    EditSet edits = edits();
    return edits.isEmpty() ? before : before.edited(edits);
  }
}
