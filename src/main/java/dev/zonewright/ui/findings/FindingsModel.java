package dev.zonewright.ui.findings;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.Workload;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.ui.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The findings of the current analysis as a filtered, grouped list, and the one that is chosen. */
public final class FindingsModel {
  private static final Comparator<LocatedFinding> BY_PLACE =
      Comparator.comparing(LocatedFinding::file).thenComparing(LocatedFinding::range);
  private static final Comparator<LocatedFinding> GRAVEST_FIRST =
      Comparator.<LocatedFinding, Severity>comparing(f -> f.finding().severity())
          .thenComparing(BY_PLACE);

  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty fixableOnly = new SimpleBooleanProperty();
  private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.TENANT);
  private final EnumSet<Severity> hidden = EnumSet.noneOf(Severity.class);
  private final ObjectProperty<@Nullable LocatedFinding> selected = new SimpleObjectProperty<>();
  private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Map<Severity, Integer>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private Analysis analysis = Analysis.empty();
  private Set<String> onHost = Set.of();
  private List<LocatedFinding> inOrder = List.of();

  public FindingsModel() {
    filter.addListener((_, _, _) -> rebuild());
    fixableOnly.addListener((_, _, _) -> rebuild());
    grouping.addListener((_, _, _) -> rebuild());
    rebuild();
  }

  /** Takes in a new analysis; the chosen finding stays chosen where it is still there. */
  public void show(Analysis now) {
    analysis = now;
    onHost = hostPods(now.workloads());
    counts.set(Counts.of(now.findings()));
    LocatedFinding was = selected.get();
    rebuild();
    if (was != null) {
      selected.set(
          now.findings().stream()
              .filter(f -> f.fingerprint().equals(was.fingerprint()))
              .findFirst()
              .orElse(null));
    }
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

  /** How many findings there are of each severity, filtered or not. */
  public ReadOnlyObjectProperty<Map<Severity, Integer>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** Shows or leaves out the findings of one severity. */
  public void setShown(Severity severity, boolean shown) {
    if (shown ? hidden.remove(severity) : hidden.add(severity)) {
      rebuild();
    }
  }

  /** Whether the pod of a finding is known to run on the kernel of the host. */
  public boolean isOnHost(LocatedFinding at) {
    return onHost.contains(key(at));
  }

  /**
   * The finding after the chosen one, else after the caret, in the order of files and places; after
   * the last comes the first. Empty when nothing passes the filter.
   *
   * @param file the file on show; empty when there is none
   */
  public Optional<LocatedFinding> next(String file, int caret) {
    int at = chosenIndex(file, caret);
    if (at < 0) {
      at = countBefore(file, caret, true) - 1;
    }
    return inOrder.isEmpty()
        ? Optional.empty()
        : Optional.of(inOrder.get((at + 1) % inOrder.size()));
  }

  /** The finding before; before the first comes the last. */
  public Optional<LocatedFinding> previous(String file, int caret) {
    int at = chosenIndex(file, caret);
    if (at < 0) {
      at = countBefore(file, caret, false);
    }
    return inOrder.isEmpty()
        ? Optional.empty()
        : Optional.of(inOrder.get(Math.floorMod(at - 1, inOrder.size())));
  }

  // the chosen finding counts only while the caret has not walked away from it
  private int chosenIndex(String file, int caret) {
    LocatedFinding chosen = selected.get();
    boolean there =
        chosen != null
            && chosen.file().equals(file)
            && caret >= chosen.range().start()
            && caret <= chosen.range().end();
    return there ? inOrder.indexOf(chosen) : -1;
  }

  private int countBefore(String file, int caret, boolean inclusive) {
    int count = 0;
    for (LocatedFinding finding : inOrder) {
      int byFile = finding.file().compareTo(file);
      int start = finding.range().start();
      if (byFile < 0 || (byFile == 0 && (start < caret || (inclusive && start == caret)))) {
        count++;
      }
    }
    return count;
  }

  private void rebuild() {
    FindingsFilter chosen = new FindingsFilter(filter.get(), hidden, fixableOnly.get());
    List<LocatedFinding> shown = analysis.findings().stream().filter(chosen::shows).toList();
    inOrder = shown.stream().sorted(BY_PLACE).toList();
    rows.setAll(grouped(shown));
    long fixable = shown.stream().filter(f -> !f.finding().fixes().isEmpty()).count();
    summary.set(shown.isEmpty() ? "" : "%,d · %,d fixable".formatted(shown.size(), fixable));
    emptyText.set(whyEmpty());
  }

  private List<FindingRow> grouped(List<LocatedFinding> shown) {
    Map<String, List<LocatedFinding>> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    shown.forEach(f -> groups.computeIfAbsent(grouping.get().of(f), _ -> new ArrayList<>()).add(f));
    List<FindingRow> out = new ArrayList<>(shown.size() + groups.size());
    groups.forEach((title, findings) -> {
      if (grouping.get() != Grouping.NONE) {
        out.add(new FindingRow.Group(title, Counts.of(findings)));
      }
      findings.stream()
          .sorted(GRAVEST_FIRST)
          .forEach(f -> out.add(new FindingRow.Item(f, isOnHost(f))));
    });
    return out;
  }

  private String whyEmpty() {
    int documents = analysis.coverage().analysed();
    if (analysis.coverage().documents() == 0) {
      return "Nothing is opened yet";
    }
    if (!analysis.findings().isEmpty()) {
      int all = analysis.findings().size();
      return "The filter hides "
          + (all == 1 ? "the one finding" : "all %,d findings".formatted(all));
    }
    return documents == 0
        ? "No document could be analysed; the status line says why"
        : "No findings in " + Counts.say(documents, "document", "documents");
  }

  private static Set<String> hostPods(List<Workload> workloads) {
    Set<String> out = new HashSet<>();
    workloads.stream()
        .filter(w -> w.zone() == ZoneState.HOST)
        .forEach(w -> out.add(String.join("\n", w.file(), "" + w.document(), w.kind(), w.name())));
    return out;
  }

  private static String key(LocatedFinding at) {
    return String.join(
        "\n", at.file(), "" + at.document(), at.finding().kind(), at.finding().name());
  }
}
