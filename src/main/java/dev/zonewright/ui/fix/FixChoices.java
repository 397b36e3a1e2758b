package dev.zonewright.ui.fix;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.text.NaturalOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What may be fixed, by file and control, and what of it is ticked: at first all that is safe. And
 * what cannot be fixed, with the reason.
 */
public final class FixChoices {
  private final List<FileGroup> files;
  private final List<Unfixable> unfixable;
  private final Predicate<LocatedFinding> scope;
  private final Set<String> ticked = new HashSet<>();

  /** How much of a group is ticked. */
  enum Tick {
    ALL,
    SOME,
    NONE
  }

  /** A finding with the fix that would be made. */
  public record Item(LocatedFinding finding, Fix fix) {
    /** Whether a person should look at what it does before it is made. */
    public boolean isForReview() {
      return fix.safety() != FixSafety.SAFE;
    }

    /** “line 12 · Deployment api · Set privileged to false”. */
    public String title() {
      return line(finding, fix.title());
    }
  }

  /** A finding that has no fix. */
  public record Unfixable(LocatedFinding finding) {
    /** “line 12 · Deployment api · Fixed user”. */
    public String title() {
      return line(finding, finding.finding().control().title());
    }

    /** Why nothing is offered, and what a person must do. */
    public String reason() {
      String guidance = finding.finding().guidance();
      return "No fix is offered: "
          + (guidance.isEmpty() ? "a person must decide what is right here." : guidance);
    }
  }

  private static String line(LocatedFinding at, String what) {
    String object = at.finding().objectLabel();
    return "line %,d · %s%s"
        .formatted(at.start().line(), object.isEmpty() ? "" : object + " · ", what);
  }

  /** The findings of one control in a file whose fixes are equally safe. */
  public record ControlGroup(String file, String control, boolean forReview, List<Item> items) {}

  /** The groups of one file, the safe ones first. */
  public record FileGroup(String file, List<ControlGroup> controls) {
    /** All of the file. */
    public List<Item> items() {
      return controls.stream().flatMap(c -> c.items().stream()).toList();
    }
  }

  private FixChoices(
      List<FileGroup> files,
      List<Unfixable> unfixable,
      Predicate<LocatedFinding> scope,
      boolean all) {
    this.files = List.copyOf(files);
    this.unfixable = List.copyOf(unfixable);
    this.scope = scope;
    for (FileGroup file : files) {
      for (Item item : file.items()) {
        if (all || !item.isForReview()) {
          ticked.add(item.finding().fingerprint());
        }
      }
    }
  }

  /** What may be fixed of the findings that are in scope. */
  static FixChoices of(Analysis analysis, Predicate<LocatedFinding> scope) {
    return of(analysis, scope, FixChoices::fixOf, false);
  }

  /**
   * The same where it is known already which fix of each finding is wanted: all of them are ticked.
   *
   * @param wanted empty for what is in scope and cannot be fixed
   */
  static FixChoices wanted(
      Analysis analysis,
      Predicate<LocatedFinding> scope,
      Function<LocatedFinding, Optional<Fix>> wanted) {
    return of(analysis, scope, wanted, true);
  }

  private static FixChoices of(
      Analysis analysis,
      Predicate<LocatedFinding> scope,
      Function<LocatedFinding, Optional<Fix>> choice,
      boolean all) {
    Map<String, Map<String, List<Item>>> groups = new TreeMap<>(NaturalOrder.NAMES);
    List<Unfixable> unfixable = new ArrayList<>();
    for (LocatedFinding at : analysis.findings()) {
      if (scope.test(at)) {
        choice
            .apply(at)
            .ifPresentOrElse(
                fix -> add(new Item(at, fix), groups), () -> unfixable.add(new Unfixable(at)));
      }
    }
    List<FileGroup> files = new ArrayList<>();
    groups.forEach((file, byControl) -> {
      List<ControlGroup> controls = new ArrayList<>();
      byControl.forEach((key, items) ->
          controls.add(
              new ControlGroup(file, key.substring(1), key.startsWith("1"), List.copyOf(items))));
      files.add(new FileGroup(file, List.copyOf(controls)));
    });
    return new FixChoices(files, unfixable, scope, all);
  }

  private static void add(Item item, Map<String, Map<String, List<Item>>> groups) {
    // “0” and “1” put the safe ones first
    String key = (item.isForReview() ? "1" : "0") + item.finding().finding().control().title();
    groups
        .computeIfAbsent(item.finding().file(), _ -> new TreeMap<>())
        .computeIfAbsent(key, _ -> new ArrayList<>())
        .add(item);
  }

