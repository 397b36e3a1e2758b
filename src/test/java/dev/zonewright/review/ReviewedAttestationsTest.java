package dev.zonewright.review;

import static dev.zonewright.review.ReviewOfPods.TODAY;
import static dev.zonewright.review.ReviewOfPods.audit;
import static dev.zonewright.review.ReviewOfPods.dom0;
import static dev.zonewright.review.ReviewOfPods.review;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.checklist.ItemState;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.TenantRisk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attestations of a review, and who is a tenant there. */
class ReviewedAttestationsTest {
  @Test
  void namespacesAreGroupedIntoTenants() {
    Reviewed review = review("tenants:\n  all: [shop, default]\n");
    assertThat(ResidualRisk.of(review.analysis()))
        .extracting(TenantRisk::tenant)
        .containsExactly("all");
    assertThat(review.analysis().findings())
        .allSatisfy(f -> assertThat(f.finding().tenant()).contains("all"));
    Reviewed named = review("defaultNamespace: shop\n");
    assertThat(ResidualRisk.of(named.analysis()))
        .extracting(TenantRisk::tenant)
        .containsExactly("shop");
  }

  @Test
  void anAttestationCountsForItsTenantsWhileItHolds() {
    String entry =
        "attestations:\n  - {item: dom0-restricted, tenant: shop, by: J. Doe, date: %s}\n";
    assertThat(dom0(review(entry.formatted("2026-10-02")), "shop")).isEqualTo(ItemState.ATTESTED);
    assertThat(dom0(review(entry.formatted("2026-10-02")), "default"))
        .isEqualTo(ItemState.UNDETERMINED);
    Reviewed over = review(entry.formatted("2025-10-02"));
    assertThat(dom0(over, "shop")).isEqualTo(ItemState.UNDETERMINED);
    assertThat(audit(over)).containsExactly("expired-exception 2");
  }

  @Test
  void whoAttestsFalcoForAllTenantsAcceptsThatItIsNotSeen() {
    Analysis platform =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
            .analyze(
                List.of(
                    Manifest.of(
                        "a.yaml",
                        """
                        apiVersion: node.k8s.io/v1
                        kind: RuntimeClass
                        metadata: {name: edera}
                        handler: edera
                        """)));
    String entry = "attestations:\n  - {item: falco-with-plugin, by: J. Doe, date: 2026-10-02%s}\n";
    assertThat(falco(platform, entry.formatted(""))).isTrue();
    assertThat(falco(platform, entry.formatted(", tenant: shop"))).isFalse();
    assertThat(falco(platform, entry.formatted("").replace("2026", "2025"))).isFalse();
  }

  private static boolean falco(Analysis analysis, String review) {
    List<LocatedFinding> found =
        Reviewed.of(
                ReviewReader.read(Manifest.of("zonewright-review.yaml", review)),
                analysis,
                TODAY,
                Known.of(ControlCatalogue.all(), ChecklistItem.ids()))
            .analysis()
            .findings()
            .stream()
            .filter(f -> f.finding().control().id().equals("missing-falco"))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst().accepted().isPresent();
  }

  @Test
  void attestationsAboutNobodyAreFindings() {
    Reviewed review =
        review(
            """
            tenants:
              retail: [shop]
            attestations:
              - {item: dom0-restricted, tenant: retial, by: J. Doe, date: 2026-10-02}
              - item: dom0-restricted
                tenants: [retail, shop, default]
                by: J. Doe
                date: 2026-10-02
            """);
    assertThat(audit(review)).containsExactly("unused-exception 4", "invalid-review-entry 6");
    assertThat(review.analysis().findings())
        .anySatisfy(f -> {
          assertThat(f.finding().message()).contains("names tenant 'retial'");
          assertThat(f.finding().guidance()).startsWith("Did you mean retail?");
        })
        .anySatisfy(f -> {
          assertThat(f.finding().message()).contains("'shop' is a namespace of tenant retail");
          assertThat(f.finding().guidance()).isEqualTo("Write retail.");
        });
  }

  @Test
  void aNamespaceIsNotTakenForItsTenant() {
    Reviewed review =
        review(
            """
            tenants: {retail: [shop]}
            exceptions:
              - {control: host-pid, tenant: shop, reason: r, owner: o, expires: 2026-12-24}
            """);
    assertThat(review.analysis().findings())
        .filteredOn(f -> f.finding().control().id().equals("unused-exception"))
        .singleElement()
        .satisfies(f ->
            assertThat(f.finding().guidance())
                .isEqualTo(
                    "'shop' is a namespace of tenant retail: write namespace, or the tenant's"
                        + " name."));
  }
}
