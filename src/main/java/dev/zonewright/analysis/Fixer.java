package dev.zonewright.analysis;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.edit.EditOutcome;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/** Applies fixes: one, or all that may be applied unasked. */
public final class Fixer {
  /** A run that takes so many passes more than it has findings goes in circles; none ever has. */
  private static final int SPARE_PASSES = 40;

  private final Analyzer analyzer;

  public Fixer(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * Makes the edits of one fix in the finding's manifest, which must be the text that was analysed.
   */
  public static FixOutcome apply(Manifest manifest, LocatedFinding finding, Fix fix) {
    return switch (editsOf(manifest, finding, fix)) {
      case EditOutcome.Refused(String reason) -> new FixOutcome.Refused(reason);
      case EditOutcome.Edited(EditSet edits, String _) ->
          new FixOutcome.Applied(edits, manifest.edited(edits));
    };
  }

  /** The edits in offsets of the file. */
  private static EditOutcome editsOf(Manifest manifest, LocatedFinding finding, Fix fix) {
    List<YamlStream.Part> parts = manifest.stream().parts();
    if (finding.document() < 1 || finding.document() > parts.size()) {
      return new EditOutcome.Refused("the document is no longer there");
    }
    YamlStream.Part part = parts.get(finding.document() - 1);
    return switch (fix.on(manifest.stream().textOf(part))) {
      case EditOutcome.Refused refused -> refused;
      case EditOutcome.Edited(EditSet edits, String _) when edits.isEmpty() ->
          new EditOutcome.Refused("nothing is left to change");
      case EditOutcome.Edited(EditSet edits, String text) ->
          new EditOutcome.Edited(edits.shift(part.offset()), text);
    };
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
    return fixAll(
        before,
        finding -> which.test(finding) ? fixOf(finding, reviewToo) : Optional.empty(),
        cancelled);
  }

  /**
   * The same with a choice for each finding.
   *
   * @param choice the fix to make of a finding of this analysis, or of a later one of the run;
   *     empty to leave it
   */
  public FixRun fixAll(
      Analysis before, Function<LocatedFinding, Optional<Fix>> choice, BooleanSupplier cancelled) {
    Map<String, EditSet> edits = new TreeMap<>();
    Map<LocatedFinding.Key, String> refusals = new HashMap<>();
    Analysis now = before;
    int most = before.findings().size() + SPARE_PASSES;
    for (int pass = 0; pass < most; pass++) {
      FixPass made = FixPass.over(now, wanted(now, choice, refusals), cancelled);
      if (cancelled.getAsBoolean()) {
        break;
      }
      refusals.putAll(made.refusals());
      if (made.edits().isEmpty()) {
        break;
      }
      now = applied(now, made.edits(), edits, before);
    }
    return summary(before, now, edits, refusals);
  }

  private static List<FixPass.Wanted> wanted(
      Analysis now,
      Function<LocatedFinding, Optional<Fix>> choice,
      Map<LocatedFinding.Key, String> refusals) {
    List<FixPass.Wanted> wanted = new ArrayList<>();
    for (LocatedFinding finding : now.findings()) {
      if (!refusals.containsKey(finding.key())) {
        choice.apply(finding).ifPresent(fix -> wanted.add(new FixPass.Wanted(finding, fix)));
      }
    }
    return wanted;
  }

  /** Looks afresh at the manifests with these edits made, and adds them to those of the run. */
  private Analysis applied(
      Analysis now, Map<String, EditSet> made, Map<String, EditSet> edits, Analysis before) {
    List<Manifest> next = new ArrayList<>(now.manifests().size());
    for (Manifest manifest : now.manifests()) {
      EditSet here = made.get(manifest.file());
      if (here == null) {
        next.add(manifest);
        continue;
      }
      EditSet sofar = edits.get(manifest.file());
      edits.put(
          manifest.file(),
          sofar == null ? here : sofar.then(here, textBefore(before, manifest.file())));
      next.add(manifest.edited(here));
    }
    return analyzer.analyze(next, List.of(), now);
  }

  private static String textBefore(Analysis before, String file) {
    return before.manifest(file).orElseThrow().stream().text();
  }

  private static Optional<Fix> fixOf(LocatedFinding finding, boolean reviewToo) {
    Optional<Fix> safe = finding.finding().safeFix();
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
      Map<LocatedFinding.Key, String> refusals) {
    Map<LocatedFinding.Key, Integer> left = new HashMap<>();
    now.findings().forEach(f -> left.merge(f.key(), 1, Integer::sum));
    // of findings that share a key as many are closed as there are fewer now
    List<LocatedFinding> fixed = new ArrayList<>();
    for (LocatedFinding finding : before.findings()) {
      if (left.merge(finding.key(), -1, Integer::sum) < 0) {
        fixed.add(finding);
      }
    }
    List<FixRun.Refusal> refused =
        now.findings().stream()
            .filter(f -> refusals.containsKey(f.key()))
            .map(f -> new FixRun.Refusal(f, refusals.getOrDefault(f.key(), "")))
            .toList();
    edits.values().removeIf(EditSet::isEmpty);
    return new FixRun(edits, now, fixed, refused);
  }
}
