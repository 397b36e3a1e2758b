package dev.zonewright.ui.keys;

import dev.zonewright.ui.KeyAction;
import dev.zonewright.ui.editor.EditorKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;

/** What the sheet of keys shows: the window's commands, then the keys of its parts. */
public final class KeyTable {
  private static final String EDITOR = "In the editor";
  private static final String BAR = "In the find bar";
  private static final String TABLE = "In the findings";
  private static final String RECORDS = "In exceptions and attestations";

  private KeyTable() {}

  public static List<KeyEntry> of(List<Command> commands) {
    List<KeyEntry> all = new ArrayList<>();
    commands.stream()
        .filter(c -> !c.keys().isEmpty())
        .forEach(c -> all.add(new KeyEntry(c.group().title(), c.shownKeys(), c.title())));
    Set<String> shown =
        all.stream().flatMap(entry -> entry.keys().stream()).collect(Collectors.toSet());
    EditorKeys.all().stream()
        .map(row -> new KeyEntry(group(row), List.of(onThisSystem(row.keys())), row.action()))
        .filter(entry -> entry.group().equals(BAR) || !shown.contains(entry.keys().getFirst()))
        .forEach(all::add);
    all.add(new KeyEntry(TABLE, List.of("Enter"), "Go to the finding's line"));
    all.add(new KeyEntry(TABLE, List.of("Alt+Enter"), "Show the finding's fixes"));
    all.add(new KeyEntry(RECORDS, List.of("Enter"), "Go to the entry's line"));
    all.add(new KeyEntry(RECORDS, List.of("Space"), "Show the findings that an exception covers"));
    all.add(new KeyEntry(RECORDS, List.of("Delete"), "Remove the entry, with a preview"));
    return all;
  }

  private static String group(KeyAction row) {
    return row.context().equals("Editor") ? EDITOR : BAR;
  }

  // a Mac has another key for shortcuts
  private static String onThisSystem(String keys) {
    String shortcut = KeyCombination.valueOf("Shortcut+A").getDisplayText();
    return keys.replace("Ctrl+", shortcut.substring(0, shortcut.length() - 1));
  }
}
