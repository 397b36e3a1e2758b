package dev.zonewright.catalogue;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.Elsewhere;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.SourceText;
import dev.zonewright.text.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tries every fix of every finding of a document by itself, and all together, and holds each result
 * to what a fix promises: the finding is gone, no control finds anything new, a second application
 * changes nothing, every other line is the same, the CRLF twin behaves the same, and undo gives the
 * bytes of the beginning. What Kubernetes accepts before, as far as its rules are known here, it
 * accepts after each fix, after all safe ones and after all with those for review.
 */
final class FixProof {
  private static final String FILE = "manifest.yaml";

  private final Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
  private final Fixer fixer = new Fixer(analyzer);
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int documents;
  private int acceptedBefore;
  private int closedTogether;
  private int refusedTogether;

  /** What happened to the fixes of one control. */
  static final class Tally {
    int findings;
    int safe;
    int review;
    int applied;
    final Map<String, Integer> refused = new TreeMap<>();

    int refusals() {
      return refused.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  Map<String, Tally> tallies() {
    return tallies;
  }

  List<String> failures() {
    return failures;
  }

  int documents() {
    return documents;
  }

  /** How many documents Kubernetes would accept as they are. */
  int acceptedBefore() {
    return acceptedBefore;
  }

  int closedTogether() {
    return closedTogether;
  }

  int refusedTogether() {
    return refusedTogether;
  }

  /** Tries one document's text, lines ended by LF, as a manifest of its own. */
  void document(String name, String text) {
    documents++;
    Analysis before = analyze(text);
    boolean accepted = Accepted.is(text);
    if (accepted) {
      acceptedBefore++;
    }
    for (LocatedFinding finding : before.findings()) {
      Tally tally = tallies.computeIfAbsent(finding.finding().control().id(), _ -> new Tally());
      tally.findings++;
      for (Fix fix : finding.finding().fixes()) {
        one(name, text, before, accepted, finding, fix, tally);
      }
    }
    together(name, text, before);
    if (accepted) {
      accepted(name, text, fixer.fixAll(before, _ -> true, false, () -> false), "all safe fixes");
      accepted(name, text, fixer.fixAll(before, _ -> true, true, () -> false), "all fixes");
    }
  }

  private void one(
      String name,
      String text,
      Analysis before,
      boolean accepted,
      LocatedFinding finding,
      Fix fix,
      Tally tally) {
    if (fix.safety() == FixSafety.SAFE) {
      tally.safe++;
    } else {
      tally.review++;
    }
    switch (Fixer.apply(before.manifests().getFirst(), finding, fix)) {
      case FixOutcome.Refused(String reason) ->
          tally.refused.merge(kindOf(reason), 1, Integer::sum);
      case FixOutcome.Applied(EditSet edits, Manifest after, Elsewhere elsewhere) -> {
        tally.applied++;
        List<String> wrong = new ArrayList<>();
        characters(text, edits, after.stream().text(), wrong);
        List<Manifest> all = with(after, elsewhere);
        if (accepted && !all.stream().allMatch(m -> Accepted.is(m.stream().text()))) {
          wrong.add("Kubernetes would refuse the result");
        }
        findings(before, finding, fix, all, wrong);
        wrong.forEach(w -> fail(name, finding, fix, w));
      }
    }
  }

  private static void characters(String text, EditSet edits, String after, List<String> wrong) {
    if (!edits.apply(text).equals(after)) {
      wrong.add("the edits do not make the text");
    }
    if (!edits.inverse(text).apply(after).equals(text)) {
      wrong.add("undo does not give the beginning");
    }
    if (!keepsOtherLines(text, edits, after)) {
      wrong.add("another line changed");
    }
    SourceText twin = SourceText.fromFile("\uFEFF" + text.replace("\n", "\r\n"));
    byte[] expected = ("\uFEFF" + after.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    if (!text.contains("\r") && !Arrays.equals(twin.encode(edits.apply(twin.text())), expected)) {
      wrong.add("the twin with CRLF and byte-order mark differs");
    }
    if (!Arrays.equals(
        twin.withText(after).encode(edits.inverse(text).apply(after)), twin.encode())) {
      wrong.add("undo in the twin does not give its bytes");
    }
  }

  /** Whether the lines that no edit touches are all there, in their order. */
  private static boolean keepsOtherLines(String before, EditSet edits, String after) {
    List<String> lines = List.of(before.split("\n", -1));
    Set<Integer> touched = new HashSet<>();
    for (TextEdit edit : edits.edits()) {
      int last = lineOf(before, edit.range().end());
      for (int line = lineOf(before, edit.range().start()); line <= last; line++) {
        touched.add(line);
      }
    }
    List<String> now = List.of(after.split("\n", -1));
    int at = 0;
    for (int line = 0; line < lines.size(); line++) {
      if (touched.contains(line)) {
        continue;
      }
      while (at < now.size() && !now.get(at).equals(lines.get(line))) {
        at++;
      }
      if (at++ == now.size()) {
        return false;
      }
    }
    return true;
  }

  private static int lineOf(String text, int offset) {
    int line = 0;
    for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
      line++;
    }
    return line;
  }

  /** The file after a fix, with the files that the fix adds. */
  private List<Manifest> with(Manifest after, Elsewhere elsewhere) {
    List<Manifest> out = new ArrayList<>();
    out.add(Manifest.of(FILE, after.stream().text()));
    elsewhere.created().forEach((name, text) -> out.add(Manifest.of(name, text)));
    return out;
  }

  private void findings(
      Analysis before,
      LocatedFinding finding,
      Fix fix,
      List<Manifest> manifests,
      List<String> wrong) {
    Analysis after = analyzer.analyze(manifests);
    Map<String, Integer> was = byControl(before);
    Map<String, Integer> now = byControl(after);
    String own = finding.finding().control().id();
    if (now.getOrDefault(own, 0) >= was.getOrDefault(own, 0)) {
      wrong.add("the finding stays");
    }
    now.forEach((control, count) -> {
      if (count > was.getOrDefault(control, 0) && !Announced.is(control, fix.title())) {
        wrong.add("it brings a finding of " + control);
      }
    });
    boolean again =
        after.findings().stream().anyMatch(f -> f.fingerprint().equals(finding.fingerprint()));
    if (again && was.getOrDefault(own, 0) == 1) {
      wrong.add("a second application is offered");
    }
  }

  private void together(String name, String text, Analysis before) {
    FixRun run = fixer.fixAll(before, _ -> true, false, () -> false);
    closedTogether += run.fixed().size();
    refusedTogether += run.refused().size();
    String after = run.edits().getOrDefault(FILE, EditSet.EMPTY).apply(text);
    Analysis fresh = analyze(after);
    if (!fingerprints(fresh).equals(fingerprints(run.after()))) {
      failures.add(name + ": fix all: its summary is not what a fresh analysis shows");
    }
    Set<LocatedFinding.Key> forReview =
        before.findings().stream()
            .filter(f -> f.finding().safeFix().isEmpty())
            .map(LocatedFinding::key)
            .collect(Collectors.toSet());
    // what a fix made safe, such as a zone around the pod, counts in the next run
    if (!fixer
        .fixAll(fresh, f -> !forReview.contains(f.key()), false, () -> false)
        .edits()
        .isEmpty()) {
      failures.add(name + ": fix all: a second run changes something");
    }
    if (fresh.findings().size() - run.refused().size()
        > before.findings().stream().filter(f -> f.finding().safeFix().isEmpty()).count()) {
      failures.add(name + ": fix all: it leaves more than has no safe fix");
    }
  }

  private void accepted(String name, String text, FixRun run, String what) {
    String after = run.edits().getOrDefault(FILE, EditSet.EMPTY).apply(text);
    if (!Accepted.is(after) || !run.created().values().stream().allMatch(Accepted::is)) {
      failures.add(name + ": " + what + ": Kubernetes would refuse the result");
    }
  }

  private void fail(String name, LocatedFinding finding, Fix fix, String what) {
    failures.add(
        "%s:%d: %s, %s: %s"
            .formatted(
                name, finding.start().line(), finding.finding().control().id(), fix.title(), what));
  }

  private Analysis analyze(String text) {
    return analyzer.analyze(List.of(Manifest.of(FILE, text)));
  }

  private static Map<String, Integer> byControl(Analysis analysis) {
    Map<String, Integer> counts = new TreeMap<>();
    analysis.findings().forEach(f -> counts.merge(f.finding().control().id(), 1, Integer::sum));
    return counts;
  }

  private static List<String> fingerprints(Analysis analysis) {
    return analysis.findings().stream().map(LocatedFinding::fingerprint).toList();
  }

  /** A reason without the names in it. */
  private static String kindOf(String reason) {
    return reason
        .replaceFirst("^.*is not changed: ", "")
        .replaceAll("“[^”]*”", "…")
        .replaceAll("&\\S+", "&…")
        .replaceAll("\\d+", "…");
  }
}
