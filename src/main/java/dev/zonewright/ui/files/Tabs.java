package dev.zonewright.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The files that have a tab, and the one on show. A closed tab takes no file out of the workspace.
 */
public final class Tabs {
  /** How many of the files that are named get a tab at once; the tree leads to the others. */
  private static final int ASKED = 4;

  private final ObservableList<OpenFile> files = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable OpenFile> active = new SimpleObjectProperty<>();
  private @Nullable OpenFile guess;
  private Runnable onBrought = () -> {};

  /** In the order of the tabs. */
  public ObservableList<OpenFile> files() {
    return files;
  }

  public ObjectProperty<@Nullable OpenFile> activeProperty() {
    return active;
  }

  /** Shows a file in its tab, in a new one where it has none. */
  public void show(OpenFile file) {
    if (!files.contains(file)) {
      files.add(file);
    }
    active.set(file);
  }

  /** Shows a file that the person brought in just now, to go on with it. */
  void bring(OpenFile file) {
    show(file);
    onBrought.run();
  }

  /** Runs each time that something is brought in and shown, also what has a tab already. */
  public void onBrought(Runnable listener) {
    onBrought = listener;
  }

  /** A file goes by another name: its tab stays where it is, and is told of. */
  void renamed(OpenFile file) {
    int at = files.indexOf(file);
    if (at >= 0) {
      files.set(at, file);
    }
  }

  /** Moves the tab on show, by 1 to the right, by -1 to the left, as far as there are tabs. */
  public void move(int by) {
    int at = files.indexOf(active.get());
    int to = Math.clamp(at + by, 0, Math.max(0, files.size() - 1));
    if (at >= 0 && to != at) {
      List<OpenFile> order = new ArrayList<>(files);
      order.add(to, order.remove(at));
      reorder(order);
    }
  }

  /** Takes another order of the same files. */
  public void reorder(List<OpenFile> order) {
    if (!order.equals(files) && order.size() == files.size() && files.containsAll(order)) {
      files.sort(Comparator.comparingInt(order::indexOf));
    }
  }

  /** Closes the tab on show. */
  public void closeActive() {
    OpenFile shown = active.get();
    if (shown != null) {
      close(shown);
    }
  }

  public void close(OpenFile file) {
    int at = files.indexOf(file);
    files.remove(file);
    if (file.equals(active.get())) {
      active.set(files.isEmpty() ? null : files.get(Math.clamp(at, 0, files.size() - 1)));
    }
  }

  void closeAll() {
    active.set(null);
    files.clear();
  }

  /** Files of a new go come in, perhaps while those of one before still do. */
  Batch newBatch(List<Path> paths) {
    guess = null;
    return new Batch(paths.stream().map(Tabs::whole).collect(Collectors.toSet()));
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Whether the file on show is there only until a better one is known. */
  public boolean showsGuess() {
    OpenFile known = guess;
    return known != null && known.equals(active.get()) && !known.isModified();
  }

  /** The file to begin with is known: one that was shown in its stead needs no tab any more. */
  public void settle() {
    OpenFile known = guess;
    guess = null;
    if (known != null && !known.equals(active.get()) && !known.isModified()) {
      close(known);
    }
  }

  /** The files that one go brings: each go shows its own first file. */
  final class Batch {
    private final Set<Path> named;
    private int offered;

    private Batch(Set<Path> named) {
      this.named = named;
    }

    /**
     * A file came in: the first ones get a tab, the very first is shown. Of a folder it is just the
     * first, to be looked at until it is known which file is the one to begin with.
     */
    void offer(OpenFile file) {
      boolean ofFolder = !named.contains(whole(file.onDisk().path()));
      if (offered == 0) {
        guess = ofFolder && !files.contains(file) ? file : null;
        bring(file);
      } else if (!ofFolder && offered < ASKED && !files.contains(file)) {
        files.add(file);
      }
      offered++;
    }
  }
}
