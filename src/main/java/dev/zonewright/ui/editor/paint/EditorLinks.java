package dev.zonewright.ui.editor.paint;

/** What a click on a mark beside the text does. */
public interface EditorLinks {
  /** Opens the fix menu at the caret. */
  void showFixes();

  /** Goes on to the next place that the chosen finding rests on. */
  void nextPlace();
}
