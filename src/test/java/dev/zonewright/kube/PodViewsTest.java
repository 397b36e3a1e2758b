package dev.zonewright.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.parse.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodViewsTest {
  private static List<String> podsIn(String text) {
    return KubeObject.in(YamlParser.parse(text).cursor()).stream()
        .flatMap(object -> PodViews.of(object).stream())
        .map(pod -> pod.object().kind() + " " + pod.spec().path())
        .toList();
  }

  @Test
  void findsThePodOfAKnativeServiceWhoseContainerHasNoName() {
    assertThat(
            podsIn(
                """
                apiVersion: serving.knative.dev/v1
                kind: Service
                spec:
                  template:
                    spec:
                      containers:
                        - image: registry.example/app:1
                """))
        .containsExactly("Service spec.template.spec");
  }

  @Test
  void findsThePodBelowAJobOfAJobSet() {
    assertThat(
            podsIn(
                """
                apiVersion: jobset.x-k8s.io/v1alpha2
                kind: JobSet
                spec:
                  replicatedJobs:
                    - name: workers
                      template:
                        spec:
                          template:
                            spec:
                              containers: [{name: a, image: b}]
                """))
        .containsExactly("JobSet spec.replicatedJobs[0].template.spec.template.spec");
  }

  @Test
  void findsEveryPodOfACustomResource() {
    assertThat(
            podsIn(
                """
                apiVersion: ray.io/v1
                kind: RayCluster
                spec:
                  headGroupSpec:
                    template: {spec: {containers: [{name: head, image: ray}]}}
                  workerGroupSpecs:
                    - template: {spec: {containers: [{name: worker, env: []}]}}
                """))
        .containsExactly(
            "RayCluster spec.headGroupSpec.template.spec",
            "RayCluster spec.workerGroupSpecs[0].template.spec");
  }

  @Test
  void takesAPodWithoutAnApiVersionForOne() {
    assertThat(podsIn("kind: Pod\nspec: {hostPID: true}\n")).containsExactly("Pod spec");
  }

  @Test
  void findsThePodsOfNestedLists() {
    assertThat(
            podsIn(
                """
                kind: List
                items:
                  - kind: PodList
                    items:
                      - spec: {containers: []}
                  - {apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {}}}}
                """))
        .containsExactly("Pod items[0].items[0].spec", "Deployment items[1].spec.template.spec");
  }

  @Test
  void looksForNoPodWhereThereIsNone() {
    assertThat(
            podsIn(
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                spec: {example: {spec: {containers: [{name: a, image: b}]}}}
                """))
        .isEmpty();
    assertThat(
            podsIn(
                """
                apiVersion: v1
                kind: ConfigMap
                data: {template: {spec: {containers: [{name: a, image: b}]}}}
                """))
        .isEmpty();
  }

  @Test
  void leavesOutAPodInAnEntryThatALaterOneReplaces() {
    assertThat(
            podsIn(
                """
                apiVersion: x.example/v1
                kind: Server
                a: {spec: {containers: [{name: a, image: b}]}}
                b: {spec: {containers: [{name: c, image: d}]}}
                a: {}
                """))
        .containsExactly("Server b.spec");
  }

  @Test
  void knowsTheWayToThePodOfABuiltInKind() {
    KubeObject cron =
        KubeObject.in(YamlParser.parse("apiVersion: batch/v1\nkind: CronJob\n").cursor())
            .getFirst();
    assertThat(PodViews.specPath(cron))
        .contains(List.of("spec", "jobTemplate", "spec", "template", "spec"));
    KubeObject service =
        KubeObject.in(YamlParser.parse("apiVersion: v1\nkind: Service\n").cursor()).getFirst();
    assertThat(PodViews.specPath(service)).isEmpty();
  }
}
