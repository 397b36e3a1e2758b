package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedFixesTest {
  private static final String HEAD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        runtimeClassName: edera
        containers:
      """;

  private final Analyzer analyzer = new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE);

  private Analysis look(String text) {
    return analyzer.analyze(List.of(Manifest.of("a.yaml", text)));
  }

  private FixRun run(String text) {
    return new Fixer(analyzer).fixAll(look(text), _ -> true, true, () -> false);
  }

  private static String after(FixRun run, String text) {
    return run.edits().getOrDefault("a.yaml", EditSet.EMPTY).apply(text);
  }

  private List<LocatedFinding> of(String text, String control) {
    return look(text).findings().stream()
        .filter(f -> f.finding().control().id().equals(control))
        .toList();
  }

  @Test
  void whereAllThatShareAMergedMappingHaveTheFindingOneEditAtTheAnchorSettlesThem() {
    String text =
        HEAD
            + """
              - name: one
                image: r.example/a:1
                securityContext: &sc
                  privileged: true
                  allowPrivilegeEscalation: true
              - name: two
                image: r.example/a:1
                securityContext:
                  <<: *sc
                  readOnlyRootFilesystem: true
            """;
    assertThat(after(run(text), text))
        .contains(
            """
            securityContext: &sc
                  privileged: false
                  allowPrivilegeEscalation: false
            """
                .stripTrailing())
        .contains(
            """
            securityContext:
                  <<: *sc
                  readOnlyRootFilesystem: true
            """
                .stripTrailing());
    assertThat(of(text, "privileged-container"))
        .hasSize(2)
        .allSatisfy(f -> {
          Fix fix = f.finding().fixes().getFirst();
          assertThat(fix.title()).endsWith(", at the anchor for 2 places");
          assertThat(Fixer.apply(Manifest.of("a.yaml", text), f, fix))
              .isInstanceOf(FixOutcome.Applied.class);
        });
  }

  @Test
  void anItemOfASharedListGoesOnce() {
    String text =
        HEAD
            + """
              - name: one
                image: r.example/a:1
                securityContext: &sc {capabilities: {drop: [ALL], add: [SYS_ADMIN, CHOWN, KILL]}}
              - name: two
                image: r.example/a:1
                securityContext: *sc
            """;
    LocatedFinding chown =
        of(text, "added-capability").stream()
            .filter(f -> f.finding().message().contains("CHOWN"))
            .findFirst()
            .orElseThrow();
    FixOutcome outcome =
        Fixer.apply(Manifest.of("a.yaml", text), chown, chown.finding().fixes().getFirst());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            FixOutcome.Applied.class,
            made -> assertThat(made.edits().apply(text)).contains("add: [SYS_ADMIN, KILL]"));
  }

  @Test
  void whereOneOfThemOverridesTheValueTheFixIsRefusedByTheNameOfTheAnchor() {
    String text =
        HEAD
            + """
              - name: one
                image: r.example/a:1
                securityContext: &ctx
                  privileged: true
              - name: two
                image: r.example/a:1
                securityContext:
                  <<: *ctx
                  privileged: false
            """;
    FixRun run = run(text);
    assertThat(after(run, text)).contains("privileged: true").contains("privileged: false");
    assertThat(run.refused())
        .anySatisfy(r -> {
          assertThat(r.finding().finding().control().id()).isEqualTo("privileged-container");
          assertThat(r.reason()).contains("&ctx");
        });
  }

  @Test
  void aFixThatAnAliasStoodInTheWayOfIsMadeOnceTheAliasIsGone() {
    String text =
        HEAD.replace("  containers:\n", "  hostPID: &on true\n  hostIPC: *on\n  containers:\n")
            + "  - {name: one, image: r.example/a:1}\n";
    FixRun run = run(text);
    assertThat(after(run, text)).doesNotContain("hostPID").doesNotContain("hostIPC");
    assertThat(run.refused()).isEmpty();
  }

  @Test
  void aPodThatTwoObjectsShareIsPutRightForBoth() {
    String text =
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: Pod
          metadata: {name: a, namespace: shop}
          spec: &spec
            hostPID: true
            containers: [{name: c, image: 'r.example/a:1'}]
        - apiVersion: v1
          kind: Pod
          metadata: {name: b, namespace: shop}
          spec: *spec
        """;
    String fixed = after(run(text), text);
    assertThat(fixed).doesNotContain("hostPID").contains("spec: *spec").contains("edera");
    assertThat(look(fixed).findings().stream().map(f -> f.finding().control().id()))
        .doesNotContain("host-pid", "missing-edera-runtime", "duplicate-key");
  }

  @Test
  void aKeyBesideAMergeKeyThatGivesItTooIsSaidToBeTwice() {
    String text =
        HEAD
            + """
              - &c
                name: one
                image: r.example/a:1
                tty: true
              - <<: *c
                name: two
            """;
    assertThat(of(text, "duplicate-key"))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.finding().path()).hasToString("spec.containers[1].name");
          assertThat(f.finding().message()).contains("<<").contains("strict API server");
        });
  }
}
