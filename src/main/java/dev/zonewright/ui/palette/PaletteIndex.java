package dev.zonewright.ui.palette;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.keys.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that can be gone to, and the search in it. Immutable; built off the UI thread. */
final class PaletteIndex {
  private static final int SAME_FILE = 12;

  private final List<PaletteEntry> entries;
  private final String activeFile;
  private final int lines;

  /**
   * A row of the list.
   *
   * @param words of the query, to be marked in the title
   */
  record Hit(PaletteEntry entry, List<String> words) {}

  /**
   * The best hits.
   *
   * @param found how many there are in all
   */
  record Hits(List<Hit> best, int found) {}

  private record Scored(PaletteEntry entry, int score) {}

  private PaletteIndex(List<PaletteEntry> entries, String activeFile, int lines) {
    this.entries = entries;
    this.activeFile = activeFile;
    this.lines = lines;
  }

  /**
   * An index of what is opened.
   *
   * @param files all that can be shown, those that could not be analysed too
   * @param activeFile the one on show; empty for none
   * @param activeText its text
   */
  static PaletteIndex of(
      Analysis analysis,
      List<String> files,
      List<ControlInfo> controls,
      List<Command> commands,
      String activeFile,
      String activeText) {
    List<PaletteEntry> out = new ArrayList<>();
    analysis.objects().forEach(o -> out.add(object(o)));
    files.forEach(f -> out.add(PaletteEntry.of(FileNames.last(f), f, f, new Target.OfFile(f))));
    analysis.findings().forEach(f -> out.add(finding(f)));
    controls.forEach(c -> out.add(control(c)));
    commands.forEach(c -> out.add(command(c)));
    int lines =
        activeFile.isEmpty() ? 0 : 1 + (int) activeText.chars().filter(c -> c == '\n').count();
    return new PaletteIndex(List.copyOf(out), activeFile, lines);
  }

  private static PaletteEntry object(LocatedObject at) {
    KubeObject object = at.object();
    String where = FileNames.last(at.file());
    String detail = object.tenant().map(t -> t + " · " + where).orElse(where);
    return PaletteEntry.of(
        object.label(),
        detail,
        at.file(),
        new Target.OfObject(new Jump(at.file(), at.rangeOf(object.root().get("kind")))));
  }

  private static PaletteEntry finding(LocatedFinding at) {
    String object = at.finding().objectLabel();
    String title = at.finding().control().title();
    return PaletteEntry.of(
        object.isEmpty() ? title : title + " · " + object,
        FileNames.last(at.file()) + ":" + at.start().line(),
        at.file(),
        new Target.OfFinding(at));
  }

  private static PaletteEntry control(ControlInfo control) {
    return PaletteEntry.of(
        control.title(), "control · " + control.id(), "", new Target.OfControl(control));
  }

  private static PaletteEntry command(Command command) {
    String keys = command.shownKeys().isEmpty() ? "" : " · " + command.shownKeys().getFirst();
    return PaletteEntry.of(
        command.title(), command.group().title() + keys, "", new Target.OfCommand(command));
  }

  /**
   * The hits for a query, the best first. {@code :12} and {@code :12:5} stand for a line, and a
   * column in it, of the file on show; without a word all but findings and commands are listed.
   */
  Hits search(String query, int most) {
    if (query.strip().startsWith(":")) {
      return new Hits(List.of(new Hit(line(query.strip().substring(1)), List.of())), 1);
    }
    List<String> words = Fuzzy.words(query);
    List<Scored> found = new ArrayList<>();
    for (PaletteEntry entry : entries) {
      int score = words.isEmpty() ? unasked(entry) : Fuzzy.score(words, entry);
      if (score != Fuzzy.NONE) {
        boolean here = !activeFile.isEmpty() && entry.file().equals(activeFile);
        found.add(new Scored(entry, score + (here ? SAME_FILE : 0)));
      }
    }
    // stable: objects before files before findings before controls before commands
    found.sort(Comparator.comparingInt(Scored::score).reversed());
    List<Hit> best = found.stream().limit(most).map(s -> new Hit(s.entry(), words)).toList();
    return new Hits(best, found.size());
  }

  private static int unasked(PaletteEntry entry) {
    boolean onlyAsked =
        entry.target() instanceof Target.OfFinding || entry.target() instanceof Target.OfCommand;
    return onlyAsked ? Fuzzy.NONE : 0;
  }

  private PaletteEntry line(String asked) {
    if (lines == 0) {
      return PaletteEntry.of("No file is open", "", "", new Target.Hint());
    }
    String[] parts = asked.split(":", 2);
    int line = number(parts[0]);
    if (line <= 0) {
      String range = "1 to %,d".formatted(lines);
      return PaletteEntry.of("Type a line number", range, activeFile, new Target.Hint());
    }
    int inside = Math.min(line, lines);
    int column = parts.length > 1 ? Math.max(1, number(parts[1])) : 1;
    String title = "Go to line %,d".formatted(inside);
    return PaletteEntry.of(
        title, FileNames.last(activeFile), activeFile, new Target.OfLine(inside, column));
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits.strip());
    } catch (NumberFormatException _) {
      return -1;
    }
  }
}
