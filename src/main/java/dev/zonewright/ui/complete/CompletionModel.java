package dev.zonewright.ui.complete;

import dev.zonewright.text.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The words proposed at the caret while the list is open, and the one that is chosen. */
public final class CompletionModel {
  private final TextLines lines;
  private final Function<CaretPlace, List<Proposal>> words;
  private final ObservableList<Proposal> shown = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private @Nullable Offer offer;

  /**
   * What was asked for last.
   *
   * @param line of the caret, from 0
   * @param item whether they are written as an item of a list, whose dash is still to come
   */
  private record Offer(int line, CaretPlace place, List<Proposal> all, boolean item) {
    boolean goesOn(int now, CaretPlace next) {
      return now == line && next.role() == place.role() && next.from() == place.from();
    }
  }

  /**
   * What taking a proposal does.
   *
   * @param line that the edit's range is counted from the start of
   * @param edit its range in columns of that line
   * @param caret in characters after the start of what is inserted
   * @param goesOn whether the values of the new key can be proposed at once
   */
  public record Taken(int line, TextEdit edit, int caret, boolean goesOn) {}

  /** Proposes words for a text that is read line by line, as it is at the time. */
  public CompletionModel(TextLines lines) {
    this(lines, false);
  }

  /**
   * The same for a text of one kind or the other.
   *
   * @param review whether it is a review file; else it holds manifests
   */
  CompletionModel(TextLines lines, boolean review) {
    this.lines = lines;
    words = review ? ReviewWords::at : Proposals::at;
  }

  public ObservableList<Proposal> shown() {
    return shown;
  }

  /** The index of the chosen proposal; -1 while the list is closed. */
  public ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Somebody asks for words at a caret; line and column from 0. */
  public void ask(int line, int column) {
    offer(line, column, "");
  }

  /**
   * A character was typed before the caret: opens the list for a word that has begun, and for a
   * value whose key has just ended.
   */
  public void typed(int line, int column) {
    if (open.get()) {
      moved(line, column);
    }
    if (open.get()) {
      return;
    }
    CaretPlace.at(lines, line, column)
        .filter(p -> !p.tight())
        .filter(p -> p.role() == CaretPlace.Role.VALUE || !p.prefix().isEmpty())
        .ifPresent(p -> offer(line, column, p.prefix()));
  }

  // a word that stands there as it is needs no list, and Enter is to end the line
  private void offer(int line, int column, String whole) {
    Optional<CaretPlace> place = CaretPlace.at(lines, line, column);
    if (place.isEmpty()) {
      close();
      return;
    }
    List<Proposal> here = words.apply(place.get());
    // below the key of a list nothing fits but another item
    boolean item = here.isEmpty() && place.get().role() == CaretPlace.Role.KEY;
    List<Proposal> all = item ? words.apply(place.get().asItem()) : here;
    boolean done = !whole.isEmpty() && all.stream().anyMatch(p -> p.word().equals(whole));
    offer = new Offer(line, place.get(), all, item);
    show(done ? List.of() : Proposals.matching(all, place.get().prefix()));
  }

  /** The caret or the text has changed: the list follows, or closes where it no longer fits. */
  public void moved(int line, int column) {
    Offer now = offer;
    if (!open.get() || now == null) {
      return;
    }
    Optional<CaretPlace> place = CaretPlace.at(lines, line, column);
    if (place.isEmpty() || !now.goesOn(line, place.get())) {
      close();
      return;
    }
    String prefix = place.get().prefix();
    boolean value = place.get().role() == CaretPlace.Role.VALUE;
    boolean done = value && now.all().stream().anyMatch(p -> p.word().equals(prefix));
    offer = new Offer(line, place.get(), now.all(), now.item());
    show(done ? List.of() : Proposals.matching(now.all(), prefix));
  }

  private void show(List<Proposal> now) {
    if (now.isEmpty()) {
      close();
      return;
    }
    chosen.set(-1);
    shown.setAll(now);
    chosen.set(0);
    open.set(true);
  }

  public void close() {
    offer = null;
    chosen.set(-1);
    shown.clear();
    open.set(false);
  }

  /** Chooses another proposal; beyond an end the last one there. */
  public void choose(int index) {
    if (open.get()) {
      chosen.set(Math.clamp(index, 0, shown.size() - 1));
    }
  }

  /** Takes the chosen proposal and closes the list; empty where none is chosen. */
  public Optional<Taken> take() {
    Offer now = offer;
    int at = chosen.get();
    if (now == null || at < 0 || at >= shown.size()) {
      return Optional.empty();
    }
    Proposal proposal = shown.get(at);
    CaretPlace place = now.place();
    Habits habits = Habits.around(lines, now.line());
    Insertion insertion =
        now.item()
            ? Insertion.of(place.asItem(), proposal, habits).asItem()
            : Insertion.of(place, proposal, habits);
    TextEdit edit = TextEdit.replace(place.from(), place.to(), insertion.text());
    close();
    boolean goesOn = proposal.form() == Proposal.Form.SCALAR && !place.ended();
    return Optional.of(new Taken(now.line(), edit, insertion.caret(), goesOn));
  }
}
