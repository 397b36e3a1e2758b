package dev.zonewright.ui.editor;

import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.model.EditorModel;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The objects of one file, those that a filter leaves, and which of them is chosen. */
final class OutlineModel {
  private final EditorModel editor;
  private final BackgroundRunner runner;
  private final ObservableList<OutlineEntry> all = FXCollections.observableArrayList();
  private final FilteredList<OutlineEntry> shown = new FilteredList<>(all);
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObjectProperty<@Nullable OutlineEntry> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper(this, "empty", "");

  OutlineModel(EditorModel editor, BackgroundRunner runner) {
    this.editor = editor;
    this.runner = runner;
    filter.subscribe(words -> {
      shown.setPredicate(words.isBlank() ? null : entry -> entry.matches(words));
      selected.set(shown.isEmpty() ? null : shown.getFirst());
      empty.set(all.isEmpty() ? empty.get() : "No object has this name");
    });
  }

  /** Reads the objects of the text as it is now; the one at the caret is chosen. */
  void open() {
    filter.set("");
    all.clear();
    empty.set("Reading…");
    String text = editor.text();
    long revision = editor.revision();
    runner.io(
        () -> OutlineEntry.in(text),
        entries -> {
          if (revision == editor.revision()) {
            read(entries);
          }
        });
  }

  private void read(List<OutlineEntry> entries) {
    empty.set("This file has no document");
    all.setAll(OutlineEntry.counted(entries, editor.findings()));
    int here = OutlineEntry.indexAt(all, editor.caretProperty().get());
    if (filter.get().isBlank()) {
      selected.set(all.isEmpty() ? null : all.get(Math.max(0, here)));
    } else {
      selected.set(shown.isEmpty() ? null : shown.getFirst());
    }
  }

  /** Chooses an entry some places further down, or up when negative; stays within the list. */
  void move(int by) {
    if (!shown.isEmpty()) {
      int index = shown.indexOf(selected.get()) + by;
      selected.set(shown.get(Math.clamp(index, 0, shown.size() - 1)));
    }
  }

  /** Goes to the chosen entry; says whether there was one. */
  boolean go() {
    OutlineEntry entry = selected.get();
    if (entry != null) {
      editor.reveal(TextRange.at(entry.offset()));
    }
    return entry != null;
  }

  ObservableList<OutlineEntry> shown() {
    return shown;
  }

  StringProperty filterProperty() {
    return filter;
  }

  ObjectProperty<@Nullable OutlineEntry> selectedProperty() {
    return selected;
  }

  /** Why the list is empty. */
  ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }
}
