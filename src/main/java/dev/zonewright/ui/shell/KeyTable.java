package dev.zonewright.ui.shell;

import dev.zonewright.ui.keys.KeyEntry;
import java.util.ArrayList;
import java.util.List;

/** What the sheet of keys shows: the window's commands, then the keys of its parts. */
final class KeyTable {
  private static final String EDITOR = "In the editor";
  private static final String TABLE = "In the findings";

  private KeyTable() {}

  static List<KeyEntry> of(List<ShellCommand> commands) {
    List<KeyEntry> all = new ArrayList<>();
    commands.stream()
        .filter(c -> !c.keys().isEmpty())
        .forEach(c -> all.add(new KeyEntry(c.group().title(), c.shownKeys(), c.title())));
    all.add(new KeyEntry(EDITOR, List.of("F1"), "Explain the control at the caret"));
    all.add(new KeyEntry(EDITOR, List.of("Tab", "Shift+Tab"), "Indent, outdent"));
    all.add(new KeyEntry(TABLE, List.of("Enter"), "Go to the finding's line"));
    all.add(new KeyEntry(TABLE, List.of("Alt+Enter"), "Show the finding's fixes"));
    return all;
  }
}
