package dev.zonewright.catalogue.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proposed as an agent, and the Job that runs one for one task. */
class AgentProposalsTest {
  private static final Analyzer ANALYZER =
      new Analyzer(
          List.of(new UndeclaredAgent(), new LongLivedAgent(), new RestartingAgent()),
          Profile.EDERA_REFERENCE);

  private static Analysis analyze(String text) {
    return ANALYZER.analyze(List.of(Manifest.of("a.yaml", text)));
  }

  private static List<String> proposed(String name, String image, String env) {
    return analyze(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: tools}
            spec:
              containers: [{name: main, image: "%s", env: [%s]}]
            """
                .formatted(name, image, env))
        .findings()
        .stream()
        .map(f -> f.finding().message())
        .toList();
  }

  @Test
  void namesThatOnlyAgentsHaveAreEnough() {
    for (String name :
        List.of(
            "ai-agent-workload", "llm-agent", "coding-agent-3", "crewai-worker", "agentic-flow")) {
      assertThat(proposed(name, "registry.example/main:1", "")).as(name).hasSize(1);
    }
    for (String image :
        List.of(
            "ghcr.io/example/claude-code:1", "localhost:5000/browser-use@sha256:0", "ai/agent")) {
      assertThat(proposed("main", image, ""))
          .singleElement()
          .asString()
          .contains("image ")
          .doesNotContain("sha256");
    }
  }

  @Test
  void whatWatchesNodesIsNotProposed() {
    for (String image :
        List.of(
            "antrea/antrea-agent-ubuntu:latest",
            "sysdig/agent",
            "ghcr.io/spiffe/spire-agent:1.5.4",
            "kserve/kserve-localmodelnode-agent:v0.16.0",
            "registry.k8s.io/agent-sandbox/agent-sandbox-controller:v0.4.6",
            "vllm/vllm-openai:v0.11.0",
            "grafana/agent:v0.40",
            "jenkins/inbound-agent",
            "ai.registry.example/agents/web:1")) {
      assertThat(proposed("main", image, "")).as(image).isEmpty();
    }
  }

  @Test
  void aModelAloneIsNotEnoughAndTheWordAloneNeither() {
    String model = "{name: ANTHROPIC_API_KEY, valueFrom: {secretKeyRef: {name: a, key: b}}}";
    assertThat(proposed("web", "web:1", model)).isEmpty();
    assertThat(proposed("helper-agent", "web:1", "")).isEmpty();
    assertThat(proposed("helper-agent", "web:1", model))
        .singleElement()
        .asString()
        .contains("variable ANTHROPIC_API_KEY", "name helper-agent");
    assertThat(proposed("web", "web:1", model + ", {name: MCP_SERVER, value: a}")).hasSize(1);
  }

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: coder, namespace: tools}
      spec:
        selector: {matchLabels: {app: coder}}
        template:
          metadata:
            labels: {app: coder, zonewright.dev/workload: agent, pod-template-hash: abc}
          spec:
            containers:
              - name: main
                image: coder:1
                resources: {limits: {cpu: 0.5, memory: 1Gi}}
                volumeMounts: [{name: kept, mountPath: /kept}, {name: work, mountPath: /work}]
            volumes:
              - name: work
                persistentVolumeClaim: {claimName: work}
        volumeClaimTemplates:
          - metadata: {name: kept}
            spec: {accessModes: [ReadWriteOnce]}
      """;

  private static FixRun fix(String text) {
    return new Fixer(ANALYZER).fixAll(analyze(text), _ -> true, true, () -> false);
  }

  private static String after(FixRun run) {
    return run.after().manifest("a.yaml").orElseThrow().stream().text();
  }

  @Test
  void theJobRunsTheSamePodOnceWithoutWhatLasts() {
    FixRun run = fix(DEPLOYMENT);
    assertThat(run.refused()).isEmpty();
    String text = after(run);
    assertThat(text).startsWith(DEPLOYMENT);
    assertThat(text.substring(DEPLOYMENT.length()))
        .contains("kind: Job", "activeDeadlineSeconds: 3600", "backoffLimit: 0")
        .contains("restartPolicy: Never", "cpu: \"0.5\"", "name: kept", "name: work")
        .doesNotContain("persistentVolumeClaim", "claimName", "pod-template-hash");
    // the old workload stays a finding, now without a fix: removing it is for people
    List<LocatedFinding> left = run.after().findings();
    assertThat(left).hasSize(1);
    assertThat(left.getFirst().finding().control().id()).isEqualTo("long-lived-agent");
    assertThat(left.getFirst().finding().fixes()).isEmpty();
  }

  @Test
  void theJobHasANameThatItsPodsCanHaveAsALabel() {
    String longest = "a".repeat(62);
    String text =
        after(fix(DEPLOYMENT.replace("{name: coder,", "{name: %s-agent,".formatted(longest))));
    assertThat(text.substring(text.indexOf("kind: Job"))).contains("name: " + longest + "\n");

    List<LocatedFinding> left = fix(text).after().findings();
    assertThat(left).hasSize(1);
    assertThat(left.getFirst().finding().message()).contains("in addition to its Job");
  }

  @Test
  void theJobTakesNothingThatControllersWroteAndNoVolumeThatLasts() {
    String text =
        after(
            fix(
                DEPLOYMENT
                    .replace("pod-template-hash: abc", "batch.kubernetes.io/job-name: other")
                    .replace(
                        "persistentVolumeClaim: {claimName: work}",
                        "cephfs: {monitors: ['10.0.0.1:6789']}")));
    assertThat(text.substring(text.indexOf("kind: Job")))
        .contains("name: work")
        .doesNotContain("job-name", "cephfs");
  }

  @Test
  void aPodOffersTheJobAsASecondFix() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: coder, labels: {zonewright.dev/workload: agent}}
        spec: {containers: [{name: main, image: coder}]}
        """;
    LocatedFinding finding = analyze(pod).findings().getFirst();
    assertThat(finding.finding().fixes()).hasSize(2);
    assertThat(finding.finding().fixes())
        .allMatch(f -> f.safety() == FixSafety.REVIEW)
        .last()
        .matches(f -> f.title().contains("Job"));
  }

  @Test
  void aPodWithAMergeKeyIsNotCopiedAndSaysWhy() {
    String merged = DEPLOYMENT.replaceFirst("(?m)^( *)volumes:", "$1<<: {hostname: a}\n$1volumes:");
    FixRun run = fix(merged);
    assertThat(after(run)).isEqualTo(merged);
    assertThat(run.refused()).hasSize(1);
    assertThat(run.refused().toString()).contains("merge key");
  }
}
