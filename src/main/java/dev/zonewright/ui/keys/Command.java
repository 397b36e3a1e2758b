package dev.zonewright.ui.keys;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something that the window can be asked to do, by key or from a menu.
 *
 * @param id for menus and tests
 * @param title as menus have it
 * @param keys as JavaFX writes combinations, {@code Shortcut+O}; the first is the one that is shown
 * @param off whether it makes no sense just now
 */
public record Command(
    String id,
    Group group,
    String title,
    List<String> keys,
    Where where,
    ObservableValue<Boolean> off,
    Runnable action) {
  /** A key that stands in another place on each keyboard, and so is known by what it types. */
  public static final String QUESTION = "?";

  /** The menu that it stands in. */
  public enum Group {
    FILE("File"),
    EDIT("Edit"),
    FINDINGS("Findings"),
    VIEW("View"),
    HELP("Help");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** Where its keys work. */
  public enum Where {
    EVERYWHERE,
    /** Not while a field is typed into, which has its own undo. */
    OUTSIDE_FIELDS,
    /** Not in the table, whose chosen row may be another finding than the one at the caret. */
    OUTSIDE_TABLE,
    /** Neither in a field nor in the editor. */
    OUTSIDE_TEXT
  }

  /**
   * One that always makes sense.
   *
   * @param keys parted by blanks; empty for none
   */
  public static Command of(
      String id, Group group, String title, String keys, Where where, Runnable action) {
    List<String> each = keys.isEmpty() ? List.of() : List.of(keys.split(" ", -1));
    return new Command(id, group, title, each, where, new SimpleObjectProperty<>(false), action);
  }

  /** The same, but off while a reason holds. */
  public Command unless(ObservableValue<Boolean> reason) {
    return new Command(id, group, title, keys, where, reason, action);
  }

  /** Does it, where it makes sense. */
  public void run() {
    if (!off.getValue()) {
      action.run();
    }
  }

  /** Its keys as this system writes them, the preferred first. */
  public List<String> shownKeys() {
    return keys.stream()
        .map(k -> k.equals(QUESTION) ? k : KeyCombination.valueOf(k).getDisplayText())
        // the sign of the key is less known than its name
        .map(k -> k.replace("\u21B5", "Enter"))
        .toList();
  }
}
