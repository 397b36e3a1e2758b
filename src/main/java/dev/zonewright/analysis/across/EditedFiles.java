package dev.zonewright.analysis.across;

import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files as some fixes have left them, with the edits that led there. */
public final class EditedFiles {
  private final Map<String, Manifest> before;
  private final Map<String, Manifest> changed;
  private final Map<String, EditSet> edits;
  private final Set<String> created;

  private EditedFiles(
      Map<String, Manifest> before,
      Map<String, Manifest> changed,
      Map<String, EditSet> edits,
      Set<String> created) {
    this.before = before;
    this.changed = new HashMap<>(changed);
    this.edits = new TreeMap<>(edits);
    this.created = new TreeSet<>(created);
  }

  static EditedFiles of(Iterable<Manifest> manifests) {
    Map<String, Manifest> before = new HashMap<>();
    manifests.forEach(m -> before.putIfAbsent(m.file(), m));
    return new EditedFiles(before, Map.of(), Map.of(), Set.of());
  }

  /** The same state, to go on from without changing this one. */
  EditedFiles copy() {
    return new EditedFiles(before, changed, edits, created);
  }

  /** A file as it is now; empty when there is none of this name. */
  public Optional<Manifest> file(String name) {
    Manifest now = changed.get(name);
    return Optional.ofNullable(now == null ? before.get(name) : now);
  }

  /** Edits a file that is there, in offsets of its text as it is now. */
  void edit(String name, EditSet next) {
    Manifest now = file(name).orElseThrow();
    if (next.isEmpty()) {
      return;
    }
    changed.put(name, now.edited(next));
    Manifest first = before.get(name);
    if (first != null) {
      EditSet sofar = edits.get(name);
      edits.put(name, sofar == null ? next : sofar.then(next, first.stream().text()));
    }
  }

  void create(String name, String text) {
    changed.put(name, Manifest.of(name, text));
    created.add(name);
  }

  /** The edits of each file that was there, in offsets of its text before. */
  public Map<String, EditSet> edits() {
    return edits;
  }

  /** The text of each file that is new, by its name. */
  public Map<String, String> created() {
    Map<String, String> out = new TreeMap<>();
    created.forEach(name -> out.put(name, file(name).orElseThrow().stream().text()));
    return out;
  }
}
