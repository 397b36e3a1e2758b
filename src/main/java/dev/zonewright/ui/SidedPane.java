package dev.zonewright.ui;

import java.util.Collection;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A panel beside something larger. The panel keeps its width; where the room gets scarce it folds
 * to a rail with its names, and where there is room again it comes back as wide as it was.
 */
public final class SidedPane extends Region {
  private static final double RAIL = 30;
  private static final double GRIP = 7;
  private static final double LEAST_GROWTH = 0.85;
  private static final double MOST_GROWTH = 1.35;
  private static final double LEAST_BESIDE = 120;
  private static final double USUAL_LETTERS = 13;

  private final Edge edge;
  private final Region panel;
  private final Region main;
  private final Room room;
  private final VBox rail = new VBox();
  private final Region grip = new Region();
  private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper();
  // what somebody asked for; it outlives the fold that the room makes, but not the other way
  private final BooleanProperty foldedByHand = new SimpleBooleanProperty();
  private final BooleanProperty openedByHand = new SimpleBooleanProperty();
  private double wanted;
  private boolean sizedByHand;

  /** Where the panel stands. */
  public enum Edge {
    LEFT,
    RIGHT
  }

  /**
   * How much room there is to be, in pixels.
   *
   * @param panel the least that the panel is useful with
   * @param main the least that what stands beside it is useful with; with less the panel folds
   * @param usual the width of the whole at which the panel has the width that it is given; in a
   *     wider one it grows
   */
  public record Room(double panel, double main, double usual) {}

  public SidedPane(Edge edge, Region panel, Region main, Room room, double wanted) {
    this.edge = edge;
    this.panel = panel;
    this.main = main;
    this.room = room;
    this.wanted = wanted;
    getStyleClass().add("sided-pane");
    rail.getStyleClass().addAll("rail", edge == Edge.LEFT ? "left" : "right");
    grip.getStyleClass().add("grip");
    grip.setCursor(Cursor.H_RESIZE);
    getChildren().setAll(main, panel, rail, grip);
    // what lies over something goes when that is wanted
    main.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> openedByHand.set(false));
    foldedByHand.addListener((_, _, _) -> requestLayout());
    openedByHand.addListener((_, _, _) -> requestLayout());
  }

  /** The names on the rail; each opens the panel at what it names, or folds it again. */
  public <E> void rail(
      Collection<E> parts, Function<E, String> title, Function<E, String> id, Property<E> chosen) {
    for (E part : parts) {
      ToggleButton button = new ToggleButton(title.apply(part));
      Widgets.named(button, "rail-" + id.apply(part), title.apply(part) + " (panel)");
      button.getStyleClass().add("rail-button");
      button.setRotate(edge == Edge.LEFT ? -90 : 90);
      Runnable mark = () -> button.setSelected(!folded.get() && part.equals(chosen.getValue()));
      button.setOnAction(_ -> {
        boolean again = !folded.get() && part.equals(chosen.getValue());
        chosen.setValue(part);
        fold(again);
        mark.run();
      });
      chosen.addListener((_, _, _) -> mark.run());
      folded.addListener((_, _, _) -> mark.run());
      rail.getChildren().add(new Group(button));
    }
  }

  /** Folds the panel, or brings it back. */
  public void toggle() {
    fold(!folded.get());
  }

  /** Brings the panel into sight. */
  public void open() {
    fold(false);
  }

  private void fold(boolean away) {
    foldedByHand.set(away && !narrow.get());
    openedByHand.set(!away && narrow.get());
    requestLayout();
    layout();
  }

  public ReadOnlyBooleanProperty foldedProperty() {
    return folded.getReadOnlyProperty();
  }

  /** The width that the panel has where there is room; it grows with the window. */
  public void setUsual(double pixels) {
    wanted = pixels;
    sizedByHand = false;
    requestLayout();
  }

  /** The width that somebody gave the panel; only less room changes it. */
  public void setByHand(double pixels) {
    wanted = pixels;
    sizedByHand = true;
    requestLayout();
  }

  /** Hears each width that the panel is given by hand. */
  public void onSized(DoubleConsumer heard) {
    grip.addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          double x = sceneToLocal(event.getSceneX(), 0).getX();
          double most = getWidth() - railWidth() - Math.min(room.main(), LEAST_BESIDE);
          double width = edge == Edge.LEFT ? x - railWidth() : getWidth() - railWidth() - x;
          setByHand(Math.clamp(width, leastPanel(), Math.max(leastPanel(), most)));
          heard.accept(wanted);
        });
  }

  private double leastPanel() {
    return Math.max(room.panel() * letters(), Math.ceil(panel.minWidth(-1)));
  }

  // larger letters need more room
  private double letters() {
    return rail.getChildren().isEmpty()
            || !(((Group) rail.getChildren().getFirst()).getChildren().getFirst()
                instanceof ToggleButton first)
        ? 1
        : Math.max(1, first.getFont().getSize() / USUAL_LETTERS);
  }

  private double railWidth() {
    return rail.isVisible() ? RAIL : 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double least = leastPanel();
    boolean scarce = width < least + room.main() * letters();
    if (!scarce) {
      openedByHand.set(false);
    }
    boolean open = scarce ? openedByHand.get() : !foldedByHand.get();
    rail.setVisible(scarce || !open);
    double side = open ? side(width, least, scarce) : 0;
    double beside = Math.max(0, width - railWidth() - side);
    boolean left = edge == Edge.LEFT;
    panel.setVisible(open);
    grip.setVisible(open);
    panel.resizeRelocate(left ? railWidth() : beside, 0, side, height);
    // where there is not enough room for both, the panel lies over what is beside it
    double under = scarce ? Math.max(0, width - RAIL) : beside;
    main.resizeRelocate(left ? width - under : 0, 0, under, height);
    rail.resizeRelocate(left ? 0 : width - RAIL, 0, RAIL, height);
    double line = left ? railWidth() + side : beside;
    grip.resizeRelocate(Math.rint(line - GRIP / 2), 0, GRIP, height);
    narrow.set(scarce);
    folded.set(!open);
  }

  private double side(double width, double least, boolean scarce) {
    double grown =
        sizedByHand ? wanted : wanted * Math.clamp(width / room.usual(), LEAST_GROWTH, MOST_GROWTH);
    double most = width - (scarce ? RAIL + LEAST_BESIDE : room.main() * letters());
    return Math.rint(Math.clamp(grown, Math.min(least, Math.max(most, 0)), Math.max(least, most)));
  }

  @Override
  protected double computePrefWidth(double height) {
    return room.usual();
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(main.prefHeight(-1), panel.prefHeight(-1));
  }
}
