package dev.zonewright.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kubectl fills in for items of a typed list that do not say what they are. */
class TypedListTest {
  private static List<String> in(String text) {
    return KubeObject.in(YamlParser.parse(text).cursor()).stream()
        .map(o -> o.apiVersion() + " " + o.kind() + " " + o.name())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "v1,Pod",
    "v1,ConfigMap",
    "apps/v1,Deployment",
    "rbac.authorization.k8s.io/v1,Role",
    "rbac.authorization.k8s.io/v1,ClusterRoleBinding",
    "networking.k8s.io/v1,NetworkPolicy"
  })
  void itemsHaveTheKindAndTheVersionOfTheList(String version, String kind) {
    assertThat(
            in(
                """
                apiVersion: %s
                kind: %sList
                items:
                - metadata: {name: a}
                - {kind: %2$s, metadata: {name: b}}
                - {apiVersion: %1$s, metadata: {name: c}}
                """
                    .formatted(version, kind)))
        .containsExactly(
            version + " " + kind + " a", version + " " + kind + " b", version + " " + kind + " c");
  }

  @Test
  void anItemThatSaysBothKeepsBoth() {
    assertThat(
            in(
                """
                apiVersion: v1
                kind: PodList
                items:
                - {apiVersion: batch/v1, kind: Job, metadata: {name: a}}
                """))
        .containsExactly("batch/v1 Job a");
  }

  @Test
  void aListOfAnythingImpliesNothing() {
    assertThat(in("{apiVersion: v1, kind: List, items: [{metadata: {name: a}}]}")).isEmpty();
  }
}
