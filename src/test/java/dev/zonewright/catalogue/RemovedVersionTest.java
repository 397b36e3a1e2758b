package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An object in a version that no server has any more: named, and judged as what it was meant. */
class RemovedVersionTest {
  private static final String POD_TEMPLATE =
      "spec: {template: {spec: {hostPID: true, containers: [{name: c, image: i}]}}}\n";

  private static String deployment(String version, String more) {
    return "apiVersion: %s\nkind: Deployment\nmetadata: {name: a, namespace: b}\n%s"
        .formatted(version, more);
  }

  @Test
  void theVersionIsNamedWhereItStands() {
    String text = deployment("extensions/v1beta1", POD_TEMPLATE);
    List<LocatedFinding> found = Reviewed.find("invalid-object", text);
    assertThat(found)
        .filteredOn(f -> f.start().line() == 1)
        .singleElement()
        .satisfies(f ->
            assertThat(f.finding().message())
                .isEqualTo(
                    "Kubernetes refuses the object: since version 1.16, no API server has"
                        + " Deployment of extensions/v1beta1; it is in apps/v1 now, where fields"
                        + " may differ"));
    assertThat(Reviewed.find("host-pid", text)).hasSize(1);
  }

  @Test
  void aPolicyThatNoServerTakesIsolatesNothing() {
    String policies =
        """
        apiVersion: %s
        kind: NetworkPolicy
        metadata: {name: none, namespace: b}
        spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
        ---
        """;
    String pods = deployment("apps/v1", POD_TEMPLATE).replace("hostPID: true, ", "");
    String served = policies.formatted("networking.k8s.io/v1") + pods;
    String removed = policies.formatted("extensions/v1beta1") + pods;

    assertThat(Reviewed.find("open-egress", served)).isEmpty();
    assertThat(Reviewed.find("open-egress", removed)).hasSize(1);
    assertThat(Reviewed.find("invalid-object", removed))
        .filteredOn(f -> f.start().line() == 1)
        .hasSize(1);
  }

  @Test
  void aPatchAndAVersionThatIsServedAreNoFindings() {
    String patch = deployment("extensions/v1beta1", "$patch: delete\n");
    assertThat(Reviewed.find("invalid-object", patch)).isEmpty();
    assertThat(Reviewed.find("invalid-object", deployment("apps/v1", POD_TEMPLATE)))
        .noneMatch(f -> f.start().line() == 1);
  }
}
