package dev.zonewright.review.edit;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.review.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * What an exception for a finding can cover.
 *
 * @param title as people say it: “Container api”
 * @param note what falls under it, or why it makes no sense
 * @param isApt whether it can be chosen
 */
public record ScopeChoice(Scope scope, String title, String note, boolean isApt) {
  /**
   * The choices for a finding, from the narrowest.
   *
   * @param ofTenant whether the control judges a tenant as a whole, which no object can be excepted
   *     from
   * @param analysis with all findings and with tenants grouped
   */
  public static List<ScopeChoice> of(LocatedFinding at, boolean ofTenant, Analysis analysis) {
    Finding finding = at.finding();
    String namespace = finding.kind().equals("Namespace") ? finding.name() : Scope.placeOf(finding);
    List<ScopeChoice> out = new ArrayList<>();
    if (!ofTenant && !finding.kind().isEmpty() && !finding.name().isEmpty()) {
      Scope.ObjectName object =
          new Scope.ObjectName(
              finding.tenant().isPresent() && !finding.kind().equals("Namespace") ? namespace : "",
              finding.kind(),
              finding.name());
      if (!finding.container().isEmpty()) {
        Scope container = new Scope.OfContainer(object, finding.container());
        out.add(choice(container, "Container " + finding.container(), "", at, analysis));
      }
      out.add(
          choice(
              new Scope.OfObject(object),
              finding.kind() + " " + finding.name(),
              ", and later ones in it",
              at,
              analysis));
    }
    finding
        .tenant()
        .ifPresent(tenant -> {
          out.add(
              choice(
                  new Scope.OfNamespace(namespace),
                  "Namespace " + namespace,
                  ", and every later one of this control",
                  at,
                  analysis));
          boolean same = tenant.equals(namespace);
          out.add(
              same
                  ? new ScopeChoice(
                      new Scope.OfTenant(tenant),
                      "Tenant " + tenant,
                      "the tenant is this one namespace",
                      false)
                  : choice(
                      new Scope.OfTenant(tenant),
                      "Tenant " + tenant,
                      ", and every later one of this control",
                      at,
                      analysis));
        });
    return out;
  }

  private static ScopeChoice choice(
      Scope scope, String title, String later, LocatedFinding at, Analysis analysis) {
    String control = at.finding().control().id();
    long covers =
        analysis.findings().stream()
            .filter(f -> f.finding().control().id().equals(control))
            .filter(scope::covers)
            .count();
    String count = covers == 1 ? "1 finding" : "%,d findings".formatted(covers);
    return new ScopeChoice(scope, title, count + later, true);
  }
}
