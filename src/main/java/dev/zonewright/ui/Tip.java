package dev.zonewright.ui;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a node says under the mouse. A tooltip is a small window with a scene of its own, and costs
 * as much to make as some forty labels; so it is made only once the mouse comes over its node.
 */
public final class Tip {
  private static final String KEY = "zw-tip";
  private static final double WIDTH = 440;

  private String said = "";
  private String words = "";
  private @Nullable Tooltip made;

  private Tip(Node node) {
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> come(node));
  }

  /** Says these words under the mouse, and to screen readers as help; nothing where empty. */
  public static void set(Node node, String said) {
    Tip tip = of(node);
    if (tip == null) {
      if (said.isEmpty()) {
        return;
      }
      tip = new Tip(node);
      node.getProperties().put(KEY, tip);
    }
    if (!tip.said.equals(said)) {
      tip.said = said;
      tip.words = Widgets.shown(said);
      node.setAccessibleHelp(said.isEmpty() ? null : tip.words);
      tip.follow(node);
    }
  }

  /** What a node says; empty where it says nothing. */
  public static String words(Node node) {
    Tip tip = of(node);
    return tip == null ? "" : tip.words;
  }

  private static @Nullable Tip of(Node node) {
    return node.hasProperties() && node.getProperties().get(KEY) instanceof Tip tip ? tip : null;
  }

  private void come(Node node) {
    if (made == null && !words.isEmpty()) {
      made = new Tooltip(words);
      made.setWrapText(true);
      made.setMaxWidth(WIDTH);
      Tooltip.install(node, made);
    }
  }

  /** A tooltip that is there already says the words of now. */
  private void follow(Node node) {
    if (made != null && words.isEmpty()) {
      Tooltip.uninstall(node, made);
      made = null;
    } else if (made != null) {
      made.setText(words);
    }
  }
}
