package dev.zonewright.ui.shell;

import dev.zonewright.text.EditSet;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.editor.EditorView;
import dev.zonewright.ui.editor.FirstReveal;
import dev.zonewright.ui.editor.model.EditorActions;
import dev.zonewright.ui.editor.model.EditorListener;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.files.OpenFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A tab for each file that has one; its editor is built when it is first shown. */
final class EditorTabs extends TabPane {
  private static final int DOT = 4;

  private final ShellModel model;
  private final BackgroundRunner runner;
  private final EditorActions actions;
  private final CrumbBar crumbs;
  private final Map<OpenFile, Tab> tabs = new HashMap<>();
  private final Map<OpenFile, EditorView> views = new HashMap<>();
  private boolean updating;

  EditorTabs(ShellModel model, BackgroundRunner runner, EditorActions actions) {
    this.model = model;
    this.runner = runner;
    this.actions = actions;
    this.crumbs = new CrumbBar(model);
    setId("editor-tabs");
    setAccessibleText("Open manifests");
    getStyleClass().add("editor-tabs");
    setTabClosingPolicy(TabClosingPolicy.SELECTED_TAB);
    setTabDragPolicy(TabDragPolicy.REORDER);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::closeByMiddle);
    getTabs().addListener((ListChangeListener<Tab>) _ -> dragged());
    model.tabs().files().addListener((ListChangeListener<OpenFile>) _ -> update());
    model.tabs().activeProperty().addListener((_, _, now) -> activate(now));
    // wherever the keyboard was: what is typed next is meant for what came in
    model.tabs().onBrought(() -> runner.ui(this::focus));
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (!updating) {
            fileOf(now).ifPresent(model.tabs()::show);
          }
        });
    update();
    activate(model.tabs().activeProperty().get());
  }

  /** The editor on show; empty when there is none. */
  Optional<EditorView> current() {
    return Optional.ofNullable(model.tabs().activeProperty().get()).map(views::get);
  }

  /** Gives the keyboard to the editor on show. */
  void focus() {
    current().ifPresent(EditorView::requestFocus);
  }

  // a tab that goes makes another the chosen one for a moment, which is nobody's choice
  private void update() {
    boolean keyboard = hasKeyboard();
    updating = true;
    List<OpenFile> files = model.tabs().files();
    tabs.keySet().stream().filter(file -> !files.contains(file)).toList().forEach(this::remove);
    for (OpenFile file : files) {
      if (!tabs.containsKey(file)) {
        Tab tab = tab(file);
        tabs.put(file, tab);
        getTabs().add(tab);
      }
      name(tabs.get(file), file);
    }
    List<Tab> order = files.stream().map(tabs::get).toList();
    if (!order.equals(getTabs())) {
      getTabs().sort(Comparator.comparingInt(order::indexOf));
    }
    updating = false;
    if (keyboard && !hasKeyboard()) {
      focus();
    }
  }

  /** Whether what is typed goes into one of the editors. */
  private boolean hasKeyboard() {
    Node at = getScene() == null ? null : getScene().getFocusOwner();
    while (at != null && !at.equals(this)) {
      at = at.getParent();
    }
    return at != null;
  }

  /** The toolkit lets the middle button close the chosen tab only. */
  private void closeByMiddle(MouseEvent event) {
    Node at = event.getPickResult().getIntersectedNode();
    while (at != null && !at.equals(this) && !at.getStyleClass().contains("tab")) {
      at = at.getParent();
    }
    if (event.getButton() == MouseButton.MIDDLE
        && at != null
        && at.getProperties().get(Tab.class) instanceof Tab tab) {
      event.consume();
      fileOf(tab).ifPresent(model.tabs()::close);
    }
  }

  // a tab that is moved by the mouse is away for a moment
  private void dragged() {
    if (!updating && getTabs().size() == tabs.size()) {
      model.tabs().reorder(getTabs().stream().flatMap(t -> fileOf(t).stream()).toList());
    }
  }

  private void remove(OpenFile file) {
    Tab tab = tabs.remove(file);
    if (tab != null) {
      getTabs().remove(tab);
      tab.graphicProperty().unbind();
      // the crumbs are taken from tab to tab, and would hold on to the last one
      if (tab.getContent() instanceof BorderPane content) {
        content.getChildren().clear();
      }
      tab.setContent(null);
    }
    EditorView view = views.remove(file);
    if (view != null) {
      view.close();
    }
  }

  private Tab tab(OpenFile file) {
    Tab tab = new Tab();
    Circle dot = new Circle(DOT);
    dot.getStyleClass().add("modified-dot");
    dot.setAccessibleText("not saved");
    Button disk = diskMark(file);
    tab.graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    model.files().diskChanges().unsettledProperty().get().contains(file.name())
                        ? disk
                        : file.editor().modifiedProperty().get() ? dot : null,
                file.editor().modifiedProperty(),
                model.files().diskChanges().unsettledProperty()));
    tab.setOnClosed(_ -> model.tabs().close(file));
    return tab;
  }

  /** A text that is saved as another goes by that one's name. */
  private static void name(@Nullable Tab tab, OpenFile file) {
    String whole = Widgets.shown(file.name());
    if (tab != null && (tab.getTooltip() == null || !tab.getTooltip().getText().equals(whole))) {
      tab.setText(Widgets.shown(file.shortName()));
      tab.setId("tab-" + file.shortName());
      tab.setTooltip(new Tooltip(whole));
    }
  }

  /** Says that others have written the file, and asks once more which text is to stay. */
  private Button diskMark(OpenFile file) {
    Button mark =
        Widgets.iconButton(
            "disk-mark-" + file.shortName(),
            Feather.REFRESH_CW,
            "Not the same on disk: choose which text to keep…");
    mark.getStyleClass().add("disk-mark");
    mark.setFocusTraversable(false);
    mark.setOnAction(_ -> model.files().diskChanges().askAgain(file.name()));
    return mark;
  }

  private void activate(@Nullable OpenFile file) {
    Tab tab = file == null ? null : tabs.get(file);
    if (file == null || tab == null) {
      return;
    }
    boolean keyboard = hasKeyboard();
    boolean isNew = !views.containsKey(file);
    EditorView view = views.computeIfAbsent(file, this::view);
    tab.setContent(new BorderPane(view.node(), crumbs, null, null, null));
    if (isNew) {
      FirstReveal.in(view.node());
    }
    getSelectionModel().select(tab);
    // the editor that goes would hand the keyboard to whatever comes first in the window
    if (keyboard) {
      view.requestFocus();
    }
  }

  private EditorView view(OpenFile file) {
    EditorModel editor = file.editor();
    editor.caretProperty().addListener((_, _, _) -> model.followCaret(editor));
    editor.addListener(
        new EditorListener() {
          @Override
          public void loaded() {}

          @Override
          public void edited(EditSet edits, EditSet inverse, boolean typed) {}

          @Override
          public void keyed() {
            model.selection().typedInto(editor);
          }
        });
    return new EditorView(editor, actions, runner, model.editorPreferences());
  }

  private Optional<OpenFile> fileOf(@Nullable Tab tab) {
    return tabs.entrySet().stream()
        .filter(e -> e.getValue().equals(tab))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
