package dev.zonewright.kube.valid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Kubernetes asks of controllers and of the names within a pod. */
class ControllerRulesTest {
  private static List<String> broken(String text) {
    return KubeObject.in(YamlParser.parse(text).cursor()).stream()
        .flatMap(object -> ObjectRules.of(object).stream())
        .map(v -> v.at().path() + ": " + v.message())
        .toList();
  }

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: d}
      spec:
        selector: {matchLabels: {app: d}}
        template:
          metadata: {labels: {app: d}}
          spec: {containers: [{name: c, image: c:1}]}
      """;

  @Test
  void aPodNeedsContainers() {
    String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n";
    String none = "spec.containers: a pod needs at least one container, and there is none";
    assertThat(broken(pod)).containsExactly(none);
    assertThat(broken(pod + "spec: {}\n")).containsExactly(none);
    assertThat(broken(pod + "spec: {containers: []}\n")).containsExactly(none);
    assertThat(broken(pod + "spec: {container: [{name: c, image: c:1}]}\n")).containsExactly(none);
    assertThat(broken("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",}"))
        .containsExactly("metadata.name: an object needs a name", none);
    for (String unsaid : List.of("${SPEC}", "{containers: ${ALL}}", "{$patch: replace}")) {
      assertThat(broken(pod + "spec: " + unsaid + "\n")).as(unsaid).isEmpty();
    }
  }

  @Test
  void aControllerNeedsASelectorThatItsPodsMeet() {
    assertThat(broken(DEPLOYMENT)).isEmpty();
    assertThat(broken(DEPLOYMENT.replace("  selector: {matchLabels: {app: d}}\n", "")))
        .containsExactly("spec.selector: a Deployment needs a selector for its pods");
    assertThat(broken(DEPLOYMENT.replace("selector: {matchLabels: {app: d}}", "selector: {}")))
        .hasSize(1);
    assertThat(broken(DEPLOYMENT.replace("    metadata: {labels: {app: d}}\n", "")))
        .containsExactly(
            "spec.selector.matchLabels.app: the selector asks for the label app, which the pod"
                + " template does not have");
    assertThat(broken("apiVersion: apps/v1\nkind: Deployment\nspec: {}\n")).hasSize(3);
    // without an image it is likely a patch
    assertThat(
            broken(
                DEPLOYMENT
                    .replace(", image: c:1", "")
                    .replace("  selector: {matchLabels: {app: d}}\n", "")))
        .isEmpty();
  }

  @Test
  void kubernetesMakesTheSelectorOfAJob() {
    String job =
        DEPLOYMENT
            .replace("apps/v1", "batch/v1")
            .replace("Deployment", "Job")
            .replace("spec: {containers", "spec: {restartPolicy: Never, containers");
    assertThat(broken(job)).hasSize(1);
    assertThat(broken(job.replace("spec:\n  sel", "spec:\n  manualSelector: true\n  sel")))
        .isEmpty();
    assertThat(
            broken(
                job.replace("spec:\n  sel", "spec:\n  manualSelector: true\n  sel")
                    .replace("labels: {app: d}", "labels: {app: e}")))
        .hasSize(1);
    assertThat(broken(job.replace("{app: d}", "{controller-uid: d}"))).isEmpty();
    assertThat(broken(job.replace("  selector: {matchLabels: {app: d}}\n", ""))).isEmpty();
  }

  @Test
  void namesOfContainersAndVolumesAreLabelsOfDns() {
    for (String name : List.of("UPPER", "a_b", "-a", "a-", "a.b", "a".repeat(64))) {
      assertThat(broken(DEPLOYMENT.replace("name: c,", "name: " + name + ","))).as(name).hasSize(1);
    }
    for (String name : List.of("a", "1", "a-1", "a".repeat(63), "${NAME}", "a-${NAME}")) {
      assertThat(broken(DEPLOYMENT.replace("name: c,", "name: \"" + name + "\",")))
          .as(name)
          .isEmpty();
    }
    assertThat(broken(DEPLOYMENT.replace("spec: {", "spec: {volumes: [{name: Data}], ")))
        .hasSize(1);
  }
}
