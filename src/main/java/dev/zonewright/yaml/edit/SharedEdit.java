package dev.zonewright.yaml.edit;

import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One change of text that several places share through an anchor. It is held to what the changes
 * would do if every place had text of its own: each gets what it asked for, and no other place
 * anything.
 *
 * @param text the document's text after it
 * @param touched the paths that it changed
 */
record SharedEdit(EditSet edits, String text, Set<YamlPath> touched) {
  /** The change; empty where it cannot be made, or would reach further than it is asked to. */
  static Optional<SharedEdit> of(
      YamlDocument document, String text, List<Consumer<YamlEditor>> changes) {
    YamlEditor editor = YamlEditor.sharing(document, text);
    changes.forEach(editor::withNextSharer);
    if (!(editor.finish() instanceof EditOutcome.Edited(EditSet edits, String result))) {
      return Optional.empty();
    }
    YamlDocument after = YamlParser.parse(result);
    Optional<String> meant = meant(document, changes);
    return meant.isPresent()
            && meant.equals(Unshared.text(after, true))
            && Unshared.overrides(after) <= Unshared.overrides(document)
        ? Optional.of(new SharedEdit(edits, result, editor.touched()))
        : Optional.empty();
  }

  private static Optional<String> meant(YamlDocument document, List<Consumer<YamlEditor>> changes) {
    return Unshared.text(document, false)
        .flatMap(apart -> {
          YamlEditor editor = YamlEditor.on(apart);
          changes.forEach(change -> change.accept(editor));
          return editor.finish() instanceof EditOutcome.Edited(EditSet _, String result)
              ? Unshared.text(YamlParser.parse(result), true)
              : Optional.empty();
        });
  }
}
