package dev.zonewright.ui.fix;

import dev.zonewright.ui.editor.EditorStyles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/** The fixes of a finding, and beside them what the chosen one changes. */
public final class FixMenu {
  private static final double GAP = 4;

  private final FixModel model;
  private final Popup popup = new Popup();
  private final VBox list = new VBox();
  private final Label summary = new Label();
  private final DiffPane diff = new DiffPane(false);
  private final VBox preview = new VBox(summary, diff);
  private final HBox content = new HBox(8, list, preview);
  private @Nullable Bounds anchor;
  private IntFunction<Optional<Bounds>> lineOnScreen = _ -> Optional.empty();

  public FixMenu(FixModel model) {
    this.model = model;
    list.getStyleClass().addAll("zw-card", "zw-fix-list");
    list.setId("fix-list");
    list.setMaxHeight(Region.USE_PREF_SIZE);
    preview.getStyleClass().addAll("zw-card", "zw-fix-preview");
    preview.setId("fix-preview");
    preview.setMaxHeight(Region.USE_PREF_SIZE);
    summary.getStyleClass().addAll("zw-muted", "zw-fix-summary");
    summary.setMaxWidth(Double.MAX_VALUE);
    content.getStyleClass().add("zw-fix-menu");
    content.setAccessibleRole(AccessibleRole.MENU);
    content.setAccessibleText("Fixes");
    popup.getContent().add(content);
    popup.setAutoHide(true);
    popup.setAutoFix(true);
    popup.setHideOnEscape(true);
    popup.setOnHidden(_ -> model.close());
    popup.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.entries().subscribe(this::rebuild);
    model.workingProperty().subscribe(this::rebuild);
    model.selectedProperty().subscribe(this::select);
  }

  /**
   * Opens near the key; the model has been asked already.
   *
   * @param lines where a line of the text, from 1, stands on the screen; empty out of sight
   */
  public void show(Node owner, Bounds key, IntFunction<Optional<Bounds>> lines) {
    EditorStyles.themeLike(owner, content);
    anchor = key;
    lineOnScreen = lines;
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    content.applyCss();
    Rectangle2D screen = screenOf(key);
    double lowest = screen.getMaxY() - content.prefHeight(-1);
    popup.show(owner, inside(key, screen), Math.min(key.getMaxY() + GAP, lowest));
    place();
    content.requestFocus();
  }

