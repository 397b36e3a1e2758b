package dev.zonewright.catalogue.pod;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlEditor;
import dev.zonewright.yaml.YamlPath;
import java.util.Optional;

/** Takes something away, together with the mappings and lists that would be left empty. */
final class Removal {
  private Removal() {}

  /**
   * Removes an entry or a list item.
   *
   * @param holder where emptied parents end: this one stays, whatever is left in it
   */
  static void of(YamlEditor editor, YamlCursor at, YamlPath holder) {
    YamlCursor whole = at;
    Optional<YamlCursor> around = at.parent();
    while (around.isPresent()
        && !around.get().path().equals(holder)
        && around.get().entries().size() + around.get().items().size() == 1) {
      whole = around.get();
      around = whole.parent();
    }
    editor.remove(whole.path());
  }
}
