package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.evidence.NodeWork;
import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits are asked for in the field that a version of Tekton has for them. */
class ResourcesOfStepsTest {
  private static List<String> limits(String version, String kind, String spec) {
    return Reviewed.of(
            "apiVersion: tekton.dev/%s\nkind: %s\nmetadata: {name: a}\nspec: %s\n"
                .formatted(version, kind, spec))
        .analysis()
        .findings()
        .stream()
        .filter(f -> f.finding().control().id().equals("missing-resource-limits"))
        .map(f -> f.finding().path().toString())
        .toList();
  }

  @Test
  void eachVersionHasItsField() {
    String task = "{steps: [{name: a, image: a}], sidecars: [{name: b, image: b}]}";
    assertThat(limits("v1", "Task", task))
        .containsExactlyInAnyOrder(
            "spec.steps[0].computeResources.limits", "spec.sidecars[0].computeResources.limits");
    assertThat(limits("v1beta1", "Task", task))
        .containsExactlyInAnyOrder(
            "spec.steps[0].resources.limits", "spec.sidecars[0].resources.limits");
    String limited = "{steps: [{image: a, computeResources: {limits: {cpu: 1, memory: 1Gi}}}]}";
    assertThat(limits("v1", "Task", limited)).isEmpty();
    String given =
        "{stepTemplate: {computeResources: {limits: {cpu: 1, memory: 1Gi}}}, steps: [{image: a}]}";
    assertThat(limits("v1", "Task", given)).isEmpty();
  }

  @Test
  void aStepActionHasNone() {
    assertThat(limits("v1beta1", "StepAction", "{image: a, script: b}")).isEmpty();
  }

  @Test
  void aDeviceIsWorkOnTheNodeWhereverLimitsStand() {
    for (String spec :
        List.of(
            "{steps: [{image: a, computeResources: {limits: {x.example/card: 1}}}]}",
            "{steps: [{image: a, computeResources: {claims: [{name: card}]}}]}")) {
      KubeObject task =
          KubeObject.in(
                  YamlParser.parse(
                          "apiVersion: tekton.dev/v1\nkind: Task\nspec: %s\n".formatted(spec))
                      .cursor())
              .getFirst();
      assertThat(NodeWork.of(PodViews.of(task).getFirst()))
          .hasValueSatisfying(work -> assertThat(work).contains("device"));
    }
  }
}
