package dev.zonewright.ui.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The files that have a tab, and the one on show. A closed tab takes no file out of the workspace.
 */
public final class Tabs {
  /** How many files of one go get a tab unasked; the tree leads to the others. */
  private static final int UNASKED = 4;

  private final ObservableList<OpenFile> files = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable OpenFile> active = new SimpleObjectProperty<>();
  private int offered;

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

  /** Files of a new go come in. */
  void newBatch() {
    offered = 0;
  }

  /** A file came in: the first ones get a tab, the very first is shown. */
  void offer(OpenFile file) {
    if (offered == 0) {
      show(file);
    } else if (offered < UNASKED && !files.contains(file)) {
      files.add(file);
    }
    offered++;
  }
}
