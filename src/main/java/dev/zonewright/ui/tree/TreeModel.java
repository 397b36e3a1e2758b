package dev.zonewright.ui.tree;

import dev.zonewright.analysis.Analysis;
import java.util.List;
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
  private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
  private Analysis analysis = Analysis.empty();

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
  }

  public TreeModel() {
    view.addListener((_, _, _) -> rebuild());
    rebuild();
  }

  public void show(Analysis now) {
    analysis = now;
    rebuild();
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

  private void rebuild() {
    TreeRows rows = new TreeRows(analysis);
    emptyText.set(
        analysis.coverage().documents() > 0 && view.get() == View.CHARTS
            ? "Nothing here came from Helm. Output of “helm template” is grouped by its “# Source:”"
                + " lines"
            : "Open a manifest, a folder, or drop them here");
    roots.set(
        switch (view.get()) {
          case TENANTS -> Trees.tenants(rows);
          case FILES -> Trees.files(rows);
          case CHARTS -> Trees.charts(rows);
        });
  }
}
