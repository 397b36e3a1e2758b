package dev.zonewright.catalogue.pod;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.edit.YamlEditor;

/** Takes something away, together with the mappings and lists that would be left empty. */
final class Removal {
  private Removal() {}

  /**
   * Removes an entry or a list item. What is not there is no obstacle, and takes nothing with it.
   *
   * @param holder where emptied parents end: this one stays, whatever is left in it
   */
  static void of(YamlEditor editor, YamlCursor at, YamlPath holder) {
    YamlPath whole = at.path();
    if (!editor.at(whole).exists()) {
      return;
    }
    while (!whole.isRoot()
        && !whole.parent().equals(holder)
        && size(editor.at(whole.parent())) == 1) {
      whole = whole.parent();
    }
    editor.remove(whole);
  }

  /** How much is left there, other fixes made before this one counted. */
  private static int size(YamlCursor at) {
    return at.entries().size() + at.items().size();
  }
}
