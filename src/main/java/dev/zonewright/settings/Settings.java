package dev.zonewright.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person chose, and how they left the window.
 *
 * @param fontSize of the window's text, in pixels, from {@link #SMALLEST_FONT} to {@link
 *     #LARGEST_FONT}
 * @param recent absolute paths of files and folders, the last opened first
 * @param window empty before the window was first closed
 * @param dividers positions of the dividers between panels, by the divider's name
 * @param layout other choices about how panels look, words by dotted names such as {@code
 *     findings.grouping}
 * @param hintsDone the names of hints that were read and are not shown again
 */
public record Settings(
    ThemeChoice theme,
    int fontSize,
    List<String> recent,
    Optional<WindowPlace> window,
    Map<String, Double> dividers,
    Map<String, String> layout,
    Set<String> hintsDone) {
  public static final int SMALLEST_FONT = 10;
  public static final int LARGEST_FONT = 22;
  public static final int USUAL_FONT = 13;

  /** How many files and folders are remembered. */
  public static final int MOST_RECENT = 12;

  public static final Settings DEFAULT =
      new Settings(
          ThemeChoice.SYSTEM,
          USUAL_FONT,
          List.of(),
          Optional.empty(),
          Map.of(),
          Map.of(),
          Set.of());

  public Settings {
    fontSize = Math.clamp(fontSize, SMALLEST_FONT, LARGEST_FONT);
    recent = List.copyOf(recent.subList(0, Math.min(recent.size(), MOST_RECENT)));
    dividers = Map.copyOf(dividers);
    layout = Map.copyOf(layout);
    hintsDone = Set.copyOf(hintsDone);
  }

  public Settings withTheme(ThemeChoice now) {
    return new Settings(now, fontSize, recent, window, dividers, layout, hintsDone);
  }

  public Settings withFontSize(int now) {
    return new Settings(theme, now, recent, window, dividers, layout, hintsDone);
  }

  /** The same with a path on top of those that were opened. */
  public Settings withOpened(String path) {
    List<String> now = new ArrayList<>(recent);
    now.remove(path);
    now.addFirst(path);
    return new Settings(theme, fontSize, now, window, dividers, layout, hintsDone);
  }

  public Settings withoutRecent() {
    return new Settings(theme, fontSize, List.of(), window, dividers, layout, hintsDone);
  }

  public Settings withWindow(WindowPlace now) {
    return new Settings(theme, fontSize, recent, Optional.of(now), dividers, layout, hintsDone);
  }

  public Settings withDivider(String name, double position) {
    Map<String, Double> now = new LinkedHashMap<>(dividers);
    now.put(name, position);
    return new Settings(theme, fontSize, recent, window, now, layout, hintsDone);
  }

  public Settings withoutDividers() {
    return new Settings(theme, fontSize, recent, window, Map.of(), layout, hintsDone);
  }

  public Settings withLayout(String name, String word) {
    Map<String, String> now = new LinkedHashMap<>(layout);
    now.put(name, word);
    return new Settings(theme, fontSize, recent, window, dividers, now, hintsDone);
  }

  public Settings withHintDone(String name) {
    Set<String> now = new LinkedHashSet<>(hintsDone);
    now.add(name);
    return new Settings(theme, fontSize, recent, window, dividers, layout, now);
  }
}
