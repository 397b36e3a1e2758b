package dev.zonewright.ui.editor;

import dev.zonewright.ui.PopupTheme;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;

/** The style sheets of the editor and the fix menu. */
public final class EditorStyles {
  private EditorStyles() {}

  /**
   * The sheets to add to the scene, in this order. The root then carries {@code zw-light} or {@code
   * zw-dark}, and changing that switches the colours at once.
   */
  public static List<String> sheets() {
    return List.of(
        url("editor.css"), url("fix.css"), url("colors-light.css"), url("colors-dark.css"));
  }

  private static String url(String name) {
    return Objects.requireNonNull(
            EditorStyles.class.getResource("/dev/zonewright/ui/" + name), name)
        .toExternalForm();
  }

  /** Gives the content of a popup, which has a scene of its own, the theme of its owner. */
  public static void themeLike(Node owner, Node content) {
    PopupTheme.like(owner, content);
  }
}
