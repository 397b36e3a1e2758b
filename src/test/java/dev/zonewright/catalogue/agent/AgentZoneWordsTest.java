package dev.zonewright.catalogue.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Declared;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of an agent speaks of a zone only where the agent is in one. */
class AgentZoneWordsTest {
  private static final Set<String> CONTROLS =
      Set.of("writable-root-filesystem", "long-lived-agent", "persistent-agent-state");

  private static List<String> messages(String runtime) {
    String text =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: a, namespace: shop}
        spec:
          selector: {matchLabels: {app: a}}
          template:
            metadata: {labels: {app: a}}
            spec:
              runtimeClassName: %s
              containers: [{name: main, image: "x:1"}]
              volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]
        """
            .formatted(runtime);
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
            .declaring(_ -> new Declared("", _ -> true))
            .analyze(List.of(Manifest.of("a.yaml", text)))
            .findings()
            .stream()
            .map(f -> f.finding())
            .filter(f -> CONTROLS.contains(f.control().id()))
            .map(f -> f.message().replaceAll("[.] This is safe only in a zone.*", ""))
            .toList();
  }

  @Test
  void theZoneIsNamedWhereThereIsOne() {
    assertThat(messages("edera")).hasSize(3).allMatch(m -> m.contains("zone"));
    assertThat(messages("runc")).hasSize(3).noneMatch(m -> m.contains("zone"));
  }
}
