package dev.zonewright.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Acceptance;
import dev.zonewright.control.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * An analysis with a review applied to it.
 *
 * @param analysis tenants grouped, findings accepted where an exception covers them, and the
 *     findings in the review file among the others
 * @param exceptions what became of each exception, in the order of the file
 */
public record Reviewed(
    ReviewFile file, Analysis analysis, List<ExceptionUse> exceptions, LocalDate today) {
  /** The item of the checklist by which a person attests Falco. */
  private static final String FALCO = "falco-with-plugin";

  public Reviewed {
    exceptions = List.copyOf(exceptions);
  }

  /**
   * Applies a review. Pure: the same analysis, file and day give the same result.
   *
   * @param today the day on which exceptions hold or are over
   * @param known what entries can name
   */
  public static Reviewed of(ReviewFile file, Analysis analysis, LocalDate today, Known known) {
    Map<String, List<RiskException>> byControl = new HashMap<>();
    file.exceptions()
        .forEach(e -> byControl.computeIfAbsent(e.control(), _ -> new ArrayList<>()).add(e));
    IdentityHashMap<RiskException, List<LocatedFinding>> covered = new IdentityHashMap<>();
    FindingValues values = new FindingValues(analysis);
    List<LocatedFinding> out = new ArrayList<>();
    for (LocatedFinding found : analysis.findings()) {
      LocatedFinding finding = grouped(found, file);
      LocatedFinding result = finding;
      for (RiskException entry :
          byControl.getOrDefault(finding.finding().control().id(), List.of())) {
        if (isApt(entry, known) && entry.covers(finding, values)) {
          covered.computeIfAbsent(entry, _ -> new ArrayList<>()).add(finding);
          if (!entry.isExpired(today) && result.accepted().isEmpty()) {
            result = finding.acceptedBy(entry.acceptance());
          }
        }
      }
      out.add(result.accepted().isPresent() ? result : attested(result, file, today));
    }
    List<ExceptionUse> uses =
        file.exceptions().stream()
            .map(e -> use(e, covered.getOrDefault(e, List.of()), today))
            .toList();
    Analysis grouped =
        analysis.reviewed(
            file.manifest().file(),
            out,
            namespace -> file.tenantOf(file.placeOf(namespace)),
            file.serving());
    List<LocatedFinding> own = new ArrayList<>(out);
    own.addAll(ReviewAudit.of(file, uses, today, known, grouped));
    own.sort(Comparator.comparing(LocatedFinding::file));
    return new Reviewed(file, ReviewAccount.in(grouped.with(own), file), uses, today);
  }

  /** The same review of a later analysis of the same files. */
  public Reviewed of(Analysis later, Known known) {
    return of(file, later, today, known);
  }

  /**
   * That Falco is not seen is all that is wrong where a person attests it, whoever the tenant: it
   * watches nodes, not tenants. What manifests show to be wrong cannot be attested away.
   */
  private static LocatedFinding attested(LocatedFinding found, ReviewFile file, LocalDate today) {
    if (!found.finding().control().id().equals("missing-falco")
        || found.finding().verdict() != Verdict.UNDETERMINED) {
      return found;
    }
    return file.attestations().stream()
        .filter(a -> a.item().equals(FALCO) && a.tenants().isEmpty() && a.holdsOn(today))
        .findFirst()
        .map(a ->
            found.acceptedBy(
                new Acceptance(
                    a.note().isBlank() ? "attested in the review file" : a.note(),
                    a.by(),
                    a.until())))
        .orElse(found);
  }

  /** What a tenant lacks is no object's alone, so that none of them can be excepted from it. */
  private static boolean isApt(RiskException entry, Known known) {
    return !known.ofTenants().contains(entry.control()) || !entry.scope().isOfObject();
  }

  private static LocatedFinding grouped(LocatedFinding finding, ReviewFile file) {
    return finding
        .finding()
        .tenant()
        .map(t -> {
          String namespace =
              finding.finding().namespace().isEmpty()
                      && !finding.finding().kind().equals("Namespace")
                  ? file.placeOf("")
                  : t;
          String tenant = file.tenantOf(namespace);
          return tenant.equals(t) ? finding : finding.ofTenant(tenant);
        })
        .orElse(finding);
  }

  private static ExceptionUse use(
      RiskException entry, List<LocatedFinding> findings, LocalDate today) {
    if (entry.isExpired(today)) {
      return new ExceptionUse(entry, ExceptionUse.State.EXPIRED, findings);
    }
    return new ExceptionUse(
        entry,
        findings.isEmpty() ? ExceptionUse.State.UNUSED : ExceptionUse.State.MATCHED,
        findings);
  }
}
