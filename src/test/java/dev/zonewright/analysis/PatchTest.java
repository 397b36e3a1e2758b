package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A patch is no object: what it says is judged, and nothing else. */
class PatchTest {
  private final Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  private Analysis look(String... filesAndTexts) {
    List<Manifest> manifests =
        Stream.iterate(0, i -> i < filesAndTexts.length, i -> i + 2)
            .map(i -> Manifest.of(filesAndTexts[i], filesAndTexts[i + 1]))
            .toList();
    return analyzer.analyze(manifests);
  }

  private static List<String> controls(Analysis analysis) {
    return analysis.findings().stream().map(f -> f.finding().control().id()).toList();
  }

  @Test
  void whatTakesAnObjectAwayRunsNothing() {
    Analysis analysis =
        look(
            "a.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: metrics, namespace: shop}
            $patch: delete
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: build, namespace: shop}
            $patch: delete
            """);
    assertThat(analysis.findings()).isEmpty();
    assertThat(analysis.workloads()).isEmpty();
    assertThat(analysis.coverage().items())
        .allSatisfy(item -> {
          assertThat(item.status()).isEqualTo(CoverageItem.Status.ANALYSED);
          assertThat(item.reason()).contains("$patch").contains("kustomize build");
        });
  }

  @Test
  void onlyWhatAPatchWithInstructionsSaysIsJudged() {
    Analysis analysis =
        look(
            "a.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                spec:
                  $setElementOrder/containers: [{name: a}, {name: b}]
                  containers:
                  - name: a
                    $patch: delete
                    securityContext: {privileged: true}
                  - name: b
                    image: r.example/b:2
                    securityContext: {$retainKeys: [runAsUser], runAsUser: 0}
                  volumes:
                  - $patch: replace
                  - name: cache
                    hostPath: {path: /var/cache}
            """);
    assertThat(controls(analysis)).containsExactly("root-user", "host-path-volume");
    assertThat(analysis.findings())
        .allSatisfy(f ->
            assertThat(f.finding().fixes())
                .allSatisfy(fix -> {
                  assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
                  assertThat(fix.reason()).contains("a patch of another manifest");
                }));
  }

  @Test
  void aFileThatAKustomizationNamesIsAPatchAsLongAsItDoes() {
    String patch =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          template:
            spec:
              containers:
              - name: side
                image: r.example/side:1
                securityContext: {privileged: true}
        """;
    String overlay =
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources: [../base]
        patches:
        - path: ./patches/../side.yaml
          target: {kind: Deployment}
        """;
    Analysis with = look("o/side.yaml", patch, "o/kustomization.yaml", overlay);
    assertThat(controls(with)).containsExactly("privileged-container");
    assertThat(with.workloads()).isEmpty();
    Analysis without =
        analyzer.analyze(
            List.of(
                with.manifest("o/side.yaml").orElseThrow(),
                Manifest.of("o/kustomization.yaml", overlay.replace("side.yaml", "other.yaml"))),
            List.of(),
            with);
    assertThat(controls(without)).contains("privileged-container", "missing-edera-runtime");
    assertThat(without.workloads()).hasSize(1);
  }

  @Test
  void aJsonPatchIsSaidToBeOne() {
    Analysis analysis =
        look("p.yaml", "- op: add\n  path: /spec/template/spec/hostNetwork\n  value: true\n");
    assertThat(analysis.findings()).isEmpty();
    assertThat(analysis.coverage().items())
        .singleElement()
        .satisfies(item -> assertThat(item.reason()).contains("JSON patch"));
  }

  @Test
  void aJsonPatchIsNoObjectWhateverItsValuesHold() {
    String ops =
        """
        - op: add
          path: /spec/template/spec/containers/0/securityContext
          value: {privileged: true, privilegd: true}
        - op: add
          path: /spec/template
          value: {apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {hostPID: true}}
        """;
    String json =
        "[{\"op\": \"replace\", \"path\": \"/spec\", \"value\": {\"hostNetwork\": \"yes\"}}]";
    String overlay =
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        patches:
        - path: ops.yaml
          target: {kind: Deployment}
        - target: {kind: Deployment}
          patch: |-
            - op: add
              path: /spec/template/spec/hostNetwork
              value: true
        patchesJson6902:
        - target: {version: v1, kind: Deployment, name: web}
          path: ops.json
        """;
    Analysis analysis =
        analyzer.analyze(
            List.of(
                Manifest.of("o/ops.yaml", ops),
                Manifest.of("o/ops.json", json),
                Manifest.of("o/kustomization.yaml", overlay)));
    assertThat(analysis.findings()).isEmpty();
    assertThat(analysis.workloads()).isEmpty();
    assertThat(analysis.coverage().items())
        .extracting(CoverageItem::reason)
        .satisfiesExactly(
            kustomization -> assertThat(kustomization).contains("patches[1].patch"),
            first -> assertThat(first).contains("JSON patch"),
            second -> assertThat(second).contains("JSON patch"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kustomize.toolkit.fluxcd.io/v1 | Kustomization | {patches: [{patch: '- op: add'}]}",
        "helm.toolkit.fluxcd.io/v2 | HelmRelease | {postRenderers: [{kustomize: {patches: [{patch:"
            + " '- op: add'}]}}]}",
        "argoproj.io/v1alpha1 | Application | {source: {kustomize: {patches: [{patch: '- op:"
            + " add'}]}}}",
      })
  void patchesThatFluxAndArgoLayOverOthersAreNamed(String version, String kind, String spec) {
    String text =
        """
        apiVersion: %s
        kind: %s
        metadata: {name: a}
        spec: %s
        """
            .formatted(version, kind, spec);
    assertThat(look("a.yaml", text).coverage().items())
        .singleElement()
        .satisfies(item -> {
          assertThat(item.status()).isEqualTo(CoverageItem.Status.PARTLY_ANALYSED);
          assertThat(item.reason()).contains("patches[0].patch");
        });
  }

  @Test
  void aPatchIsNoObjectThatOthersMeet() {
    Analysis analysis =
        look(
            "a.yaml",
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: api, namespace: shop}
            automountServiceAccountToken: false
            $patch: delete
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec:
              serviceAccountName: api
              containers: [{name: c, image: 'r.example/c:1'}]
            """);
    assertThat(controls(analysis)).contains("mounted-service-account-token");
  }

  @Test
  void patchesThatAKustomizationWritesOutItselfAreSaidToBeUnread() {
    String patches =
        """
        resources: [web.yaml]
        patches:
          - path: other.yaml
          - patch: |-
              - {op: add, path: /spec/template/spec/hostPID, value: true}
        patchesStrategicMerge:
          - other.yaml
          - |-
            spec: {template: {spec: {hostIPC: true}}}
        """;
    for (String head : List.of("", "apiVersion: kustomize.config.k8s.io/v1\nkind: Component\n")) {
      CoverageItem item =
          look("a/kustomization.yaml", head + patches).coverage().items().getFirst();
      assertThat(item.status()).isEqualTo(CoverageItem.Status.PARTLY_ANALYSED);
      assertThat(item.reason())
          .contains("patches[1].patch, patchesStrategicMerge[1]")
          .contains("kustomize build");
    }
  }

  @Test
  void patchFilesThatAreNotOpenedAreNamed() {
    String overlay =
        """
        patches: [{path: other.yaml}, {path: ../b/more.yaml}]
        patchesStrategicMerge: [one.yaml]
        """;
    CoverageItem alone = look("a/kustomization.yaml", overlay).coverage().items().getFirst();
    assertThat(alone.status()).isEqualTo(CoverageItem.Status.PARTLY_ANALYSED);
    assertThat(alone.reason()).contains("other.yaml, ../b/more.yaml, one.yaml");
    String patch = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {hostPID: true}\n";
    CoverageItem one =
        look("a/kustomization.yaml", overlay, "a/other.yaml", patch, "b/more.yaml", patch)
            .coverage()
            .items()
            .getFirst();
    assertThat(one.reason()).contains("it lays one.yaml over others").doesNotContain("more.yaml");
    assertThat(
            look("o/side.yaml", patch, "o/kustomization.yaml", "patches: [{path: side.yaml}]\n")
                .coverage()
                .items())
        .noneMatch(item -> item.status() == CoverageItem.Status.PARTLY_ANALYSED);
  }
}
