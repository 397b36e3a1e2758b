package dev.zonewright.ui;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts words where the person can paste them from. */
public final class Clipboards {
  private Clipboards() {}

  public static void put(String words) {
    ClipboardContent content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
