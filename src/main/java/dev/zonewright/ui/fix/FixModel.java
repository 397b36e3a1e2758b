package dev.zonewright.ui.fix;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The entries of the fix menu and which one is chosen. */
public final class FixModel {
  private final FixActions actions;
  private final Executor background;
  private final Executor ui;
  private final ObservableList<FixEntry> entries = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable FixEntry> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final BooleanProperty working = new SimpleBooleanProperty(this, "working");
  private String text = "";
  private int asked;

  /**
   * A model.
   *
   * @param background tries the fixes
   * @param ui runs on the thread of the window
   */
  public FixModel(FixActions actions, Executor background, Executor ui) {
    this.actions = actions;
    this.background = background;
    this.ui = ui;
  }

  /**
   * Offers what can be done about findings.
   *
   * @param analysis that the findings are of
   * @param currentText of their file as it stands in the editor
   * @param findings at the caret, in order; not empty
   */
  public void open(Analysis analysis, String currentText, List<LocatedFinding> findings) {
    offer(analysis, currentText, findings.stream().map(FixOffer::of).toList());
  }

  /**
   * Offers chosen fixes.
   *
   * @param offers for findings of one file, in order; not empty
   */
  public void offer(Analysis analysis, String currentText, List<FixOffer> offers) {
    int ticket = ++asked;
    text = currentText;
    entries.clear();
    selected.set(null);
    working.set(true);
    background.execute(() -> {
      List<FixEntry> found = entriesOf(analysis, currentText, offers);
      ui.execute(() -> {
        if (ticket == asked) {
          entries.setAll(found);
          working.set(false);
          preselect(offers.getFirst().finding());
        }
      });
    });
  }

  /** The entries for what is offered; pure. */
  static List<FixEntry> entriesOf(Analysis analysis, String text, List<FixOffer> offers) {
    return new FixEntries(analysis, text, offers).all();
  }

  /** The entries in order; empty while the fixes are tried. */
  public ObservableList<FixEntry> entries() {
    return FXCollections.unmodifiableObservableList(entries);
  }

  public ObjectProperty<@Nullable FixEntry> selectedProperty() {
    return selected;
  }

  public ReadOnlyBooleanProperty workingProperty() {
    return working;
  }

  public void selectNext() {
    move(entries.indexOf(selected.get()), 1);
  }

  public void selectPrevious() {
    move(entries.indexOf(selected.get()), -1);
  }

  /** Enter must never apply the fix of another finding than the one that was asked about. */
  private void preselect(LocatedFinding finding) {
    entries.stream()
        .filter(e -> e instanceof FixEntry.Ready ready && ready.finding().equals(finding))
        .findFirst()
        .or(() -> entries.stream().filter(FixEntry.Explain.class::isInstance).findFirst())
        .ifPresent(selected::set);
  }

  private void move(int from, int step) {
    for (int i = from + step; i >= 0 && i < entries.size(); i += step) {
      if (entries.get(i).isEnabled()) {
        selected.set(entries.get(i));
        return;
      }
    }
  }

  /** Does what the chosen entry says; false where nothing can be done. */
  public boolean activate() {
    switch (selected.get()) {
      case FixEntry.Ready ready -> actions.apply(ready.finding(), ready.outcome(), text);
      case FixEntry.InDocument all -> actions.fixDocument(all.finding());
      case FixEntry.Everywhere all -> actions.fixEverywhere(all.finding());
      case FixEntry.Accept accept -> actions.accept(accept.finding());
      case FixEntry.Explain explain -> actions.explain(explain.finding());
      case null, default -> {
        return false;
      }
    }
    return true;
  }

  /** Shows the page of the finding that the menu was opened on. */
  void explain() {
    for (FixEntry entry : entries) {
      if (entry instanceof FixEntry.Explain(LocatedFinding finding, boolean _)) {
        actions.explain(finding);
      }
    }
  }

  /** Forgets what was asked; nothing is changed. */
  public void close() {
    asked++;
    entries.clear();
    selected.set(null);
    working.set(false);
  }
}
