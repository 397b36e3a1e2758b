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
        automountServiceAccountToken: false
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
  void aTenantThatComesOrGoesIsNamedWithItsLevels() throws IOException {
    String pod = POD.formatted("api", "  hostPID: true\n");
    Path before = version("before", pod, pod.replace("shop", "stays"));
    Path after = version("after", pod.replace("shop", "store"), pod.replace("shop", "stays"));
    JsonNode tenants = json(Shell.run("compare", before, after, "--format", "json")).get("tenants");
    assertThat(tenants.valueStream().map(t -> t.get("tenant").asString()))
        .containsExactly("store", "shop");
    assertThat(tenants.valueStream().map(t -> t.get("change").asString()))
        .containsExactly("new", "gone");
    assertThat(tenants.get(0).get("rows").get("open").asInt()).isPositive();
    String text = Shell.run("compare", before, after).out();
    assertThat(text).contains("Residual risk\n  store  new tenant: rows ");
    assertThat(text).contains("  shop  tenant removed: rows ");
    assertThat(Shell.run("compare", before, after, "--format", "markdown").out())
        .contains("- store: new tenant: rows ");
  }

  @Test
  void aReviewDoesNotHoldTheRiskAndThatIsSaid() throws IOException {
    Path after = version("after", POD.formatted("api", ""));
    Path review = dir.resolve("review.json");
    Files.writeString(review, Shell.run("review", after, "--format", "json").out());
    JsonNode compared = json(Shell.run("compare", review, after, "--format", "json"));
    assertThat(compared.get("tenants").isEmpty()).isTrue();
    assertThat(compared.get("notCompared").asString())
        .isEqualTo(
            "Residual risk, reachability and access are not compared: the version before does not"
                + " have them.");
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

  @Test
  void aRenamedContainerIsMovedUnlessItMayBeAnother() throws IOException {
    String one = POD.formatted("api", "");
    Path before = version("before", one);
    Path after = version("after", one.replace("name: api, image", "name: web, image"));
    Shell renamed = Shell.run("compare", before, after, "--format", "json");
    assertThat(renamed.code()).isZero();
    JsonNode compared = json(renamed);
    assertThat(compared.get("added").size()).isZero();
    assertThat(compared.get("fixed").size()).isZero();
    assertThat(compared.get("moved").valueStream())
        .isNotEmpty()
        .allSatisfy(f -> {
          assertThat(f.get("container").asString()).isEqualTo("web");
          assertThat(f.get("was").get("container").asString()).isEqualTo("api");
        });
    assertThat(Shell.run("compare", before, after).out()).contains("shop/Pod/api/web (was api)");

    Path two =
        version(
            "two",
            one.replace(
                "[{name: api, image: 'registry.example/api:1'}]",
                "[{name: b, image: 'r.example/b:1'}, {name: c, image: 'r.example/c:1'}]"));
    JsonNode unclear = json(Shell.run("compare", before, two, "--format", "json"));
    assertThat(unclear.get("moved").size()).isZero();
    assertThat(unclear.get("added").size()).isPositive();
  }

  @Test
  void whatGetsMoreSevereCounts() throws IOException {
    Path before = version("before", POD.formatted("api", "  hostPID: true\n"));
    Path after =
        version(
            "after",
            POD.formatted("api", "  hostPID: true\n").replace("runtimeClassName: edera", ""));
    JsonNode compared = json(Shell.run("compare", before, after, "--format", "json"));
    assertThat(compared.get("moreSevere").valueStream())
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.get("severity")).isNotEqualTo(f.get("was").get("severity")));
    assertThat(Shell.run("compare", before, after, "--format", "markdown").out())
        .contains("more severe")
        .contains("| More severe |");
  }

  @Test
  void aBaselineHoldsRiskLevels() throws IOException {
    Path now = version("now", POD.formatted("api", ""));
    Path baseline = dir.resolve("b.json");
    Shell.run("baseline", now, "-o", baseline);
    Files.writeString(now.resolve("0.yaml"), POD.formatted("api", "  hostPID: true\n"));
    JsonNode compared = json(Shell.run("compare", baseline, now, "--format", "json"));
    assertThat(compared.get("risk").valueStream().map(r -> r.get("row").asString()))
        .contains("edera-pid-namespace");
    JsonNode back = json(Shell.run("compare", now, baseline, "--format", "json"));
    assertThat(back.get("fixed").valueStream().map(f -> f.get("control").asString()))
        .contains("host-pid");
    assertThat(back.get("removed").size()).isZero();
  }

  @Test
  void whatIsAboutNoObjectIsFixed() throws IOException {
    Path before = version("before", POD.formatted("api", ""));
    Path after = version("after", POD.formatted("api", ""));
    Files.writeString(before.resolve("zonewright-review.yaml"), "exception: []\n");
    Files.writeString(after.resolve("zonewright-review.yaml"), "exceptions: []\n");
    JsonNode compared = json(Shell.run("compare", before, after, "--format", "json"));
    assertThat(compared.get("fixed").valueStream().map(f -> f.get("control").asString()))
        .containsExactly("invalid-review-entry");
    assertThat(compared.get("removed").size()).isZero();
  }
}
