package dev.zonewright.ui.editor.model;

import dev.zonewright.text.EditSet;
import dev.zonewright.ui.editor.text.FoldRegions;
import dev.zonewright.ui.editor.text.Folds;
import dev.zonewright.ui.editor.text.TextBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What of a text is folded away. Whatever is revealed or edited is opened, so that nothing is
 * looked for or changed out of sight.
 */
public final class Folding {
  private final TextBuffer text;
  private final FoldRegions regions;
  private final List<Runnable> listeners = new ArrayList<>();
  private Folds folds = Folds.NONE;

  Folding(TextBuffer text) {
    this.text = text;
    this.regions = new FoldRegions(text);
  }

  /** What is folded now. */
  public Folds folds() {
    return folds;
  }

  /** Which lines begin something that can be folded. */
  public FoldRegions regions() {
    return regions;
  }

  /** Calls the listener when lines were folded or opened other than by an edit. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /** Folds what a line begins, or else the nearest that holds it and is open. */
  public void fold(int line) {
    OptionalInt begin = regions.around(line, line);
    while (begin.isPresent() && folds.isFolded(begin.getAsInt())) {
      begin = regions.around(line, begin.getAsInt() - 1);
    }
    begin.ifPresent(open -> {
      NavigableMap<Integer, Integer> more = folds.lines();
      more.put(open, regions.endOf(open).orElse(open));
      set(Folds.of(more, text));
    });
  }

  /** Opens what is folded on a line; folds that it held stay. */
  public void unfold(int line) {
    if (folds.isFolded(line)) {
      NavigableMap<Integer, Integer> left = folds.lines();
      left.remove(line);
      set(Folds.of(left, text));
    }
  }

  /** Folds what a line begins, or opens it. */
  public void toggle(int line) {
    if (folds.isFolded(line)) {
      unfold(line);
    } else if (regions.begins(line)) {
      fold(line);
    }
  }

  /** Folds every object; in a text of one object, what its keys hold. */
  public void foldAll() {
    List<Integer> objects = regions.objects();
    Map<Integer, Integer> lines = new TreeMap<>();
    if (objects.size() > 1) {
      objects.forEach(line -> put(lines, line));
    } else {
      for (int line = 0; line < text.lineCount(); line++) {
        boolean topLevel = !text.line(line).startsWith(" ");
        if (topLevel && !objects.contains(line) && regions.begins(line)) {
          put(lines, line);
        }
      }
    }
    set(Folds.of(lines, text));
  }

  private void put(Map<Integer, Integer> lines, int line) {
    regions.endOf(line).ifPresent(last -> lines.put(line, last));
  }

  public void unfoldAll() {
    set(Folds.NONE);
  }

  /** Opens what hides a line of a stretch of the text. */
  public void show(int start, int end) {
    set(folds.showing(text.lineOf(start), text.lineOf(end), text));
  }

  /** Forgets everything: another text is there. */
  void clear() {
    folds = Folds.NONE;
  }

  /** Follows edits that the text has seen; whoever hears of the edits looks at the folds then. */
  void edited(EditSet edits, EditSet inverse) {
    folds = folds.after(edits, inverse, text);
  }

  private void set(Folds now) {
    if (now.differing(folds).isPresent()) {
      folds = now;
      List.copyOf(listeners).forEach(Runnable::run);
    } else {
      folds = now;
    }
  }
}
