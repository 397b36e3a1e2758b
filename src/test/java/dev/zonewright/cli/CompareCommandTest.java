package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: %s, namespace: shop}
      spec:
        runtimeClassName: edera
      %s  containers: [{name: api, image: 'registry.example/api:1'}]
      """;

  @TempDir private Path dir;

  private Path version(String name, String... documents) throws IOException {
    Path folder = Files.createDirectory(dir.resolve(name));
    for (int i = 0; i < documents.length; i++) {
      Files.writeString(folder.resolve("%d.yaml".formatted(i)), documents[i]);
    }
    return folder;
  }

  private static JsonNode json(Shell shell) {
    return JsonMapper.builder().build().readTree(shell.out());
  }

  @Test
  void whatMovedIsUnchangedAndTheRestIsSorted() throws IOException {
    String hostPid = POD.formatted("api", "  hostPID: true\n");
    Path before = version("before", hostPid, POD.formatted("old", "  hostIPC: true\n"));
    Path after =
        version("after", "# moved down\n\n" + POD.formatted("api", "  hostNetwork: true\n"));
    Shell shell = Shell.run("compare", before, after, "--format", "json");
    assertThat(shell.code()).isOne();
    JsonNode compared = json(shell);
    assertThat(compared.get("added").valueStream().map(f -> f.get("control").asString()))
        .containsExactly("host-network");
    assertThat(compared.get("fixed").valueStream().map(f -> f.get("control").asString()))
        .containsExactly("host-pid");
    assertThat(compared.get("removed").valueStream().map(f -> f.get("object").asString()))
        .isNotEmpty()
        .containsOnly("shop/Pod/old");
    assertThat(compared.get("unchanged").asInt()).isPositive();
    assertThat(compared.get("risk").valueStream().map(r -> r.get("row").asString()))
        .contains("edera-pid-namespace");
    assertThat(shell.code()).isOne();
  }

  @Test
  void aReviewInJsonIsABaseline() throws IOException {
    Path now = version("now", POD.formatted("api", "  hostPID: true\n"));
    Path baseline =
        Files.writeString(
            dir.resolve("baseline.json"), Shell.run("review", now, "--format", "json").out());
    Shell same = Shell.run("compare", baseline, now);
    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("0 added, 0 fixed, 0 removed with their object");
    Files.writeString(now.resolve("1.yaml"), POD.formatted("new", "  hostIPC: true\n"));
    Shell more = Shell.run("compare", baseline, now, "--format", "markdown");
    assertThat(more.code()).isOne();
    assertThat(more.out()).contains("| high | host-ipc | shop/Pod/new |");
    assertThat(Shell.run("compare", baseline, now, "--fail-on", "critical").code()).isZero();
  }

  @Test
  void wrongUseIsTwoAndWhatCannotBeReadIsThree() throws IOException {
    Path now = version("now", "kind: Pod\n\tbad: [\n");
    assertThat(Shell.run("compare", now).code()).isEqualTo(2);
    assertThat(Shell.run("compare", now, "-").code()).isEqualTo(2);
    assertThat(Shell.run("compare", now, now).code()).isEqualTo(3);
  }
}
