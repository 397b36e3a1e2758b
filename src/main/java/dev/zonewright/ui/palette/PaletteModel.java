package dev.zonewright.ui.palette;

import dev.zonewright.ui.BackgroundRunner;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is typed into the field, what fits it, and which of that is chosen. */
final class PaletteModel {
  private static final int MOST = 200;

  private final BackgroundRunner runner;
  private final Consumer<Target> go;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<PaletteIndex.Hit> hits = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private Optional<PaletteIndex> index = Optional.empty();
  private long opening;
  private long asked;

  /**
   * @param go is told where to go
   */
  PaletteModel(BackgroundRunner runner, Consumer<Target> go) {
    this.runner = runner;
    this.go = go;
    query.addListener((_, _, _) -> search());
  }

  /** Starts anew: makes the index in the background, then lists what is there. */
  void open(Supplier<PaletteIndex> make) {
    close();
    query.set("");
    summary.set("Looking…");
    long mine = opening;
    runner.io(
        make,
        made -> {
          if (mine == opening) {
            index = Optional.of(made);
            search();
          }
        });
  }

  /** Forgets everything, so that closed files need no room. */
  void close() {
    opening++;
    asked++;
    index = Optional.empty();
    hits.clear();
    chosen.set(-1);
  }

  private void search() {
    long mine = ++asked;
    String words = query.get();
    index.ifPresent(in ->
        runner.io(
            () -> in.search(words, MOST),
            found -> {
              if (mine == asked) {
                show(found);
              }
            }));
  }

  private void show(PaletteIndex.Hits found) {
    // a new list starts from its top, also where that was chosen before
    chosen.set(-1);
    hits.setAll(found.best());
    chosen.set(found.best().isEmpty() ? -1 : 0);
    int more = found.found() - found.best().size();
    if (found.found() == 0) {
      summary.set("No object, file, finding or control matches");
    } else {
      summary.set(
          more > 0 ? "First %d of %,d matches".formatted(found.best().size(), found.found()) : "");
    }
  }

  StringProperty queryProperty() {
    return query;
  }

  ObservableList<PaletteIndex.Hit> hits() {
    return hits;
  }

  /** The index of the chosen hit; -1 for none. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** What there is to say below the list; may be empty. */
  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  void choose(int hit) {
    chosen.set(Math.clamp(hit, hits.isEmpty() ? -1 : 0, hits.size() - 1));
  }

  /** Goes to the chosen hit; says whether there was anything to go to. */
  boolean accept() {
    int at = chosen.get();
    List<PaletteIndex.Hit> now = List.copyOf(hits);
    if (at < 0 || at >= now.size() || now.get(at).entry().target() instanceof Target.Hint) {
      return false;
    }
    Target target = now.get(at).entry().target();
    close();
    go.accept(target);
    return true;
  }
}
