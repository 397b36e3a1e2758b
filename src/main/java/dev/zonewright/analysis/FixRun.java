package dev.zonewright.analysis;

import dev.zonewright.analysis.across.DocumentNumbers;
import dev.zonewright.analysis.run.Circles;
import dev.zonewright.analysis.run.Gone;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.edit.EditBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What came of fixing many findings.
 *
 * @param edits by file, in offsets of the file's text before; only files that change
 * @param created the whole text of each new file, by its name
 * @param after what a fresh analysis of the result says
 * @param fixed findings of the analysis before that the run closed
 * @param refused findings whose fix could not be made, with the reason
 */
public record FixRun(
    Map<String, EditSet> edits,
    Map<String, String> created,
    Analysis after,
    List<LocatedFinding> fixed,
    List<Refusal> refused) {
  public FixRun {
    edits = Collections.unmodifiableMap(new TreeMap<>(edits));
    created = Collections.unmodifiableMap(new TreeMap<>(created));
    fixed = List.copyOf(fixed);
    refused = List.copyOf(refused);
  }

  /**
   * The findings that are not there any more, although documents that fixes add push others down.
   * Of findings that are about the same as many are closed as there are fewer now: first each is
   * met in its own document, then wherever it has moved to.
   */
  static List<LocatedFinding> closed(Analysis before, Analysis now) {
    Map<LocatedFinding.Key, Integer> left = Gone.counts(now.findings(), LocatedFinding::key);
    List<LocatedFinding> gone = Gone.without(before.findings(), left, LocatedFinding::key);
    Map<String, Integer> elsewhere = new HashMap<>();
    left.forEach((key, count) -> {
      if (count > 0) {
        elsewhere.merge(key.about(), count, Integer::sum);
      }
    });
    return Gone.without(gone, elsewhere, f -> f.key().about());
  }

  /** Those that a fix of another closed: they had none themselves that may be made unasked. */
  public List<LocatedFinding> along(boolean reviewToo) {
    return fixed.stream()
        .filter(f -> reviewToo ? f.finding().fixes().isEmpty() : f.finding().safeFix().isEmpty())
        .toList();
  }

  /** A finding that stays although it has a fix. */
  public record Refusal(LocatedFinding finding, String reason) {}

  /**
   * The analysis that a run of fixes begins with. Its trees take most of the memory and only the
   * first pass uses them, so a run that is the only one to hold it lets go of them then.
   */
  public static final class Beginning {
    private static final String OVER = "the run is over";
    private static final Fix.Plan MADE = editor -> editor.refuse(OVER);

    /** Of a fix that reached beyond its document, which the summary of the run asks about. */
    private static final Fix.Across MADE_ACROSS = edits -> edits.here().refuse(OVER);

    private final boolean shared;
    private Analysis analysis;

    private Beginning(Analysis analysis, boolean shared) {
      this.analysis = analysis;
      this.shared = shared;
    }

    /**
     * One that nobody else holds, so that it becomes {@link #analysis() less} with the first pass.
     */
    public static Beginning alone(Analysis analysis) {
      return new Beginning(analysis, false);
    }

    /** One that others hold, so that letting go would free nothing. */
    static Beginning shared(Analysis analysis) {
      return new Beginning(analysis, true);
    }

    /**
     * The analysis: the whole before the first pass; after it the findings, whose fixes can no
     * longer be made, the account and the texts, of which each tree is read again when it is asked
     * for.
     */
    public Analysis analysis() {
      return analysis;
    }

    void letGo() {
      if (shared) {
        return;
      }
      List<Manifest> texts = analysis.manifests().stream().map(Manifest::withoutTrees).toList();
      List<LocatedFinding> findings = new ArrayList<>(analysis.findings().size());
      analysis.findings().forEach(f -> findings.add(f.of(withoutPlans(f.finding()))));
      analysis =
          new Analysis(
              texts, findings, List.of(), List.of(), analysis.coverage(), ResultCache.EMPTY);
    }

    /** A plan holds the places that it was made for. */
    private static Finding withoutPlans(Finding finding) {
      return finding.fixes().isEmpty()
          ? finding
          : finding.withFixes(
              finding.fixes().stream()
                  .map(f -> new Fix(f.title(), f.safety(), f.reason(), made(f.plan())))
                  .toList());
    }

    private static Fix.Plan made(Fix.Plan plan) {
      return plan instanceof Fix.Across ? MADE_ACROSS : MADE;
    }
  }

  /**
   * The passes of one run of fixes. What a pass no longer uses, the trees before it above all, is
   * let go of before its result is made; so nothing here may stay in a local variable.
   */
  static final class Passes {
    /** A run that takes so many passes more than it has findings goes in circles; none ever has. */
    private static final int SPARE_PASSES = 40;

    /** What a run says that has done all the work it may do: to ask again would undo the bound. */
    private static final Set<String> AT_ITS_END =
        Set.of(EditBatch.MORE_TO_CHANGE, EditBatch.TOO_LONG);

    private final Analyzer analyzer;
    private final Beginning beginning;
    private final Runnable letGo;
    private final Map<String, EditSet> edits = new TreeMap<>();
    private final Set<String> created = new TreeSet<>();
    private final Map<LocatedFinding.Key, String> refusals = new HashMap<>();
    private final DocumentNumbers numbers = new DocumentNumbers();
    private final Circles<LocatedFinding.Key> circles = new Circles<>();
    private Analysis now;

    /** Whether a pass has changed something since the refusals were last forgotten. */
    private boolean changed;

    /** A run; {@code letGo} is told each time that something is let go of. */
    Passes(Analyzer analyzer, Beginning beginning, Runnable letGo) {
      this.analyzer = analyzer;
      this.beginning = beginning;
      this.letGo = letGo;
      this.now = beginning.analysis();
    }

    /** Makes the passes, until one changes nothing. */
    FixRun run(Function<LocatedFinding, Optional<Fix>> choice, BooleanSupplier cancelled) {
      int most = now.findings().size() + SPARE_PASSES;
      for (int pass = 0; pass < most && takes(choice, cancelled); pass++) {
        now = analyzer.analyze(now.manifests(), now.cache().unreadable(), now);
        letGo.run();
      }
      return summary();
    }

    /** Makes a pass; false where it changes nothing. */
    private boolean takes(
        Function<LocatedFinding, Optional<Fix>> choice, BooleanSupplier cancelled) {
      FixPass made = pass(now, next(choice), cancelled);
      if (cancelled.getAsBoolean()) {
        return false;
      }
      made.refusals()
          .forEach((key, reason) ->
              refusals.put(
                  new LocatedFinding.Key(
                      key.file(), numbers.before(key.file(), key.document()), key.about()),
                  reason));
      if (made.changesNothing()) {
        // what stood in the way of a refused fix may be gone with the fixes made since
        if (!changed || !refusals.values().removeIf(reason -> !AT_ITS_END.contains(reason))) {
          return false;
        }
        changed = false;
        return takes(choice, cancelled);
      }
      changed = true;
      created.addAll(made.created().keySet());
      now = now.followedBy(Manifest.withoutTrees(now.manifests(), made.edits()));
      beginning.letGo();
      letGo.run();
      now = now.followedBy(edited(made), made.results().objects());
      return true;
    }

    /**
     * Fixes that reach beyond their document wait until no other has anything to do, so that they
     * never touch the same documents.
     */
    private FixPass pass(Analysis now, List<FixPass.Wanted> wanted, BooleanSupplier cancelled) {
      List<FixPass.Wanted> within = wanted.stream().filter(w -> !w.isAcross()).toList();
      FixPass made = FixPass.over(now, within, letGo, cancelled);
      if (!made.changesNothing() || within.size() == wanted.size()) {
        return made;
      }
      List<FixPass.Wanted> across = wanted.stream().filter(FixPass.Wanted::isAcross).toList();
      FixPass more = FixPass.across(now, across, cancelled);
      more.refusals().putAll(made.refusals());
      return more;
    }

    /** What is wanted in the next pass, without what the run only goes in circles by. */
    private List<FixPass.Wanted> next(Function<LocatedFinding, Optional<Fix>> choice) {
      List<FixPass.Wanted> wanted = wanted(choice);
      return circles.isClosed(now.manifests(), () -> titles(wanted)) ? wanted(choice) : wanted;
    }

    private Map<LocatedFinding.Key, String> titles(List<FixPass.Wanted> wanted) {
      Map<LocatedFinding.Key, String> out = new HashMap<>();
      wanted.forEach(w -> out.putIfAbsent(asBefore(w.finding()).key(), w.fix().title()));
      return out;
    }

    private List<FixPass.Wanted> wanted(Function<LocatedFinding, Optional<Fix>> choice) {
      List<FixPass.Wanted> wanted = new ArrayList<>();
      for (LocatedFinding finding : now.findings()) {
        LocatedFinding first = asBefore(finding);
        if (!refusals.containsKey(first.key()) && circles.why(first.key()).isEmpty()) {
          choice.apply(first).ifPresent(fix -> wanted.add(new FixPass.Wanted(finding, fix)));
        }
      }
      return wanted;
    }

    private LocatedFinding asBefore(LocatedFinding finding) {
      return finding.ofDocument(numbers.before(finding.file(), finding.document()));
    }

    /** The manifests with the edits of a pass made, which are added to those of the run. */
    private List<Manifest> edited(FixPass made) {
      List<Manifest> next = new ArrayList<>(now.manifests().size());
      for (Manifest manifest : now.manifests()) {
        EditSet here = made.edits().get(manifest.file());
        if (here == null) {
          next.add(manifest);
          continue;
        }
        EditSet sofar = edits.get(manifest.file());
        // a file that the run itself has made has no text before
        beginning
            .analysis()
            .manifest(manifest.file())
            .map(m -> sofar == null ? here : sofar.then(here, m.stream().text()))
            .ifPresent(all -> edits.put(manifest.file(), all));
        Manifest edited = manifest.edited(here, made.results().of(manifest.file()));
        numbers.edited(manifest.file(), manifest.stream(), here, edited.stream());
        next.add(edited);
      }
      made.created().forEach((name, text) -> next.add(Manifest.of(name, text)));
      return next;
    }

    private FixRun summary() {
      List<LocatedFinding> fixed = closed(beginning.analysis(), now);
      List<Refusal> refused =
          now.findings().stream()
              .flatMap(f ->
                  Optional.ofNullable(refusals.get(asBefore(f).key()))
                      .or(() -> circles.why(asBefore(f).key()))
                      .map(reason -> new Refusal(f, reason))
                      .stream())
              .toList();
      edits.values().removeIf(EditSet::isEmpty);
      Map<String, String> texts = new TreeMap<>();
      created.forEach(name -> texts.put(name, now.manifest(name).orElseThrow().stream().text()));
      return new FixRun(edits, texts, now, fixed, refused);
    }
  }
}
