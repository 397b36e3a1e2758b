package dev.zonewright.ui.findings;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Severity;
import dev.zonewright.ui.Counts;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** The findings of the current analysis as a filtered, grouped list, and the one that is chosen. */
public final class FindingsModel {
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty fixableOnly = new SimpleBooleanProperty();
  private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.TENANT);
  private final ObjectProperty<FindingsLayout> layout =
      new SimpleObjectProperty<>(FindingsLayout.DEFAULT);
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private final ObservableSet<Severity> hidden = FXCollections.observableSet();
  // held, for a view of a set listens weakly and would go with its last listener
  private final ObservableSet<Severity> hiddenView =
      FXCollections.unmodifiableObservableSet(hidden);
  private final ControlsShown controls = new ControlsShown(this::rebuild);
  private final ObjectProperty<@Nullable LocatedFinding> selected = new SimpleObjectProperty<>();
  private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper filterHidesAll = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Map<Severity, Integer>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private FindingsShown shown =
      FindingsShown.of(
          Analysis.empty(), controls.filter("", Set.of(), false), FindingsLayout.DEFAULT);
  private boolean many;
  private boolean coming;

  public FindingsModel() {
    filter.addListener((_, _, _) -> rebuild());
    fixableOnly.addListener((_, _, _) -> rebuild());
    hidden.addListener((SetChangeListener<Severity>) _ -> rebuild());
    grouping.addListener((_, _, now) -> layout.set(layout.get().groupedBy(now)));
    layout.addListener((_, was, now) -> laidOut(was, now));
    rebuild();
  }

  /** Says whether findings are still to come. */
  public void awaits(boolean now) {
    coming = now;
    emptyText.set(whyEmpty(shown.analysis()));
  }

  private void laidOut(FindingsLayout was, FindingsLayout now) {
    grouping.set(now.grouping());
    if (!was.hasRowsOf(now)) {
      rebuild();
    }
  }

  /** Takes in a new analysis; the chosen finding stays chosen where it is still there. */
  public void show(Analysis now) {
    show(look().apply(now));
  }

  /** The same, where the rows are built already. */
  public void show(FindingsShown ready) {
    shown = ready;
    counts.set(ready.counts());
    LocatedFinding was = selected.get();
    rebuild();
    if (was != null) {
      selected.set(
          ready.analysis().findings().stream()
              .filter(f -> f.fingerprint().equals(was.fingerprint()))
              .findFirst()
              .orElse(null));
    }
  }

  /** Builds rows, filtered and laid out as now; may be used on any thread. */
  public Function<Analysis, FindingsShown> look() {
    FindingsFilter now = filterNow();
    FindingsLayout laidOut = layout.get();
    return analysis -> FindingsShown.of(analysis, now, laidOut);
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public BooleanProperty fixableOnlyProperty() {
    return fixableOnly;
  }

  public ObjectProperty<Grouping> groupingProperty() {
    return grouping;
  }

  /** Grouping, sort and widths together, for those who keep them; the table follows. */
  public ObjectProperty<FindingsLayout> layoutProperty() {
    return layout;
  }

  /** How large the text of the window is, where 1 is usual: columns that hold text grow with it. */
  public DoubleProperty scaleProperty() {
    return scale;
  }

  public ObjectProperty<@Nullable LocatedFinding> selectedProperty() {
    return selected;
  }

  public ObservableList<FindingRow> rows() {
    return rows;
  }

  /** “19 · 12 fixable”, of the rows shown. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Why the table is empty, when it is. */
  public ReadOnlyStringProperty emptyTextProperty() {
    return emptyText.getReadOnlyProperty();
  }

  /** Whether there are findings and none of them is shown. */
  public ReadOnlyBooleanProperty filterHidesAllProperty() {
    return filterHidesAll.getReadOnlyProperty();
  }

  /** How many findings there are of each severity, filtered or not. */
  public ReadOnlyObjectProperty<Map<Severity, Integer>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** The severities that are left out. */
  public ObservableSet<Severity> hiddenSeverities() {
    return hiddenView;
  }

  /** Shows or leaves out the findings of one severity. */
  public void setShown(Severity severity, boolean shown) {
    if (shown) {
      hidden.remove(severity);
    } else {
      hidden.add(severity);
    }
  }

  /** Shows the findings of this control and no others. */
  public void showOnly(ControlInfo control) {
    controls.only(control);
  }

  /** Leaves out the findings of this control, until everything is shown again. */
  public void hide(ControlInfo control) {
    controls.hide(control);
  }

  /**
   * Shows these findings and no others, whatever was filtered before.
   *
   * @param words says which they are: “Only what fix all left”
   */
  public void showJust(Set<String> fingerprints, String words) {
    clearFilter();
    controls.just(fingerprints, words);
  }

  /** Shows the findings of all controls again. */
  public void showAllControls() {
    controls.all();
  }

  /** “Only “Privileged container””, “2 controls hidden”; empty when all controls are shown. */
  public ReadOnlyStringProperty controlsTextProperty() {
    return controls.textProperty();
  }

  /** Shows everything; grouping and sort stay. */
  public void clearFilter() {
    many = true;
    filter.set("");
    fixableOnly.set(false);
    hidden.clear();
    controls.all();
    many = false;
    rebuild();
  }

  /** Whether the pod of a finding is known to run on the kernel of the host. */
  public boolean isOnHost(LocatedFinding at) {
    return shown.isOnHost(at);
  }

  /**
   * The finding after the chosen one, else after the caret, in the order of files and places; after
   * the last comes the first. Empty when nothing passes the filter.
   *
   * @param file the file on show; empty when there is none
   */
  public Optional<LocatedFinding> next(String file, int caret) {
    return shown.shown().next(selected.get(), file, caret);
  }

  /** The first of the shown findings that is like this, in the order of files and places. */
  public Optional<LocatedFinding> first(Predicate<LocatedFinding> like) {
    return shown.shown().first(like);
  }

  /** The most severe of the shown findings, the first of these. */
  public Optional<LocatedFinding> worst() {
    return Arrays.stream(Severity.values())
        .flatMap(severity -> first(f -> f.finding().severity() == severity).stream())
        .findFirst();
  }

  /** The finding before; before the first comes the last. */
  public Optional<LocatedFinding> previous(String file, int caret) {
    return shown.shown().previous(selected.get(), file, caret);
  }

  private void rebuild() {
    if (many) {
      return;
    }
    shown = shown.with(filterNow(), layout.get());
    rows.setAll(shown.rows());
    int count = shown.shown().size();
    filterHidesAll.set(count == 0 && !shown.analysis().findings().isEmpty());
    summary.set(count == 0 ? "" : "%,d · %,d fixable".formatted(count, shown.shown().fixable()));
    emptyText.set(whyEmpty(shown.analysis()));
  }

  private FindingsFilter filterNow() {
    return controls.filter(filter.get(), hidden, fixableOnly.get());
  }

  private String whyEmpty(Analysis analysis) {
    int documents = analysis.coverage().analysed();
    if (analysis.coverage().documents() == 0) {
      return coming ? "Analysing…" : "Nothing is opened yet";
    }
    if (!analysis.findings().isEmpty()) {
      int all = analysis.findings().size();
      return "The filter hides "
          + (all == 1 ? "the one finding" : "all %,d findings".formatted(all));
    }
    if (documents == 0) {
      return "No document could be analysed: the tree on the left lists why";
    }
    String where = "findings in " + Counts.say(documents, "document", "documents");
    int accepted = shown.accepted();
    return accepted == 0
        ? "No " + where
        : "No open %s. %s accepted: see Exceptions in Review."
            .formatted(where, Counts.say(accepted, "finding is", "findings are"));
  }
}
