package dev.zonewright.kube.valid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of several objects of one name that stands which a server has. */
class StandingTest {
  private static final String GOOD =
      "{apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {x: %s}}}\n---\n";
  private static final String REFUSED =
      "{apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {x: %s}, bogus: 1}}\n---\n";

  private static String label(String text) {
    List<KubeObject> objects =
        Manifest.of("a.yaml", text).stream().parts().stream()
            .flatMap(p -> KubeObject.in(p.document().cursor()).stream())
            .toList();
    assertThat(Standing.of(objects.stream())).isEqualTo(new TenantView("a", objects).namespace());
    return Standing.of(objects.stream()).orElseThrow().root().get("metadata", "labels", "x").raw();
  }

  @Test
  void theLaterStandsUnlessTheServerRefusesIt() {
    assertThat(label(GOOD.formatted("one") + GOOD.formatted("two"))).isEqualTo("two");
    assertThat(label(GOOD.formatted("one") + REFUSED.formatted("two"))).isEqualTo("one");
    assertThat(label(REFUSED.formatted("one") + GOOD.formatted("two"))).isEqualTo("two");
    assertThat(label(REFUSED.formatted("one") + REFUSED.formatted("two"))).isEqualTo("two");
  }

  @Test
  void nothingStandsForNothing() {
    assertThat(Standing.of(List.<KubeObject>of().stream())).isEmpty();
  }
}