  private static Optional<Fix> fixOf(LocatedFinding at) {
    Optional<Fix> safe = at.finding().safeFix();
    return safe.isPresent()
        ? safe
        : at.finding().fixes().stream().filter(f -> f.safety() == FixSafety.REVIEW).findFirst();
  }

  /** In the order of their names. */
  public List<FileGroup> files() {
    return files;
  }

  /** What has no fix, in the order of files and places. */
  public List<Unfixable> unfixable() {
    return unfixable;
  }

  /** Whether there is nothing at all to fix, and nothing that cannot be fixed either. */
  public boolean isEmpty() {
    return files.isEmpty() && unfixable.isEmpty();
  }

  public boolean isTicked(Item item) {
    return ticked.contains(item.finding().fingerprint());
  }

  /**
   * Ticks some, or takes their ticks away.
   *
   * @return whether anything is another way now
   */
  boolean tick(Collection<Item> items, boolean on) {
    boolean changed = false;
    for (Item item : items) {
      String id = item.finding().fingerprint();
      changed |= on ? ticked.add(id) : ticked.remove(id);
    }
    return changed;
  }

  /** How many are ticked. */
  int count() {
    return ticked.size();
  }

  /** How many of these are ticked. */
  int countIn(Collection<Item> items) {
    return (int) items.stream().filter(this::isTicked).count();
  }

  /** How much of these is ticked; nothing of nothing. */
  Tick stateOf(Collection<Item> items) {
    int on = countIn(items);
    if (on == 0) {
      return Tick.NONE;
    }
    return on == items.size() ? Tick.ALL : Tick.SOME;
  }

  /** In how many files any is ticked. */
  int fileCount() {
    return (int)
        files.stream()
            .filter(f ->
                f.controls().stream().anyMatch(c -> c.items().stream().anyMatch(this::isTicked)))
            .count();
  }

  /** The choice as it is now, for a run in the background. */
  Chosen chosen() {
    Map<LocatedFinding.Key, List<Wish>> wishes = new HashMap<>();
    Set<String> controls = new HashSet<>();
    for (FileGroup file : files) {
      for (ControlGroup group : file.controls()) {
        for (Item item : group.items()) {
          boolean on = isTicked(item);
          wishes
              .computeIfAbsent(item.finding().key(), _ -> new ArrayList<>(1))
              .add(new Wish(item, on));
          if (on) {
            controls.add(item.finding().finding().control().id());
          }
        }
      }
    }
    return new Chosen(scope, wishes, controls);
  }

  /** Just these, ticked or not, and nothing that comes to light after them. */
  Chosen only(Collection<Item> items) {
    Map<LocatedFinding.Key, List<Wish>> wishes = new HashMap<>();
    for (Item item : items) {
      wishes
          .computeIfAbsent(item.finding().key(), _ -> new ArrayList<>(1))
          .add(new Wish(item, true));
    }
    return new Chosen(_ -> false, wishes, Set.of());
  }

  /** Whether a fix is to be made. */
  record Wish(Item item, boolean on) {}

  /**
   * A choice that stays as it is.
   *
   * @param wishes by the key of their finding, which is the same in all analyses of a run
   */
  record Chosen(
      Predicate<LocatedFinding> scope,
      Map<LocatedFinding.Key, List<Wish>> wishes,
      Set<String> controls) {
    /**
     * The fix to make of a finding, if any. What comes to light only once others are fixed is fixed
     * where that is safe and its control was chosen.
     */
    Optional<Fix> fixOf(LocatedFinding at) {
      List<Wish> here = wishes.get(at.key());
      if (here == null) {
        boolean wanted = scope.test(at) && controls.contains(at.finding().control().id());
        return wanted ? at.finding().safeFix() : Optional.empty();
      }
      return here.stream()
          .filter(wish -> wish.on() && (here.stream().allMatch(Wish::on) || isSame(wish, at)))
          .findFirst()
          .flatMap(wish -> like(wish.item().fix(), at));
    }

    // two with one key, and only one is wanted: told apart until their document changes
    private static boolean isSame(Wish wish, LocatedFinding at) {
      return wish.item().finding().finding().equals(at.finding());
    }

    private static Optional<Fix> like(Fix fix, LocatedFinding at) {
      List<Fix> fixes = at.finding().fixes();
      return fixes.stream()
          .filter(f -> f.title().equals(fix.title()))
          .findFirst()
          .or(() -> fixes.stream().filter(f -> f.safety() == fix.safety()).findFirst());
    }
  }
}
