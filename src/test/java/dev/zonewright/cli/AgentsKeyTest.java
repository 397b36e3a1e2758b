package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the review file lists under {@code agents} is judged as an AI agent. */
class AgentsKeyTest {
  private static final String WORKLOADS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: researcher, namespace: shop, labels: {zonewright.dev/workload: service}}
      spec:
        selector: {matchLabels: {app: researcher}}
        template:
          metadata: {labels: {app: researcher}}
          spec:
            runtimeClassName: edera
            containers: [{name: researcher, image: 'registry.example/researcher:1'}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: bare}
      spec:
        restartPolicy: Always
        containers: [{name: bare, image: 'registry.example/bare:1'}]
      """;

  @TempDir private Path dir;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(dir.resolve(".git"));
    Files.createDirectory(dir.resolve("manifests"));
    Files.writeString(dir.resolve("manifests/pods.yaml"), WORKLOADS);
  }

  private List<String> agentFindings() throws IOException {
    JsonNode review = Shell.run("review", dir.resolve("manifests"), "--format", "json").json();
    List<String> out = new ArrayList<>();
    for (JsonNode finding : review.path("findings")) {
      String control = finding.path("control").asString("");
      if (control.contains("agent") || control.equals("writable-root-filesystem")) {
        out.add(control + " " + finding.path("name").asString(""));
      }
    }
    return out;
  }

  private void review(String text) throws IOException {
    Files.writeString(dir.resolve("zonewright-review.yaml"), text);
  }

  @Test
  void whatIsListedIsJudgedAsOne() throws IOException {
    assertThat(agentFindings()).isEmpty();
    review("agents: [shop/Deployment/researcher]\n");
    assertThat(agentFindings())
        .contains("long-lived-agent researcher", "writable-root-filesystem researcher")
        .allMatch(f -> f.endsWith("researcher"));
  }

  @Test
  void anObjectWithoutANamespaceIsNamedByTheOneItLivesIn() throws IOException {
    review("agents: [default/Pod/bare]\n");
    assertThat(agentFindings()).isNotEmpty().allMatch(f -> f.endsWith("bare"));
    review("defaultNamespace: home\nagents: [home/Pod/bare]\n");
    assertThat(agentFindings()).isNotEmpty();
    review("defaultNamespace: home\nagents: [default/Pod/bare]\n");
    assertThat(agentFindings()).isEmpty();
  }

  @Test
  void itsRisksAreShownToo() throws IOException {
    Path manifests = dir.resolve("manifests");
    assertThat(Shell.run("review", manifests).out()).doesNotContain("Code execution");
    review("agents: [shop/Deployment/researcher]\n");
    assertThat(Shell.run("review", manifests, "--format", "markdown").out())
        .contains("Code execution");
  }

  @Test
  void whatNamesNoWorkloadIsToldWithItsLine() throws IOException {
    review(
        """
        agents:
          - shop/Deployment/researchr
          - researcher
          - default/Pod/bare
          - default/Pod/bare
        """);
    assertThat(Shell.run("review", dir.resolve("manifests")).out())
        .contains(
            "The agent shop/Deployment/researchr is not a workload",
            "Did you mean shop/Deployment/researcher?",
            "'researcher' names no workload: write NAMESPACE/KIND/NAME",
            "/Pod/bare is listed twice");
  }

  @Test
  void anExceptionThatIsWrittenTwiceIsTold() throws IOException {
    String entry =
        "  - {control: root-user, namespace: shop, reason: r, owner: o, expires: 2026-12-01}\n";
    review("exceptions:\n" + entry + entry);
    Shell run = Shell.run("review", dir.resolve("manifests"), "--today", "2026-11-28");
    assertThat(run.out())
        .contains("zonewright-review.yaml", "on namespace shop is written twice; the first one");
  }
}
