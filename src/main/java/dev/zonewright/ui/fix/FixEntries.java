package dev.zonewright.ui.fix;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Family;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.MaskedDiff;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The lines of the fix menu, in order: of each finding what can be done and what cannot, then what
 * reaches further. Where there are several findings, each has its heading. Pure.
 */
final class FixEntries {
  private static final int CONTEXT = 1;

  private final Analysis analysis;
  private final String text;
  private final List<FixOffer> offers;
  private final LocatedFinding first;
  private final Manifest manifest;
  private final List<FixEntry.Ready> ready = new ArrayList<>();

  FixEntries(Analysis analysis, String text, List<FixOffer> offers) {
    this.analysis = analysis;
    this.text = text;
    // whoever asks twice is answered once
    this.offers = offers.stream().distinct().toList();
    this.first = offers.getFirst().finding();
    this.manifest =
        analysis
            .manifest(first.file())
            .map(m -> m.withText(text))
            .orElseGet(() -> Manifest.of(first.file(), text));
  }

  List<FixEntry> all() {
    boolean alone = offers.size() == 1;
    List<FixEntry> out = new ArrayList<>();
    for (FixOffer offer : offers) {
      if (!alone) {
        out.add(new FixEntry.Heading(offer.finding(), heading(offer.finding())));
      }
      out.addAll(about(offer));
    }
    int inDocument = safe(f -> f.file().equals(first.file()) && f.document() == first.document());
    int everywhere = safe(f -> f.finding().control().id().equals(first.finding().control().id()));
    if (inDocument > 1) {
      out.add(new FixEntry.InDocument(first, inDocument));
    }
    if (everywhere > 1) {
      out.add(new FixEntry.Everywhere(first, everywhere));
    }
    if (first.finding().control().family() != Family.REVIEW) {
      out.add(new FixEntry.Accept(first, alone));
    }
    out.add(new FixEntry.Explain(first, alone));
    return out;
  }

  private List<FixEntry> about(FixOffer offer) {
    LocatedFinding finding = offer.finding();
    List<FixEntry> out = new ArrayList<>();
    List<FixEntry> refused = new ArrayList<>();
    for (Fix fix : offer.fixes()) {
      switch (Fixer.apply(analysis.manifests(), manifest, finding, fix)) {
        case FixOutcome.Applied applied -> {
          Optional<FixEntry.Ready> same = sameChange(applied);
          if (same.isEmpty()) {
            FixEntry.Ready made = new FixEntry.Ready(finding, fix, applied, diffOf(text, applied));
            ready.add(made);
            out.add(made);
          } else if (!same.get().finding().equals(finding)) {
            out.add(new FixEntry.Same(finding, same.get().fix().title()));
          }
        }
        case FixOutcome.Refused(String reason) ->
            refused.add(new FixEntry.Refused(finding, fix, reason));
      }
    }
    if (offer.fixes().isEmpty()) {
      refused.add(new FixEntry.Guidance(finding));
    }
    out.addAll(refused);
    return out.stream().distinct().toList();
  }

  /** A change that is offered already: two lines that do the same are a choice that is none. */
  private Optional<FixEntry.Ready> sameChange(FixOutcome.Applied applied) {
    return ready.stream()
        .filter(r -> r.outcome().edits().equals(applied.edits()))
        .filter(r -> r.outcome().elsewhere().equals(applied.elsewhere()))
        .findFirst();
  }

  /** The title of its control, and as much more as tells it from the others. */
  private String heading(LocatedFinding of) {
    List<Function<Finding, String>> words =
        List.of(
            f -> f.control().title(),
            f -> f.control().title() + " · " + place(f),
            f -> f.control().title() + " · " + f.message());
    return words.stream()
        .map(w -> w.apply(of.finding()))
        .filter(text -> words.stream().allMatch(w -> count(w, text) <= 1))
        .findFirst()
        .orElseGet(() -> words.getLast().apply(of.finding()));
  }

  private long count(Function<Finding, String> words, String text) {
    return offers.stream().filter(o -> words.apply(o.finding().finding()).equals(text)).count();
  }

  private static String place(Finding finding) {
    return finding.objectLabel() + (finding.container().isEmpty() ? "" : " " + finding.container());
  }

  /** Of all files that change, that of the finding first. */
  private static LineDiff diffOf(String text, FixOutcome.Applied applied) {
    List<LineDiff.Hunk> hunks = new ArrayList<>(shown(text, applied.edits()));
    applied.elsewhere().edits().values().forEach(c -> hunks.addAll(shown(c.before(), c.edits())));
    applied
        .elsewhere()
        .created()
        .values()
        .forEach(created -> hunks.addAll(MaskedDiff.created(created, CONTEXT).hunks()));
    return new LineDiff(hunks);
  }

  private static List<LineDiff.Hunk> shown(String text, EditSet edits) {
    return MaskedDiff.of(LineDiff.of(text, edits, CONTEXT), text, edits.apply(text)).hunks();
  }

  private int safe(Predicate<LocatedFinding> which) {
    return (int)
        analysis.findings().stream()
            .filter(which)
            .filter(f -> f.finding().safeFix().isPresent())
            .count();
  }
}