  /** Stands where it covers no line that a fix would change. */
  private void place() {
    Bounds key = anchor;
    if (key == null || !popup.isShowing()) {
      return;
    }
    Rectangle2D screen = screenOf(key);
    content.applyCss();
    popup.setAnchorX(inside(key, screen));
    FixMenuPlace place =
        FixMenuPlace.of(
            new FixMenuPlace.Span(screen.getMinY(), screen.getMaxY()),
            content.prefHeight(-1),
            new FixMenuPlace.Span(key.getMinY(), key.getMaxY()),
            changedLines());
    popup.setAnchorLocation(
        place.above()
            ? PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT
            : PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    popup.setAnchorY(place.y());
  }

  private static Rectangle2D screenOf(Bounds key) {
    return Screen.getScreensForRectangle(key.getMinX(), key.getMinY(), 1, 1).stream()
        .findFirst()
        .orElse(Screen.getPrimary())
        .getVisualBounds();
  }

  /** Its left edge: that of the key, or further left where it would reach over the screen. */
  private double inside(Bounds key, Rectangle2D screen) {
    double rightmost = screen.getMaxX() - content.prefWidth(-1);
    return Math.max(screen.getMinX(), Math.min(key.getMinX(), rightmost));
  }

  private List<FixMenuPlace.Span> changedLines() {
    return model.entries().stream()
        .filter(FixEntry.Ready.class::isInstance)
        .flatMap(entry -> ((FixEntry.Ready) entry).diff().touched().stream())
        .distinct()
        .flatMap(line -> lineOnScreen.apply(line).stream())
        .map(b -> new FixMenuPlace.Span(b.getMinY(), b.getMaxY()))
        .toList();
  }

  public void hide() {
    popup.hide();
  }

  public boolean isShowing() {
    return popup.isShowing();
  }

  private void pressed(KeyEvent event) {
    boolean ofTheWindow =
        event.isShortcutDown()
            || (event.getCode().isFunctionKey() && event.getCode() != KeyCode.F1);
    if (ofTheWindow) {
      // the window does it next, and what is offered here may not fit any more
      popup.hide();
      return;
    }
    if (event.isAltDown()) {
      // the key that opened the menu, held down, chooses nothing
      event.consume();
      return;
    }
    switch (event.getCode()) {
      case DOWN, TAB -> model.selectNext();
      case UP -> model.selectPrevious();
      case ENTER -> activate();
      case F1 -> {
        model.explain();
        popup.hide();
      }
      case ESCAPE -> popup.hide();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void activate() {
    if (model.activate()) {
      popup.hide();
    }
  }

  private void rebuild() {
    list.getChildren().clear();
    if (model.workingProperty().get()) {
      Label wait = new Label("Looking for fixes…");
      wait.getStyleClass().add("zw-fix-entry");
      list.getChildren().add(wait);
    }
    for (FixEntry entry : model.entries()) {
      boolean first =
          entry instanceof FixEntry.Accept
              || (entry instanceof FixEntry.Explain
                  && model.entries().stream().noneMatch(FixEntry.Accept.class::isInstance));
      if (first) {
        Region line = new Region();
        line.getStyleClass().add("zw-separator");
        list.getChildren().add(line);
      }
      list.getChildren().add(row(entry));
    }
    select();
    // what is chosen later moves nothing: the mouse is over it by then
    place();
  }

  private HBox row(FixEntry entry) {
    Label title = new Label(entry.title());
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(8, icon(entry), title);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("zw-fix-entry");
    if (entry instanceof FixEntry.Explain) {
      row.getChildren().add(keyCap("F1"));
    }
    if (entry instanceof FixEntry.Ready) {
      row.getChildren().add(keyCap("Enter"));
    }
    row.setUserData(entry);
    if (entry.isEnabled()) {
      row.setOnMouseEntered(_ -> model.selectedProperty().set(entry));
      row.setOnMouseClicked(_ -> activate());
    } else {
      row.getStyleClass().add("refused");
    }
    return row;
  }

  private static Label keyCap(String key) {
    Label cap = new Label(key);
    cap.getStyleClass().add("zw-key-cap");
    cap.setMinWidth(Region.USE_PREF_SIZE);
    return cap;
  }

  private static Region icon(FixEntry entry) {
    Region icon = new Region();
    icon.getStyleClass().add("zw-fix-icon");
    icon.getStyleClass()
        .add(
            switch (entry) {
              case FixEntry.Ready _, FixEntry.InDocument _, FixEntry.Everywhere _ -> "apply";
              case FixEntry.Refused _, FixEntry.Guidance _ -> "refuse";
              case FixEntry.Accept _ -> "accept";
              case FixEntry.Explain _ -> "explain";
            });
    return icon;
  }

  private void select() {
    FixEntry chosen = model.selectedProperty().get();
    // the keyboard is with the menu, which says what is chosen
    content.setAccessibleText(chosen == null ? "Fixes" : "Fixes: " + chosen.title());
    for (Node row : list.getChildren()) {
      row.getStyleClass().remove("chosen");
      if (chosen != null && Objects.equals(row.getUserData(), chosen)) {
        row.getStyleClass().add("chosen");
      }
    }
    boolean shows = chosen instanceof FixEntry.Ready;
    preview.setVisible(shows);
    preview.setManaged(shows);
    if (chosen instanceof FixEntry.Ready ready) {
      int lines = ready.diff().changedLines();
      summary.setText(
          (lines == 1 ? "1 line changes" : lines + " lines change")
              + " · everything else stays byte for byte");
      diff.show(ready.diff());
    }
  }
}
