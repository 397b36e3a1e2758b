package dev.zonewright.analysis;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.yaml.EditOutcome;
import dev.zonewright.yaml.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
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
   * Fixes every chosen finding, in passes: one finding a document, then a fresh look, until nothing
   * that may be fixed is left. So fixes never collide, and what one makes unnecessary is not done.
   *
   * @param which the findings to fix
   * @param reviewToo whether fixes that ask for a review are applied where there is no safe one
   * @param cancelled asked between passes; a cancelled run returns what it has
   */
  public FixRun fixAll(
      Analysis before,
      Predicate<LocatedFinding> which,
      boolean reviewToo,
      BooleanSupplier cancelled) {
    Map<String, EditSet> edits = new TreeMap<>();
    Map<String, String> refusals = new HashMap<>();
    Analysis now = before;
    int most = before.findings().size() + SPARE_PASSES;
    for (int pass = 0; pass < most && !cancelled.getAsBoolean(); pass++) {
      Map<String, Manifest> changed = onePass(now, which, reviewToo, edits, refusals, before);
      if (changed.isEmpty()) {
        break;
      }
      List<Manifest> next =
          now.manifests().stream().map(m -> changed.getOrDefault(m.file(), m)).toList();
      now = analyzer.analyze(next, List.of(), now);
    }
    return summary(before, now, edits, refusals);
  }

  private static Map<String, Manifest> onePass(
      Analysis now,
      Predicate<LocatedFinding> which,
      boolean reviewToo,
      Map<String, EditSet> edits,
      Map<String, String> refusals,
      Analysis before) {
    Map<String, List<EditSet>> gathered = new TreeMap<>();
    Set<String> busy = new HashSet<>();
    for (LocatedFinding finding : now.findings()) {
      Optional<Fix> fix = fixOf(finding, reviewToo);
      String document = finding.file() + "\n" + finding.document();
      if (fix.isEmpty()
          || !which.test(finding)
          || refusals.containsKey(finding.fingerprint())
          || busy.contains(document)) {
        continue;
      }
      Manifest manifest = now.manifest(finding.file()).orElseThrow();
      switch (editsOf(manifest, finding, fix.get())) {
        case EditOutcome.Edited(EditSet made, String _) -> {
          gathered.computeIfAbsent(finding.file(), _ -> new ArrayList<>()).add(made);
          busy.add(document);
        }
        case EditOutcome.Refused(String reason) -> refusals.put(finding.fingerprint(), reason);
      }
    }
    Map<String, Manifest> changed = new HashMap<>();
    gathered.forEach((file, sets) -> {
      EditSet made = new EditSet(sets.stream().flatMap(set -> set.edits().stream()).toList());
      Manifest manifest = now.manifest(file).orElseThrow();
      String original = before.manifest(file).orElseThrow().stream().text();
      EditSet sofar = edits.getOrDefault(file, EditSet.EMPTY);
      edits.put(file, sofar.then(made, original));
      changed.put(file, manifest.edited(made));
    });
    return changed;
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
      Analysis before, Analysis now, Map<String, EditSet> edits, Map<String, String> refusals) {
    Set<String> left = new HashSet<>();
    now.findings().forEach(f -> left.add(f.fingerprint()));
    List<LocatedFinding> fixed =
        before.findings().stream().filter(f -> !left.contains(f.fingerprint())).toList();
    List<FixRun.Refusal> refused =
        now.findings().stream()
            .filter(f -> refusals.containsKey(f.fingerprint()))
            .map(f -> new FixRun.Refusal(f, refusals.getOrDefault(f.fingerprint(), "")))
            .toList();
    edits.values().removeIf(EditSet::isEmpty);
    return new FixRun(edits, now, fixed, refused);
  }
}
