package dev.zonewright.report.compare;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.control.Family;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.compare.DecidingLines.Stretch;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.FileNames;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
  private final Set<String> accepted = new HashSet<>();

  private Causes(Side before, Side after) {
    this.before = before;
    this.after = after;
    boolean both = before.analysis().isPresent() && after.analysis().isPresent();
    changed =
        both ? ObjectPair.changed(before.analysis().get(), after.analysis().get()) : List.of();
    changed.forEach(pair -> byPath.computeIfAbsent(pair.path(), _ -> new ArrayList<>()).add(pair));
    Stream.of(before, after)
        .flatMap(side -> side.entries().stream())
        .filter(Entry::accepted)
        .forEach(e -> accepted.add(e.fingerprint()));
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
      return Cause.NONE;
    }
    // a finding that came or went while an exception covers it at one end did so by the exception
    boolean byReview =
        families.get(entry.control()) == Family.REVIEW || accepted.contains(entry.fingerprint());
    if (byReview || !entry.isOfObject()) {
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
    Place place = at(pair.after().isPresent() ? after : before, pair.there(), pair.object().root());
    return pair.after().isPresent()
        ? new Cause(where(place), "new " + label, Optional.of(place), Optional.empty())
        : new Cause(
            FileNames.last(place.file()), label + " is gone", Optional.empty(), Optional.of(place));
  }

  private Cause of(ObjectPair pair, List<TreeChange> changes) {
    TreeChange first = changes.getFirst();
    String more = changes.size() > 1 ? ", and %d more".formatted(changes.size() - 1) : "";
    Place is = at(after, pair.after().orElseThrow(), first.shown());
    Optional<Place> was = pair.before().map(o -> at(before, o, o.object().root()));
    return new Cause(where(is), first.words() + more, Optional.of(is), was);
  }

  private static String where(Place place) {
    return FileNames.last(place.file()) + ":" + place.line();
  }

  private static Place at(Side side, LocatedObject in, YamlCursor at) {
    TextRange range = in.rangeOf(at);
    int line =
        side.analysis()
            .flatMap(a -> a.manifest(in.file()))
            .map(m -> m.stream().lines().positionOf(range.start()).line())
            .orElse(in.start().line());
    return new Place(in.file(), line, range);
  }

  /** The lines of a cause, as they were and as they are; empty where it is at no place. */
  public Optional<DecidingLines> lines(Cause cause) {
    if (cause.place().isPresent() && cause.was().isPresent()) {
      Place is = cause.place().get();
      return Optional.of(
          DecidingLines.between(
              is.file(), document(before, cause.was().get()), document(after, is), is.line()));
    }
    return cause
        .place()
        .map(p -> DecidingLines.between(p.file(), Stretch.NONE, object(after, p), p.line()))
        .or(() ->
            cause
                .was()
                .map(p ->
                    DecidingLines.between(p.file(), object(before, p), Stretch.NONE, p.line())));
  }

  private static Stretch document(Side side, Place place) {
    return stream(side, place)
        .flatMap(s ->
            s.partAt(place.range().start())
                .map(p -> new Stretch(s.textOf(p), s.positionOf(p, 0).line())))
        .orElse(Stretch.NONE);
  }

  /** An object as far as the next of its document, for a list may hold several. */
  private static Stretch object(Side side, Place place) {
    Stretch document = document(side, place);
    List<String> lines = document.text().lines().toList();
    int end =
        side.analysis().map(Analysis::objects).orElse(List.of()).stream()
            .filter(o -> o.file().equals(place.file()))
            .mapToInt(o -> o.start().line())
            .filter(line -> line > place.line())
            .min()
            .orElse(Integer.MAX_VALUE);
    int from = Math.clamp(place.line() - document.line(), 0, lines.size());
    int to = Math.clamp(end - document.line(), from, lines.size());
    return new Stretch(String.join("\n", lines.subList(from, to)).strip(), place.line());
  }

  private static Optional<YamlStream> stream(Side side, Place place) {
    return side.analysis().flatMap(a -> a.manifest(place.file())).map(Manifest::stream);
  }

  /** The objects that are not as they were; none where a version holds no manifests. */
  List<ObjectPair> changed() {
    return changed;
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
