package dev.zonewright.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OpenShift's workload kind is read in both of its groups, also before it has containers. */
class DeploymentConfigTest {
  private static List<PodView> pods(String apiVersion) {
    return KubeObject.in(
            YamlParser.parse(
                    """
                    apiVersion: %s
                    kind: DeploymentConfig
                    metadata: {name: web}
                    spec: {template: {spec: {hostPID: true}}}
                    """
                        .formatted(apiVersion))
                .cursor())
        .stream()
        .flatMap(object -> PodViews.of(object).stream())
        .toList();
  }

  @Test
  void isReadInBothGroups() {
    for (String apiVersion : List.of("v1", "apps.openshift.io/v1")) {
      assertThat(pods(apiVersion)).as(apiVersion).hasSize(1);
      assertThat(pods(apiVersion).getFirst().spec().get("hostPID").isTrue()).isTrue();
      assertThat(pods(apiVersion).getFirst().place().form().isComplete()).isTrue();
    }
    // a kind of the same name that is not OpenShift's: only its shape is known
    assertThat(pods("example.org/v1").getFirst().place().form().isComplete()).isFalse();
  }
}
