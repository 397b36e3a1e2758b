package dev.zonewright.analysis;

import dev.zonewright.analysis.across.AcrossFixes;
import dev.zonewright.analysis.across.DocumentNumbers;
import dev.zonewright.analysis.across.EditedFiles;
import dev.zonewright.analysis.valid.Validity;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.edit.EditBatch;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies fixes: one, or all that may be applied unasked. */
public final class Fixer {
  /** A run that takes so many passes more than it has findings goes in circles; none ever has. */
  private static final int SPARE_PASSES = 40;

  private final Analyzer analyzer;

  public Fixer(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * Makes the edits of one fix in the finding's manifest, which is the text that was analysed, and
   * the only one that the fix may need.
   */
  public static FixOutcome apply(Manifest manifest, LocatedFinding finding, Fix fix) {
    return apply(List.of(manifest), manifest, finding, fix);
  }

  /**
   * Makes the edits of one fix, where its object and what the finding marks are still there.
   *
   * @param analysed the manifests that the finding is of
   * @param now the finding's manifest as it is by now
   */
  public static FixOutcome apply(
      List<Manifest> analysed, Manifest now, LocatedFinding finding, Fix fix) {
    Manifest before =
        analysed.stream().filter(m -> m.file().equals(finding.file())).findFirst().orElse(now);
    return switch (FindingDocument.of(finding, before, now)) {
      case FindingDocument.Gone(String reason) -> new FixOutcome.Refused(reason);
      case FindingDocument.Present(YamlStream.Part part) ->
          fix.plan() instanceof Fix.Across
              ? across(analysed, now, part, fix)
              : within(now, part, fix);
    };
  }

  private static FixOutcome within(Manifest manifest, YamlStream.Part part, Fix fix) {
    return switch (fix.on(manifest.stream().textOf(part))) {
      case EditOutcome.Refused(String reason) -> new FixOutcome.Refused(reason);
      case EditOutcome.Edited(EditSet edits, String _) when edits.isEmpty() ->
          new FixOutcome.Refused("nothing is left to change");
      case EditOutcome.Edited(EditSet edits, String _) -> {
        EditSet inFile = edits.shift(part.offset());
        yield Validity.objection(part.document(), manifest.stream().textOf(part), edits)
            .<FixOutcome>map(FixOutcome.Refused::new)
            .orElseGet(
                () -> new FixOutcome.Applied(inFile, manifest.edited(inFile), Elsewhere.NOTHING));
      }
    };
  }

  private static FixOutcome across(
      List<Manifest> analysed, Manifest now, YamlStream.Part part, Fix fix) {
    List<Manifest> all = new ArrayList<>(analysed);
    all.replaceAll(m -> m.file().equals(now.file()) ? now : m);
    AcrossFixes fixes = new AcrossFixes(all);
    if (fixes.add(now.file(), part.document(), fix.plan())
        instanceof EditBatch.Result.Refused(String reason)) {
      return new FixOutcome.Refused(reason);
    }
    EditedFiles files = fixes.files();
    if (!files.hold()) {
      return new FixOutcome.Refused(AcrossFixes.UNPROVED);
    }
    Map<String, Elsewhere.Change> others = new TreeMap<>();
    for (Manifest manifest : all) {
      EditSet edits = files.edits().get(manifest.file());
      if (edits != null && !manifest.file().equals(now.file())) {
        others.put(manifest.file(), new Elsewhere.Change(manifest.stream().text(), edits));
      }
    }
    return new FixOutcome.Applied(
        files.edits().getOrDefault(now.file(), EditSet.EMPTY),
        files.file(now.file()).orElseThrow(),
        new Elsewhere(others, files.created()));
  }

  /**
   * Fixes every chosen finding, in passes: in each document all fixes that do not meet one another,
   * then a fresh look, until nothing that may be fixed is left. So fixes never collide, and what
   * one makes unnecessary is not done.
   *
   * @param which the findings to fix
   * @param reviewToo whether fixes that ask for a review are applied where there is no safe one
   * @param cancelled asked before each document; a cancelled run returns the passes it has finished
   */
  public FixRun fixAll(
      Analysis before,
      Predicate<LocatedFinding> which,
      boolean reviewToo,
      BooleanSupplier cancelled) {
    Set<String> forReview = reviewToo ? Set.of() : forReview(before);
    return fixAll(
        before,
        finding ->
            which.test(finding) && !forReview.contains(finding.key().about())
                ? fixOf(finding, reviewToo)
                : Optional.empty(),
        cancelled);
  }

  /**
   * What is to be looked at first stays so, though the signs for it may go with other fixes, and
   * though a document that one of them adds may push it down.
   */
  private static Set<String> forReview(Analysis before) {
    return before.findings().stream()
        .filter(f -> f.finding().safeFix().isEmpty() && !f.finding().fixes().isEmpty())
        .map(f -> f.key().about())
        .collect(Collectors.toSet());
  }

  /**
   * The same with a choice for each finding.
   *
   * @param choice the fix to make of a finding of this analysis, or of a later one of the run,
   *     whose document still has the number that it had at first; empty to leave it
   */
  public FixRun fixAll(
      Analysis before, Function<LocatedFinding, Optional<Fix>> choice, BooleanSupplier cancelled) {
    Map<String, EditSet> edits = new TreeMap<>();
    Set<String> created = new TreeSet<>();
    Map<LocatedFinding.Key, String> refusals = new HashMap<>();
    DocumentNumbers numbers = new DocumentNumbers();
    UnaryOperator<LocatedFinding> asBefore =
        f -> f.ofDocument(numbers.before(f.file(), f.document()));
    Analysis now = before;
    int most = before.findings().size() + SPARE_PASSES;
    boolean changed = false;
    for (int pass = 0; pass < most; pass++) {
      FixPass made = pass(now, wanted(now, choice, asBefore, refusals), cancelled);
      if (cancelled.getAsBoolean()) {
        break;
      }
      made.refusals().forEach((key, reason) -> refusals.put(inRun(key, numbers), reason));
      if (made.changesNothing()) {
        if (!changed || refusals.isEmpty()) {
          break;
        }
        // what stood in the way of a refused fix may be gone with the fixes made since
        changed = false;
        refusals.clear();
        continue;
      }
      changed = true;
      created.addAll(made.created().keySet());
      now = applied(now, made, edits, before, numbers);
    }
    return summary(before, now, edits, created, f -> refusals.get(asBefore.apply(f).key()));
  }

  private static LocatedFinding.Key inRun(LocatedFinding.Key key, DocumentNumbers numbers) {
    return new LocatedFinding.Key(
        key.file(), numbers.before(key.file(), key.document()), key.about());
  }

  /**
   * Fixes that reach beyond their document wait until no other has anything to do, so that they
   * never touch the same documents.
   */
  private static FixPass pass(
      Analysis now, List<FixPass.Wanted> wanted, BooleanSupplier cancelled) {
    List<FixPass.Wanted> within = wanted.stream().filter(w -> !w.isAcross()).toList();
    FixPass made = FixPass.over(now, within, cancelled);
    if (!made.changesNothing() || within.size() == wanted.size()) {
      return made;
    }
    List<FixPass.Wanted> across = wanted.stream().filter(FixPass.Wanted::isAcross).toList();
    FixPass more = FixPass.across(now, across, cancelled);
    more.refusals().putAll(made.refusals());
    return more;
  }

  private static List<FixPass.Wanted> wanted(
      Analysis now,
      Function<LocatedFinding, Optional<Fix>> choice,
      UnaryOperator<LocatedFinding> asBefore,
      Map<LocatedFinding.Key, String> refusals) {
    List<FixPass.Wanted> wanted = new ArrayList<>();
    for (LocatedFinding finding : now.findings()) {
      LocatedFinding first = asBefore.apply(finding);
      if (!refusals.containsKey(first.key())) {
        choice.apply(first).ifPresent(fix -> wanted.add(new FixPass.Wanted(finding, fix)));
      }
    }
    return wanted;
  }

  /** Looks afresh at the manifests with these edits made, and adds them to those of the run. */
  private Analysis applied(
      Analysis now,
      FixPass made,
      Map<String, EditSet> edits,
      Analysis before,
      DocumentNumbers numbers) {
    List<Manifest> next = new ArrayList<>(now.manifests().size());
    for (Manifest manifest : now.manifests()) {
      EditSet here = made.edits().get(manifest.file());
      if (here == null) {
        next.add(manifest);
        continue;
      }
      EditSet sofar = edits.get(manifest.file());
      // a file that the run itself has made has no text before
      before
          .manifest(manifest.file())
          .map(m -> sofar == null ? here : sofar.then(here, m.stream().text()))
          .ifPresent(all -> edits.put(manifest.file(), all));
      Manifest edited = manifest.edited(here, made.results().of(manifest.file()));
      numbers.edited(manifest.file(), manifest.stream(), here, edited.stream());
      next.add(edited);
    }
    made.created().forEach((name, text) -> next.add(Manifest.of(name, text)));
    return analyzer.analyze(next, now.cache().unreadable(), now.knowing(made.results().objects()));
  }

  private static Optional<Fix> fixOf(LocatedFinding finding, boolean reviewToo) {
    Optional<Fix> safe = finding.finding().safeFix();
    if (safe.isPresent() && reviewToo) {
      // whoever reads the diff sees the comments that go
      return safe.map(fix -> fix.forReview(fix.reason()));
    }
    return safe.isPresent() || !reviewToo
        ? safe
        : finding.finding().fixes().stream()
            .filter(f -> f.safety() == FixSafety.REVIEW)
            .findFirst();
  }

  private static FixRun summary(
      Analysis before,
      Analysis now,
      Map<String, EditSet> edits,
      Set<String> created,
      Function<LocatedFinding, @Nullable String> refusal) {
    List<LocatedFinding> fixed = FixRun.closed(before, now);
    List<FixRun.Refusal> refused =
        now.findings().stream()
            .flatMap(f ->
                Optional.ofNullable(refusal.apply(f)).map(r -> new FixRun.Refusal(f, r)).stream())
            .toList();
    edits.values().removeIf(EditSet::isEmpty);
    Map<String, String> texts = new TreeMap<>();
    created.forEach(name -> texts.put(name, now.manifest(name).orElseThrow().stream().text()));
    return new FixRun(edits, texts, now, fixed, refused);
  }
}
