package dev.zonewright.ui.fix;

import dev.zonewright.ui.editor.EditorStyles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/** The fixes of a finding, and beside them what the chosen one changes. */
public final class FixMenu {
  /** How far the shadow of a card reaches: it stays on the screen, as the card does. */
  private static final double SHADOW = 32;

  private static final String CHOSEN = "chosen";
  private static final double BETWEEN = 8;
  private static final double WIDEST = 618;

  /** There must be room beside it for the lines that change. */
  private static final double MOST_OF_SCREEN = 0.45;

  private final FixModel model;
  private final Popup popup = new Popup();
  private final VBox list = new VBox();
  private final Label summary = new Label();
  private final DiffPane diff = new DiffPane(false);
  private final FittedScroll listScroll = new FittedScroll(list);
  private final FittedScroll diffScroll = new FittedScroll(diff);
  private final VBox preview = new VBox(summary, diffScroll);
  private final HBox content = new HBox(BETWEEN, listScroll, preview);
  private @Nullable Bounds anchor;
  private IntFunction<Optional<Bounds>> lineOnScreen = _ -> Optional.empty();

  public FixMenu(FixModel model) {
    this.model = model;
    list.getStyleClass().add("zw-fix-list");
    list.setId("fix-list");
    listScroll.getStyleClass().add("zw-card");
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
    // before it shows: not even for a moment does it stand where it will not stay
    place();
    popup.show(owner, popup.getAnchorX(), popup.getAnchorY());
    content.requestFocus();
  }

  /** Stands where it covers no line that a fix would change. */
  private void place() {
    Bounds key = anchor;
    if (key == null) {
      return;
    }
    Rectangle2D screen = screenOf(key);
    Dimension2D size = sizeOf(screen);
    FixMenuPlace.Side side =
        FixMenuPlace.Side.of(
            new FixMenuPlace.Span(screen.getMinX() + SHADOW, screen.getMaxX() - SHADOW),
            listScroll.prefWidth(-1),
            size.getWidth(),
            key.getMinX());
    FixMenuPlace place =
        FixMenuPlace.of(
            new FixMenuPlace.Span(screen.getMinY() + SHADOW, screen.getMaxY() - SHADOW),
            size.getHeight(),
            new FixMenuPlace.Span(key.getMinY(), key.getMaxY()),
            changedLines());
    content
        .getChildren()
        .setAll(side.turned() ? List.of(preview, listScroll) : List.of(listScroll, preview));
    content.setAlignment(corner(side.turned(), place.above()));
    popup.setAnchorLocation(anchorOf(side.turned(), place.above()));
    popup.setAnchorX(side.x());
    popup.setAnchorY(place.y());
  }

  /** How much room it takes with the largest of its previews, so that choosing moves nothing. */
  private Dimension2D sizeOf(Rectangle2D screen) {
    fitList();
    double list = listScroll.prefWidth(-1);
    diff.setMaxWidth(Math.min(WIDEST, screen.getWidth() - list - BETWEEN - 2 * SHADOW));
    double width = list;
    double height = listScroll.prefHeight(-1);
    for (FixEntry entry : model.entries()) {
      if (entry instanceof FixEntry.Ready ready) {
        show(ready);
        width = Math.max(width, list + BETWEEN + preview.prefWidth(-1));
        height = Math.max(height, preview.prefHeight(-1));
      }
    }
    if (model.selectedProperty().get() instanceof FixEntry.Ready chosen) {
      show(chosen);
    }
    return new Dimension2D(width, height);
  }

  /** The chosen row is bold and wraps sooner: there is room for it, whichever is chosen. */
  private void fitList() {
    list.getChildren().forEach(row -> row.getStyleClass().add(CHOSEN));
    content.applyCss();
    listScroll.fit(mostHeight());
    mark();
    content.applyCss();
  }

  private void show(FixEntry.Ready ready) {
    int lines = ready.diff().changedLines();
    summary.setText(
        (lines == 1 ? "1 line changes" : lines + " lines change")
            + " · all other bytes stay the same");
    diff.show(ready.diff());
    content.applyCss();
    diffScroll.fit(mostHeight());
  }

  // the list stays where it is when the preview comes, goes or grows
  private static Pos corner(boolean right, boolean bottom) {
    if (right) {
      return bottom ? Pos.BOTTOM_RIGHT : Pos.TOP_RIGHT;
    }
    return bottom ? Pos.BOTTOM_LEFT : Pos.TOP_LEFT;
  }

  private static PopupWindow.AnchorLocation anchorOf(boolean right, boolean bottom) {
    if (right) {
      return bottom
          ? PopupWindow.AnchorLocation.CONTENT_BOTTOM_RIGHT
          : PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT;
    }
    return bottom
        ? PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT
        : PopupWindow.AnchorLocation.CONTENT_TOP_LEFT;
  }

  private double mostHeight() {
    return (anchor == null ? Screen.getPrimary().getVisualBounds() : screenOf(anchor)).getHeight()
        * MOST_OF_SCREEN;
  }

  private static Rectangle2D screenOf(Bounds key) {
    return Screen.getScreensForRectangle(key.getMinX(), key.getMinY(), 1, 1).stream()
        .findFirst()
        .orElse(Screen.getPrimary())
        .getVisualBounds();
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
      HBox row = FixMenuRow.of(entry);
      if (entry.isEnabled()) {
        // moved, not entered: a menu that opens below a mouse at rest is not chosen from by it
        row.setOnMouseMoved(_ -> model.selectedProperty().set(entry));
        row.setOnMouseClicked(_ -> activate());
      }
      list.getChildren().add(row);
    }
    select();
    // what is chosen later moves nothing: the mouse is over it by then
    if (popup.isShowing()) {
      place();
    }
  }

  private void select() {
    FixEntry chosen = model.selectedProperty().get();
    // the keyboard is with the menu, which says what is chosen
    content.setAccessibleText(chosen == null ? "Fixes" : "Fixes: " + chosen.title());
    mark().ifPresent(listScroll::reveal);
    boolean shows = chosen instanceof FixEntry.Ready;
    preview.setVisible(shows);
    preview.setManaged(shows);
    // before it is on the screen it has no colours, and is laid out as it comes there
    if (popup.isShowing() && chosen instanceof FixEntry.Ready ready) {
      show(ready);
    }
  }

  /** Shows which row is chosen. */
  private Optional<Node> mark() {
    FixEntry chosen = model.selectedProperty().get();
    Optional<Node> marked = Optional.empty();
    for (Node row : list.getChildren()) {
      row.getStyleClass().removeAll(CHOSEN);
      if (chosen != null && Objects.equals(row.getUserData(), chosen)) {
        row.getStyleClass().add(CHOSEN);
        marked = Optional.of(row);
      }
    }
    return marked;
  }
}
