package dev.zonewright.ui.fix;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What may be fixed, by file and control, and what of it is ticked: at first all that is safe. */
public final class FixChoices {
  private final List<FileGroup> files;
  private final Predicate<LocatedFinding> scope;
  private final Map<String, Item> known = new HashMap<>();
  private final Set<String> ticked = new HashSet<>();

  /** A finding with the fix that would be made. */
  public record Item(LocatedFinding finding, Fix fix) {
    /** Whether a person should look at what it does before it is made. */
    public boolean isForReview() {
      return fix.safety() != FixSafety.SAFE;
    }

    /** “line 12 · Deployment api · Set privileged to false”. */
    public String title() {
      return "line %d · %s · %s"
          .formatted(finding.start().line(), finding.finding().objectLabel(), fix.title());
    }
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

  private FixChoices(List<FileGroup> files, Predicate<LocatedFinding> scope) {
    this.files = List.copyOf(files);
    this.scope = scope;
    for (FileGroup file : files) {
      for (Item item : file.items()) {
        known.put(item.finding().fingerprint(), item);
        if (!item.isForReview()) {
          ticked.add(item.finding().fingerprint());
        }
      }
    }
  }

  /** What may be fixed of the findings that are in scope. */
  static FixChoices of(Analysis analysis, Predicate<LocatedFinding> scope) {
    Map<String, Map<String, List<Item>>> groups = new TreeMap<>();
    for (LocatedFinding at : analysis.findings()) {
      if (scope.test(at)) {
        fixOf(at)
            .ifPresent(fix -> {
              Item item = new Item(at, fix);
              // “0” and “1” put the safe ones first
              String key = (item.isForReview() ? "1" : "0") + at.finding().control().title();
              groups
                  .computeIfAbsent(at.file(), _ -> new TreeMap<>())
                  .computeIfAbsent(key, _ -> new ArrayList<>())
                  .add(item);
            });
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
    return new FixChoices(files, scope);
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

  /** The choice as it is now, for a run in the background. */
  Chosen chosen() {
    Set<String> controls = new HashSet<>();
    ticked.forEach(id -> controls.add(item(id).finding().finding().control().id()));
    return new Chosen(scope, Map.copyOf(known), Set.copyOf(ticked), controls);
  }

  private Item item(String fingerprint) {
    Item item = known.get(fingerprint);
    if (item == null) {
      throw new IllegalStateException("nothing with the fingerprint " + fingerprint);
    }
    return item;
  }

  /** A choice that stays as it is. */
  record Chosen(
      Predicate<LocatedFinding> scope,
      Map<String, Item> known,
      Set<String> ticked,
      Set<String> controls) {
    /**
     * The fix to make of a finding, if any. What comes to light only once others are fixed is fixed
     * where that is safe and its control was chosen.
     */
    Optional<Fix> fixOf(LocatedFinding at) {
      Item item = known.get(at.fingerprint());
      if (item == null) {
        boolean wanted = scope.test(at) && controls.contains(at.finding().control().id());
        return wanted ? at.finding().safeFix() : Optional.empty();
      }
      if (!ticked.contains(at.fingerprint())) {
        return Optional.empty();
      }
      return at.finding().fixes().stream()
          .filter(f -> f.safety() == item.fix().safety())
          .findFirst();
    }
  }
}
