package dev.zonewright.analysis.across;

import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files as some fixes leave them, with the edits that lead there. */
public final class EditedFiles {
  private final Map<String, EditedFile> files = new TreeMap<>();
  private final Map<String, EditedDocument> created = new TreeMap<>();
  private final Deque<Runnable> undo = new ArrayDeque<>();

  private EditedFiles() {}

  static EditedFiles of(Iterable<Manifest> manifests) {
    EditedFiles out = new EditedFiles();
    Map<String, Manifest> first = new HashMap<>();
    manifests.forEach(m -> first.putIfAbsent(m.file(), m));
    first.forEach((name, manifest) -> out.files.put(name, new EditedFile(manifest)));
    return out;
  }

  /** Keeps all that was done so far. */
  void keep() {
    undo.clear();
  }

  /** Takes back what was done since it was last kept. */
  void takeBack() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }

  /** Notes how the last step is taken back. */
  void done(Runnable back) {
    undo.push(back);
  }

  /** A file that was there before. */
  Optional<EditedFile> before(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** The document of a file that is new, with those behind it; null when there is none. */
  @Nullable EditedDocument made(String name) {
    return created.get(name);
  }

  void create(String name, String text) {
    created.put(name, new EditedDocument(text));
    done(() -> created.remove(name));
  }

  /** A file as it is now; empty when there is none of this name. */
  public Optional<Manifest> file(String name) {
    EditedDocument made = created.get(name);
    return made == null
        ? before(name).map(EditedFile::after)
        : Optional.of(Manifest.of(name, String.join("", made.texts())));
  }

  /** The edits of each file that was there and changes, in offsets of its text before. */
  public Map<String, EditSet> edits() {
    Map<String, EditSet> out = new TreeMap<>();
    files.forEach((name, file) -> {
      EditSet edits = file.edits();
      if (!edits.isEmpty()) {
        out.put(name, edits);
      }
    });
    return out;
  }

  /** The text of each file that is new, by its name. */
  public Map<String, String> created() {
    Map<String, String> out = new TreeMap<>();
    created.forEach((name, document) -> out.put(name, String.join("", document.texts())));
    return out;
  }

  /** Whether each file that changes, read afresh, holds just what the fixes left in it. */
  public boolean hold() {
    return files.values().stream().allMatch(f -> f.edits().isEmpty() || f.holds())
        && created.entrySet().stream()
            .allMatch(e ->
                file(e.getKey()).orElseThrow().stream().parts().size()
                    == e.getValue().texts().size());
  }
}
