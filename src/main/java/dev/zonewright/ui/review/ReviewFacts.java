package dev.zonewright.ui.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.review.ExceptionUse;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.PlatformTenants;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.text.NaturalOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an analysis says to a reviewer.
 *
 * @param analysis with the review applied, where there is one
 * @param risks of all namespaces with a workload, those of the platform included
 * @param platform names of the tenants that are none, but serve the cluster
 * @param exceptionRows all exceptions that are written down, each with what it is worth today
 * @param attestationRows all attestations, in the same way
 * @param today the day that exceptions are held against
 */
public record ReviewFacts(
    Analysis analysis,
    List<TenantRisk> risks,
    List<TenantChecklist> checklists,
    Optional<Reviewed> review,
    Set<String> platform,
    List<ExceptionRow> exceptionRows,
    List<AttestationRow> attestationRows,
    LocalDate today) {
  /** In place of what a page says where there is nothing to show, while that is not known. */
  public static final String ANALYSING = "Analysing…";

  /** Before anything is opened. */
  public static final ReviewFacts NONE =
      new ReviewFacts(
          Analysis.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Set.of(),
          List.of(),
          List.of(),
          LocalDate.EPOCH);

  public ReviewFacts {
    risks = List.copyOf(risks);
    checklists = List.copyOf(checklists);
    platform = Set.copyOf(platform);
    exceptionRows = List.copyOf(exceptionRows);
    attestationRows = List.copyOf(attestationRows);
  }

  /** Gathers them; the platform is what the review file says, and what the manifests show. */
  public static ReviewFacts of(
      Analysis analysis,
      List<TenantRisk> risks,
      List<TenantChecklist> checklists,
      Optional<Reviewed> review,
      LocalDate today) {
    Set<String> platform = PlatformTenants.of(analysis);
    List<ExceptionRow> exceptions =
        review.map(r -> ExceptionRow.of(r, analysis, today)).orElse(List.of());
    List<AttestationRow> attestations =
        review.map(r -> AttestationRow.of(r, analysis, today)).orElse(List.of());
    return new ReviewFacts(
        analysis, risks, checklists, review, platform, exceptions, attestations, today);
  }

  /** Whether an analysis is in; until then, nothing can be said of what is opened. */
  public boolean isKnown() {
    return !analysis.coverage().items().isEmpty();
  }

  /** The tenants without the platform, the worst first. */
  public List<TenantRisk> tenants() {
    List<TenantRisk> out =
        new ArrayList<>(risks.stream().filter(r -> !platform.contains(r.tenant())).toList());
    out.sort(
        Comparator.comparing(TenantRisk::level)
            .thenComparing(Comparator.comparingLong(ReviewFacts::openRows).reversed())
            .thenComparing(TenantRisk::tenant, NaturalOrder.NAMES));
    return out;
  }

  /** All that have a level: what the review file lists as the platform has none. */
  public List<TenantRisk> assessed() {
    return risks.stream().filter(r -> !analysis.platform().contains(r.tenant())).toList();
  }

  private static long openRows(TenantRisk risk) {
    return risk.rows().stream().filter(r -> r.level() == ResidualLevel.OPEN).count();
  }

  public Optional<TenantRisk> risk(String tenant) {
    return risks.stream().filter(r -> r.tenant().equals(tenant)).findFirst();
  }

  public Optional<TenantChecklist> checklist(String tenant) {
    return checklists.stream().filter(c -> c.tenant().equals(tenant)).findFirst();
  }

  /** What became of the exceptions of the review; none without one. */
  public List<ExceptionUse> exceptions() {
    return review.map(Reviewed::exceptions).orElse(List.of());
  }
}
