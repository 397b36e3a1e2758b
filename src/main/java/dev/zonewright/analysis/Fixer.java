package dev.zonewright.analysis;

import dev.zonewright.analysis.across.AcrossFixes;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Applies fixes: one, or all that may be applied unasked. */
public final class Fixer {
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
   * @param text the finding's manifest as it is by now
   */
  public static FixOutcome apply(
      List<Manifest> analysed, Manifest text, LocatedFinding finding, Fix fix) {
    Manifest before =
        analysed.stream().filter(m -> m.file().equals(finding.file())).findFirst().orElse(text);
    // its objects are found by the names that they were analysed under
    Manifest now = text.placed(before.home());
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
    return passes(FixRun.Beginning.shared(before), () -> {})
        .run(choice(before, which, reviewToo), cancelled);
  }

  /**
   * The same for a run that nobody cancels, and that may take as much memory as there is text.
   *
   * @param beginning after the run no longer what it was
   * @param letGo told each time that a pass has let go of what it no longer uses
   */
  public FixRun fixAll(
      FixRun.Beginning beginning,
      Predicate<LocatedFinding> which,
      boolean reviewToo,
      Runnable letGo) {
    Function<LocatedFinding, Optional<Fix>> choice = choice(beginning.analysis(), which, reviewToo);
    return passes(beginning, letGo).run(choice, () -> false);
  }

  /**
   * The same with a choice for each finding.
   *
   * @param choice the fix to make of a finding of this analysis, or of a later one of the run,
   *     whose document still has the number that it had at first; empty to leave it
   */
  public FixRun fixAll(
      Analysis before, Function<LocatedFinding, Optional<Fix>> choice, BooleanSupplier cancelled) {
    return passes(FixRun.Beginning.shared(before), () -> {}).run(choice, cancelled);
  }

  private FixRun.Passes passes(FixRun.Beginning beginning, Runnable letGo) {
    return new FixRun.Passes(analyzer, beginning, letGo);
  }

  private static Function<LocatedFinding, Optional<Fix>> choice(
      Analysis before, Predicate<LocatedFinding> which, boolean reviewToo) {
    Set<String> forReview = reviewToo ? Set.of() : forReview(before);
    return finding ->
        which.test(finding) && !forReview.contains(finding.key().about())
            ? fixOf(finding, reviewToo)
            : Optional.empty();
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
}
