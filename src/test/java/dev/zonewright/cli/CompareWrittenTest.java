package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions that were written stand before or after, and objects of one name are told apart. */
class CompareWrittenTest {
  private static final String OPEN =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: out, namespace: shop}
      spec:
        podSelector: {}
        policyTypes: [Ingress, Egress]
        egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec: {containers: [{name: api, image: 'registry.example/api:1'}]}
      """;
  private static final String CLOSED =
      OPEN.replace("  egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]\n", "  egress: []\n");
  private static final String HOST =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec: {hostPID: true, containers: [{name: api, image: 'registry.example/api:1'}]}
      """;

  @TempDir private Path dir;

  private Path manifests(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path baseline(String name, Path of) {
    Path file = dir.resolve(name);
    assertThat(Shell.run("baseline", of, "-o", file).code()).isZero();
    return file;
  }

  private static JsonNode compared(Path before, Path after) {
    Shell shell = Shell.run("compare", before, after, "--format", "json");
    return JsonMapper.builder().build().readTree(shell.out());
  }

  private static List<String> objects(JsonNode list) {
    return list.valueStream().map(f -> f.get("object").asString()).distinct().toList();
  }

  @Test
  void aBaselineAfterIsComparedInAllThatItHolds() throws IOException {
    Path open = manifests("a.yaml", OPEN);
    Path closed = manifests("b.yaml", CLOSED);
    Path openThen = baseline("open.json", open);
    Path closedThen = baseline("closed.json", closed);
    JsonNode whole = compared(open, closed);
    assertThat(whole.get("risk").isEmpty()).isFalse();
    assertThat(whole.get("reachability").isEmpty()).isFalse();
    for (Path before : List.of(open, openThen)) {
      for (Path after : List.of(closed, closedThen)) {
        JsonNode compared = compared(before, after);
        assertThat(compared.get("notCompared").asString()).isEmpty();
        assertThat(compared.get("risk").valueStream().toList())
            .containsExactlyInAnyOrderElementsOf(whole.get("risk").valueStream().toList());
        assertThat(compared.get("reachability").size()).isEqualTo(whole.get("reachability").size());
      }
    }
    assertThat(Shell.run("compare", openThen, closedThen).out())
        .contains("shop  Node kubelet: open -> reduced (better)")
        .contains("shop -> internet, IPv4: allowed -> denied (better)");
  }

  @Test
  void aReviewAfterHoldsFindingsOnlyAndThatIsSaid() throws IOException {
    Path open = manifests("a.yaml", OPEN);
    Path closed = manifests("b.yaml", CLOSED);
    Path review =
        Files.writeString(
            dir.resolve("review.json"), Shell.run("review", closed, "--format", "json").out());
    JsonNode compared = compared(open, review);
    assertThat(compared.get("fixed").isEmpty()).isFalse();
    assertThat(compared.get("risk").isEmpty()).isTrue();
    assertThat(compared.get("notCompared").asString())
        .isEqualTo(
            "Residual risk, reachability and access are not compared: the version after does not"
                + " have them.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifests", "baseline", "review"})
  void oneOfSeveralObjectsOfOneNameIsRemovedNotFixed(String form) throws IOException {
    manifests("before/prod/api.yaml", HOST);
    manifests("before/stage/api.yaml", HOST);
    manifests("after/prod/api.yaml", HOST);
    Path before = dir.resolve("before");
    Path written =
        switch (form) {
          case "baseline" -> baseline("before.json", before);
          case "review" ->
              Files.writeString(
                  dir.resolve("before.json"),
                  Shell.run("review", before, "--format", "json").out());
          default -> before;
        };
    JsonNode compared = compared(written, dir.resolve("after"));
    assertThat(objects(compared.get("removed"))).contains("shop/Pod/api");
    assertThat(objects(compared.get("fixed"))).doesNotContain("shop/Pod/api");

    // the one that stays is made better: that is a fix, whatever became of the other
    manifests("after/prod/api.yaml", HOST.replace("hostPID: true, ", ""));
    JsonNode better = compared(written, dir.resolve("after"));
    assertThat(better.get("fixed").valueStream().map(f -> f.get("control").asString()))
        .contains("host-pid");
    assertThat(better.get("removed").valueStream().map(f -> f.get("control").asString()))
        .contains("host-pid");
  }
}
