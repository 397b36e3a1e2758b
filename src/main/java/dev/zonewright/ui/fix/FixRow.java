package dev.zonewright.ui.fix;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A line of the tree of fixes: what it says, what it holds, and what there is to know about it. */
sealed interface FixRow {
  /** What the line says, without its counts. */
  String text();

  /** The file whose changes belong to it; empty where there is no one file. */
  String file();

  /** What a tick here ticks; empty where nothing can be ticked. */
  default List<FixChoices.Item> items() {
    return List.of();
  }

  /** The lines below, made when they are asked for. */
  default List<FixRow> children() {
    return List.of();
  }

  /** Whether it should be looked at before it is ticked. */
  default boolean isForReview() {
    return false;
  }

  /**
   * What to know before ticking.
   *
   * @param refused the reasons of the fixes that could not be made in the last try
   */
  String explanation(Map<LocatedFinding.Key, String> refused);

  /** The top lines: the files, and behind them all that has no fix. */
  static List<FixRow> of(FixChoices choices) {
    List<FixRow> rows = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    choices.files().forEach(group -> names.add(group.file()));
    choices.unfixable().forEach(u -> names.add(u.finding().file()));
    Map<String, String> shortest = FileNames.shortest(names);
    choices
        .files()
        .forEach(group ->
            rows.add(
                new OfFile(
                    group, shortest.getOrDefault(group.file(), group.file()), group.items())));
    if (!choices.unfixable().isEmpty()) {
      rows.add(new Unfixables(choices.unfixable(), shortest));
    }
    return rows;
  }

  /** What the line stands for in whole words; a file by its whole name. */
  default String whole() {
    return text();
  }

  /** The most severe of what it stands for; empty for a file, which holds all kinds. */
  default Optional<Severity> severity() {
    return Optional.empty();
  }

  /** All fixes in a file, which is called by the shortest name that tells it from the others. */
  record OfFile(FixChoices.FileGroup group, String text, List<FixChoices.Item> items)
      implements FixRow {
    @Override
    public String whole() {
      return group.file();
    }

    @Override
    public String file() {
      return group.file();
    }

    @Override
    public List<FixRow> children() {
      return group.controls().stream().map(c -> (FixRow) new OfControl(c)).toList();
    }

    @Override
    public String explanation(Map<LocatedFinding.Key, String> refused) {
      long review = items.stream().filter(FixChoices.Item::isForReview).count();
      return group.file()
          + (review == 0
              ? ""
              : "\nNot selected by default: %s that may change how a workload behaves."
                  .formatted(Counts.say((int) review, "fix", "fixes")));
    }
  }

  /** The fixes of a control in a file. */
  record OfControl(FixChoices.ControlGroup group) implements FixRow {
    @Override
    public String text() {
      return group.control();
    }

    @Override
    public Optional<Severity> severity() {
      return items().stream()
          .map(i -> i.finding().finding().severity())
          .min(Comparator.naturalOrder());
    }

    @Override
    public String file() {
      return group.file();
    }

    @Override
    public List<FixChoices.Item> items() {
      return group.items();
    }

    @Override
    public List<FixRow> children() {
      return group.items().stream().map(i -> (FixRow) new One(i)).toList();
    }

    @Override
    public boolean isForReview() {
      return group.forReview();
    }

    @Override
    public String explanation(Map<LocatedFinding.Key, String> refused) {
      long not = items().stream().filter(i -> refused.containsKey(i.finding().key())).count();
      String words = new One(items().getFirst()).explanation(Map.of());
      return not == 0
          ? words
          : words + "\n%,d of these cannot be fixed; each says why.".formatted(not);
    }
  }

  /** One fix. */
  record One(FixChoices.Item item) implements FixRow {
    @Override
    public String text() {
      return item.title();
    }

    @Override
    public Optional<Severity> severity() {
      return Optional.of(item.finding().finding().severity());
    }

    @Override
    public String file() {
      return item.finding().file();
    }

    @Override
    public List<FixChoices.Item> items() {
      return List.of(item);
    }

    @Override
    public boolean isForReview() {
      return item.isForReview();
    }

    @Override
    public String explanation(Map<LocatedFinding.Key, String> refused) {
      String reason = refused.get(item.finding().key());
      if (reason != null) {
        return item.fix().title() + " cannot be fixed here.\n" + reason + ".";
      }
      String guidance = item.finding().finding().guidance();
      String what = item.finding().finding().message() + "\n" + item.fix().title() + ".";
      return isForReview()
          ? what
              + " It may change how the workload behaves, so it is not selected: review it first."
              + (guidance.isEmpty() ? "" : " " + guidance)
          : what;
    }
  }

  /** All that has no fix. */
  record Unfixables(List<FixChoices.Unfixable> all, Map<String, String> shortest)
      implements FixRow {
    @Override
    public String text() {
      return "Cannot be fixed here · %,d".formatted(all.size());
    }

    @Override
    public String file() {
      return "";
    }

    @Override
    public List<FixRow> children() {
      Map<String, List<FixChoices.Unfixable>> files = new LinkedHashMap<>();
      all.forEach(u -> files.computeIfAbsent(u.finding().file(), _ -> new ArrayList<>()).add(u));
      List<FixRow> rows = new ArrayList<>();
      files.forEach((file, those) ->
          rows.add(new UnfixableIn(file, shortest.getOrDefault(file, file), those)));
      return rows;
    }

    @Override
    public String explanation(Map<LocatedFinding.Key, String> refused) {
      return "A person must decide these. Each line says why, and what to do.";
    }
  }

  /** What has no fix in a file. */
  record UnfixableIn(String file, String name, List<FixChoices.Unfixable> those) implements FixRow {
    @Override
    public String text() {
      return "%s · %,d".formatted(name, those.size());
    }

    @Override
    public String whole() {
      return "%s · %,d".formatted(file, those.size());
    }

    @Override
    public List<FixRow> children() {
      return those.stream().map(u -> (FixRow) new UnfixableOne(u)).toList();
    }

    @Override
    public String explanation(Map<LocatedFinding.Key, String> refused) {
      return file + "\nA person must decide these. Each line says why, and what to do.";
    }
  }

  /** A finding that has no fix. */
  record UnfixableOne(FixChoices.Unfixable one) implements FixRow {
    @Override
    public String text() {
      return one.title();
    }

    @Override
    public Optional<Severity> severity() {
      return Optional.of(one.finding().finding().severity());
    }

    @Override
    public String file() {
      return one.finding().file();
    }

    @Override
    public String explanation(Map<LocatedFinding.Key, String> refused) {
      return one.finding().finding().message() + "\n" + one.reason();
    }
  }
}
