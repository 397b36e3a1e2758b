package dev.zonewright.ui.files;

import dev.zonewright.text.NaturalOrder;
import dev.zonewright.text.SourceText.Terminator;
import dev.zonewright.text.Unreadable;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.workspace.OpenedFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All files that are opened, shown or not. To be used on the UI thread. */
public final class OpenFiles {
  private final TreeMap<String, OpenFile> files = new TreeMap<>(NaturalOrder.NAMES);
  private final TreeMap<String, Unreadable> unreadable = new TreeMap<>(NaturalOrder.NAMES);

  /** Each place goes by the name that it was first opened under, relative or not. */
  private final Map<Path, String> names = new HashMap<>();

  private final Consumer<EditorModel> onText;
  private Runnable left = () -> {};
  private long revision;

  OpenFiles(Consumer<EditorModel> onText) {
    this.onText = onText;
  }

  /**
   * What an analysis looks at.
   *
   * @param revision of the texts; files that were opened since do not make it stale
   */
  public record Snapshot(long revision, Map<String, String> texts, List<Unreadable> unreadable) {}

  public Snapshot snapshot() {
    Map<String, String> texts = HashMap.newHashMap(files.size());
    files.forEach((name, file) -> texts.put(name, file.text()));
    return new Snapshot(revision, texts, List.copyOf(unreadable.values()));
  }

  /** Grows with each change of a text that was already there. */
  public long revision() {
    return revision;
  }

  /** A file was opened. One that is open with unsaved changes keeps them. */
  OpenFile put(OpenedFile given) {
    String name = nameOf(given.path(), given.name());
    OpenedFile opened = new OpenedFile(given.path(), name, given.source(), given.stamp());
    unreadable.remove(name);
    OpenFile known = files.get(opened.name());
    if (known == null) {
      known = new OpenFile(opened, this::edited);
      files.put(opened.name(), known);
    } else if (!known.isModified()) {
      reload(known, opened);
    }
    return known;
  }

  private String nameOf(Path path, String given) {
    return names.computeIfAbsent(whole(path), _ -> given);
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** A file was read again; the text here goes, and can be had back where it was shown. */
  void reload(OpenFile file, OpenedFile now) {
    boolean changed = !file.text().equals(now.source().text());
    file.reloaded(now);
    revision += changed && !file.hasEditor() ? 1 : 0;
  }

  /** A file was opened that is not to be written. */
  OpenFile putCopy(OpenedFile opened) {
    OpenFile known = files.get(opened.name());
    return known == null
        ? files.computeIfAbsent(opened.name(), _ -> OpenFile.copy(opened, this::edited))
        : known;
  }

  /** A text comes in that belongs to no file yet. */
  public OpenFile putUntitled(String name, String text) {
    OpenFile file = OpenFile.untitled(freeName(name), text, this::edited);
    files.put(file.name(), file);
    return file;
  }

  private String freeName(String wanted) {
    int dot = wanted.lastIndexOf('.');
    String stem = dot < 0 ? wanted : wanted.substring(0, dot);
    String end = dot < 0 ? "" : wanted.substring(dot);
    String name = wanted;
    for (int i = 2; files.containsKey(name); i++) {
      name = stem + "-" + i + end;
    }
    return name;
  }

  /**
   * A text goes on in another file. The one that it came from is no longer open: two files with the
   * same objects would be findings of each other.
   */
  void move(OpenFile file, OpenedFile to) {
    files.remove(file.name(), file);
    unreadable.remove(to.name());
    names.put(whole(to.path()), to.name());
    file.becomes(to);
    files.put(to.name(), file);
    revision++;
  }

  /** Takes a file out. */
  void remove(OpenFile file) {
    if (files.remove(file.name(), file)) {
      revision++;
      left.run();
    }
  }

  void clear() {
    files.clear();
    unreadable.clear();
    names.clear();
    revision++;
    left.run();
  }

  /** Who hears that a file is no longer open, to let go of it. */
  void onLeft(Runnable listener) {
    left = listener;
  }

  /** Whether this very file is open, and not another one of its name. */
  boolean has(OpenFile file) {
    return files.get(file.name()) == file;
  }

  /** Files and folders are about to be read again: what could not be read there may be so now. */
  void retry(List<Path> paths) {
    List<Path> again = paths.stream().map(OpenFiles::whole).toList();
    unreadable.keySet().removeIf(n -> again.stream().anyMatch(whole(Path.of(n))::startsWith));
  }

  void refuse(Unreadable file) {
    String name = nameOf(Path.of(file.file()), file.file());
    if (!files.containsKey(name)) {
      unreadable.put(name, new Unreadable(name, file.line(), file.what(), file.cure()));
    }
  }

  public Optional<OpenFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  public Collection<OpenFile> files() {
    return Collections.unmodifiableCollection(files.values());
  }

  /** How the lines end of files where not in LF. */
  public Map<String, Terminator> lineEnds() {
    return OpenedFile.lineEnds(files.values().stream().map(OpenFile::onDisk));
  }

  List<OpenFile> modified() {
    return files.values().stream().filter(OpenFile::isModified).toList();
  }

  boolean isEmpty() {
    return files.isEmpty() && unreadable.isEmpty();
  }

  private void edited(EditorModel editor) {
    revision++;
    onText.accept(editor);
  }
}
