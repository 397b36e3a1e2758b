package dev.zonewright.ui.shell;

import dev.zonewright.settings.Settings;
import dev.zonewright.ui.editor.model.EditorPreferences;
import dev.zonewright.ui.findings.FindingsColumn;
import dev.zonewright.ui.findings.FindingsLayout;
import dev.zonewright.ui.findings.FindingsModel;
import dev.zonewright.ui.findings.Grouping;
import dev.zonewright.ui.preferences.Preferences;
import dev.zonewright.ui.tree.TreeModel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which of the choices about how panels look are remembered, and how they are written down. */
final class LayoutMemory {
  private LayoutMemory() {}

  static void keep(
      Preferences preferences, FindingsModel findings, TreeModel tree, EditorPreferences editor) {
    findings
        .scaleProperty()
        .bind(
            preferences
                .settingsProperty()
                .map(settings -> (double) settings.fontSize() / Settings.USUAL_FONT));
    // larger text is larger everywhere; the editor's own keys change its text beside that
    preferences
        .settingsProperty()
        .addListener((_, before, now) -> {
          if (before.fontSize() != now.fontSize()) {
            double by = (double) now.fontSize() / before.fontSize();
            editor.fontSizeProperty().set(editor.fontSizeProperty().get() * by);
          }
        });
    preferences.remember(
        "findings.table", findings.layoutProperty(), LayoutMemory::words, LayoutMemory::layout);
    preferences.remember(
        "findings.fixableOnly",
        findings.fixableOnlyProperty(),
        String::valueOf,
        word -> Optional.of(word.equals("true")));
    preferences.remember(
        "tree.view",
        tree.viewProperty(),
        TreeModel.View::title,
        word ->
            Arrays.stream(TreeModel.View.values()).filter(v -> v.title().equals(word)).findFirst());
    preferences.remember(
        "editor.wrap",
        editor.wrapProperty(),
        String::valueOf,
        word -> Optional.of(word.equals("true")));
    preferences.remember(
        "editor.fontSize",
        editor.fontSizeProperty(),
        size -> Long.toString(Math.round(size.doubleValue())),
        word -> word.matches("[0-9]{1,2}") ? Optional.of(Double.valueOf(word)) : Optional.empty());
  }

  /** “tenant severity ascending title=230 object=140”. */
  static String words(FindingsLayout layout) {
    String widths =
        new TreeMap<>(layout.widths())
            .entrySet().stream()
                .map(e -> " " + name(e.getKey()) + "=" + Math.round(e.getValue()))
                .collect(Collectors.joining());
    return layout.grouping().word()
        + " "
        + name(layout.sortedBy())
        + (layout.descending() ? " descending" : " ascending")
        + widths;
  }

  /** The layout of such words; what means nothing is left out. */
  static Optional<FindingsLayout> layout(String words) {
    String[] parts = words.split(" ", -1);
    if (parts.length < 3) {
      return Optional.empty();
    }
    Map<FindingsColumn, Double> widths = new EnumMap<>(FindingsColumn.class);
    for (String part : parts) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2 && pair[1].matches("[1-9][0-9]{0,3}")) {
        column(pair[0]).ifPresent(c -> widths.put(c, Double.valueOf(pair[1])));
      }
    }
    Optional<Grouping> grouping =
        Arrays.stream(Grouping.values()).filter(g -> g.word().equals(parts[0])).findFirst();
    return grouping.flatMap(g ->
        column(parts[1])
            .map(by -> new FindingsLayout(g, by, parts[2].equals("descending"), widths)));
  }

  private static String name(FindingsColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<FindingsColumn> column(String name) {
    return Arrays.stream(FindingsColumn.values()).filter(c -> name(c).equals(name)).findFirst();
  }
}
