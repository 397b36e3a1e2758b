package dev.zonewright.ui.tree;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.ui.ObjectPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The objects of the current analysis as a tree, looked at in one of three ways. */
public final class TreeModel {
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.TENANTS);
  private final ReadOnlyObjectWrapper<List<TreeNode>> roots =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<String>> way = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Set<String>> unsaved = new SimpleObjectProperty<>(Set.of());
  private final ObjectProperty<Set<String>> unsettled = new SimpleObjectProperty<>(Set.of());
  private Analysis analysis = Analysis.empty();
  private Optional<ObjectPlace> object = Optional.empty();
  private boolean coming;

  /** The ways to look. */
  public enum View {
    TENANTS("Tenants"),
    FILES("Files"),
    CHARTS("Charts");

    private final String title;

    View(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    /** The id of the button that chooses it. */
    public String id() {
      return "tree-" + name().toLowerCase(Locale.ROOT);
    }
  }

  public TreeModel() {
    view.addListener((_, _, _) -> {
      rebuild();
      follow();
    });
    rebuild();
  }

  /** Takes in a new analysis; the finding that was followed is to be told anew. */
  public void show(Analysis now) {
    show(TreeRoots.of(now, view.get()));
  }

  /** Takes in a new analysis, whose rows are built already where they are of the view on show. */
  public void show(TreeRoots ready) {
    analysis = ready.analysis();
    if (ready.view() == view.get()) {
      show(ready.roots());
    } else {
      rebuild();
    }
  }

  /**
   * Leads to an object.
   *
   * @param at empty when none is looked at
   */
  public void follow(Optional<ObjectPlace> at) {
    object = at;
    follow();
  }

  /** The ids of the rows down to the object that is looked at; empty when there is none. */
  public ReadOnlyObjectProperty<List<String>> wayProperty() {
    return way.getReadOnlyProperty();
  }

  private void follow() {
    List<String> now = new ArrayList<>();
    Optional<TreeNode> at = holding(roots.get());
    while (at.isPresent()) {
      now.add(at.get().id());
      at = holding(at.get().children());
    }
    way.set(List.copyOf(now));
  }

  private Optional<TreeNode> holding(List<TreeNode> rows) {
    return object.flatMap(at -> rows.stream().filter(row -> row.holds(at)).findFirst());
  }

  /** The files with changes that are not saved, also of those without a tab. */
  public ObjectProperty<Set<String>> unsavedProperty() {
    return unsaved;
  }

  /** The files that others have written, where nobody has said yet which text is to stay. */
  public ObjectProperty<Set<String>> unsettledProperty() {
    return unsettled;
  }

  public ObjectProperty<View> viewProperty() {
    return view;
  }

  public ReadOnlyObjectProperty<List<TreeNode>> rootsProperty() {
    return roots.getReadOnlyProperty();
  }

  /** Why the tree is empty, when it is. */
  public ReadOnlyStringProperty emptyTextProperty() {
    return emptyText.getReadOnlyProperty();
  }

  /** Says whether objects are still to come. */
  public void awaits(boolean now) {
    coming = now;
    emptyText.set(whyEmpty());
  }

  private void rebuild() {
    show(Trees.of(analysis, view.get()));
  }

  private void show(List<TreeNode> rows) {
    emptyText.set(whyEmpty());
    roots.set(rows);
  }

  private String whyEmpty() {
    if (analysis.coverage().documents() > 0 && view.get() == View.CHARTS) {
      return "Nothing here comes from Helm. The output of “helm template” is grouped by its “#"
          + " Source:” lines";
    }
    return coming ? "Analysing…" : "Open a manifest or a folder, or drop it here";
  }
}
