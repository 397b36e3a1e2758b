package dev.zonewright.report.compare;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.control.Family;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.FileNames;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * To which change of the manifests a finding is owed: of the places at which its own object is not
 * as it was, the one nearest to what it is about; where its object is as it was, the objects around
 * it that are not. That is a reading of the text, not a trial.
 */
public final class Causes {
  private final Side before;
  private final Side after;
  private final List<ObjectPair> changed;
  private final Map<String, List<ObjectPair>> byPath = new HashMap<>();
  private final Map<String, Family> families = new HashMap<>();

  private Causes(Side before, Side after) {
    this.before = before;
    this.after = after;
    boolean both = before.analysis().isPresent() && after.analysis().isPresent();
    changed =
        both ? ObjectPair.changed(before.analysis().get(), after.analysis().get()) : List.of();
    changed.forEach(pair -> byPath.computeIfAbsent(pair.path(), _ -> new ArrayList<>()).add(pair));
    before.analysis().ifPresent(this::families);
    after.analysis().ifPresent(this::families);
  }

  static Causes of(Side before, Side after) {
    return new Causes(before, after);
  }

  private void families(Analysis analysis) {
    for (LocatedFinding found : analysis.findings()) {
      families.putIfAbsent(found.finding().control().id(), found.finding().control().family());
    }
  }

  /** Findings by their cause, the causes in the order in which their first finding comes. */
  public Map<Cause, List<Entry>> group(List<Entry> entries) {
    Map<Cause, List<Entry>> out = new LinkedHashMap<>();
    entries.forEach(e -> out.computeIfAbsent(of(e), _ -> new ArrayList<>()).add(e));
    return out;
  }

  /** The cause of a finding that came or went. */
  public Cause of(Entry entry) {
    if (before.analysis().isEmpty() || after.analysis().isEmpty()) {
      return Cause.UNKNOWN;
    }
    if (families.get(entry.control()) == Family.REVIEW || !entry.isOfObject()) {
      return Cause.said("what the review file says, or the day");
    }
    Optional<ObjectPair> own =
        byPath.getOrDefault(entry.object(), List.of()).stream()
            .min(Comparator.comparing(p -> !p.there().file().equals(entry.file())));
    return own.flatMap(pair -> own(pair, entry)).orElseGet(() -> around(entry));
  }

  /** The nearest change of its own object; empty where it has none that is about the same. */
  private Optional<Cause> own(ObjectPair pair, Entry entry) {
    if (pair.before().isEmpty() || pair.after().isEmpty()) {
      return Optional.of(whole(pair));
    }
    int most = pair.changes().stream().mapToInt(c -> inCommon(c, entry)).max().orElse(0);
    List<TreeChange> nearest =
        pair.changes().stream().filter(c -> inCommon(c, entry) == most).toList();
    return most == 0 ? Optional.empty() : Optional.of(of(pair, nearest));
  }

  private Cause whole(ObjectPair pair) {
    String label = pair.object().kind() + " " + pair.object().name();
    return pair.after().isPresent()
        ? at(pair.there(), pair.object().root(), "new " + label)
        : new Cause(FileNames.last(pair.there().file()), label + " is gone", Optional.empty());
  }

  private Cause of(ObjectPair pair, List<TreeChange> changes) {
    LocatedObject now = pair.after().orElseThrow();
    TreeChange first = changes.getFirst();
    String more = changes.size() > 1 ? ", and %d more".formatted(changes.size() - 1) : "";
    return at(now, first.shown(), first.words() + more);
  }

  private Cause at(LocatedObject in, YamlCursor at, String words) {
    TextRange range = in.rangeOf(at);
    int line =
        after
            .analysis()
            .flatMap(a -> a.manifest(in.file()))
            .map(m -> m.stream().lines().positionOf(range.start()).line())
            .orElse(in.start().line());
    return new Cause(
        FileNames.last(in.file()) + ":" + line,
        words,
        Optional.of(new Place(in.file(), line, range)));
  }

  /** How many steps the paths of a change and of a finding have in common. */
  private static int inCommon(TreeChange change, Entry entry) {
    String[] one = change.path().split("\\.", -1);
    String[] other = entry.path().split("\\.", -1);
    int steps = 0;
    while (steps < Math.min(one.length, other.length) && one[steps].equals(other[steps])) {
      steps++;
    }
    return steps;
  }

  /** The finding's own object is as it was: what is not, of its namespace, else of the cluster. */
  private Cause around(Entry entry) {
    String[] parts = entry.object().split("/", -1);
    String home = parts[1].equals("Namespace") ? parts[2] : parts[0];
    Predicate<ObjectPair> apt =
        pair -> pair.path().equals(entry.object()) || decides(families.get(entry.control()), pair);
    List<List<ObjectPair>> choices =
        List.of(
            changed.stream().filter(p -> p.home().equals(home)).filter(apt).toList(),
            changed.stream().filter(apt).toList(),
            changed.stream().filter(p -> p.home().equals(home)).toList(),
            changed);
    List<ObjectPair> found =
        choices.stream().filter(c -> !c.isEmpty()).findFirst().orElse(List.of());
    if (found.isEmpty()) {
      return Cause.said("what the review file says, or the day");
    }
    if (found.size() == 1) {
      ObjectPair one = found.getFirst();
      return one.changes().isEmpty() ? whole(one) : of(one, one.changes());
    }
    ObjectPair first = found.getFirst();
    return Cause.said(
        "%s %s and %s that changed"
            .formatted(
                first.object().kind(),
                first.object().name(),
                found.size() == 2 ? "1 more object" : found.size() - 1 + " more objects"));
  }

  /** Whether findings of a family rest on objects of this kind. */
  private static boolean decides(@Nullable Family family, ObjectPair pair) {
    String kind = pair.object().kind();
    boolean network = kind.equals("NetworkPolicy");
    boolean access = kind.endsWith("Role") || kind.endsWith("RoleBinding");
    if (family == null) {
      return true;
    }
    return switch (family) {
      case NETWORK -> network;
      case RBAC, TOKEN -> access || kind.equals("ServiceAccount");
      case SECRET -> kind.endsWith("Secret") || kind.equals("ConfigMap") || access;
      default -> !network && !access;
    };
  }
}
