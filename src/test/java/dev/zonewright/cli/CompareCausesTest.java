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
import tools.jackson.databind.json.JsonMapper;

/** What caused a difference, and what is reached and may be done in another way than before. */
class CompareCausesTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: %s, namespace: %s, labels: {app: %1$s}}
      spec:
        runtimeClassName: edera
      %s  containers:
        - name: app
          image: registry.example/app:1
          env: [{name: PASSWORD, value: %s}]
      ---
      """;

  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: closed, namespace: shop}
      spec:
        podSelector: {}
        policyTypes: [Ingress, Egress]
        egress:
        - to:
          - ipBlock: {cidr: %s}
      ---
      """;

  private static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: deployer, namespace: shop}
      rules: [{apiGroups: [""], resources: [pods], verbs: [%s]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: release, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer}
      subjects: [{kind: ServiceAccount, name: ci, namespace: shop}]
      """;

  @TempDir private Path dir;

  @BeforeEach
  void repository() throws IOException {
    Files.createDirectory(dir.resolve(".git"));
  }

  private Path version(String name, String text) throws IOException {
    Path folder = Files.createDirectories(dir.resolve(name));
    Files.writeString(folder.resolve("shop.yaml"), text);
    return folder;
  }

  private Path before() throws IOException {
    return version(
        "before",
        POD.formatted("api", "shop", "", "correct-horse-battery")
            + POLICY.formatted("10.20.0.0/16")
            + ROLE.formatted("get"));
  }

  private static JsonNode json(Path before, Path after) {
    return Shell.run("compare", before, after, "--format", "json").json();
  }

  private static List<String> causes(JsonNode list) {
    List<String> out = new ArrayList<>();
    list.forEach(
        f -> out.add(f.path("control").asString("") + ": " + f.path("cause").asString("")));
    return out;
  }

  @Test
  void oneLineThatChangedHeadsAllThatItCaused() throws IOException {
    Path after =
        version(
            "after",
            "# moved\n\n"
                + POD.formatted("api", "shop", "  hostPID: true\n", "correct-horse-battery")
                + POLICY.formatted("0.0.0.0/0")
                + ROLE.formatted("get"));
    assertThat(causes(json(before(), after).get("added")))
        .contains(
            "host-pid: shop.yaml:8  hostPID: true added",
            "reachable-metadata-endpoint: shop.yaml:22  cidr: 10.20.0.0/16 became 0.0.0.0/0",
            "unrestricted-internet-egress: shop.yaml:22  cidr: 10.20.0.0/16 became 0.0.0.0/0");
    String text = Shell.run("compare", before(), after).out();
    assertThat(text.split("because of shop.yaml:22  cidr", -1)).hasSize(2);
    assertThat(Shell.run("compare", before(), after, "--format", "markdown").out())
        .contains("| | **because of** | shop.yaml:8  hostPID: true added | |");
  }

  @Test
  void anObjectThatComesOrGoesIsTheCause() throws IOException {
    Path after =
        version(
            "after",
            POD.formatted("web", "shop", "", "correct-horse-battery") + ROLE.formatted("get"));
    JsonNode compared = json(before(), after);
    assertThat(causes(compared.get("added"))).contains("root-user: shop.yaml:1  new Pod web");
    assertThat(causes(compared.get("removed"))).contains("root-user: shop.yaml  Pod api is gone");
  }

  @Test
  void aSecretIsNeverShown() throws IOException {
    Path after =
        version(
            "after",
            POD.formatted("api", "shop", "", "staple-battery-horse")
                + POLICY.formatted("10.20.0.0/16")
                + ROLE.formatted("get"));
    for (String format : List.of("text", "json", "markdown")) {
      assertThat(Shell.run("compare", before(), after, "--format", format).out())
          .doesNotContain("horse");
    }
  }

  @Test
  void whatIsReachedAndMayBeDoneIsToldFromTo() throws IOException {
    Path after =
        version(
            "after",
            POD.formatted("api", "shop", "", "correct-horse-battery")
                + POLICY.formatted("0.0.0.0/0")
                + ROLE.formatted("get, create"));
    Path baseline = dir.resolve("baseline.json");
    Shell.run("baseline", before(), "-o", baseline);
    for (Path was : List.of(before(), baseline)) {
      JsonNode compared = json(was, after);
      assertThat(compared.get("notCompared").asString()).isEmpty();
      assertThat(compared.get("reachability").valueStream())
          .anySatisfy(way -> {
            assertThat(way.get("tenant").asString()).isEqualTo("shop");
            assertThat(way.get("to").asString()).isEqualTo("internet, IPv4");
            assertThat(way.get("from").asString()).isEqualTo("denied");
            assertThat(way.get("now").asString()).isEqualTo("allowed");
            assertThat(way.get("trend").asString()).isEqualTo("worse");
            assertThat(way.get("place").asString()).endsWith("shop.yaml:18");
          });
      assertThat(compared.get("access").valueStream())
          .anySatisfy(right -> {
            assertThat(right.get("account").asString()).isEqualTo("shop/ci");
            assertThat(right.get("power").asString()).isEqualTo("create-pods");
            assertThat(right.get("now").asString()).isEqualTo("reaches");
            assertThat(right.get("trend").asString()).isEqualTo("worse");
          });
      assertThat(Shell.run("compare", was, after).out())
          .contains("shop -> internet, IPv4: denied -> allowed (worse)")
          .contains("shop/ci, create-pods: without a path -> reaches it (worse)");
    }
  }

  @Test
  void aReviewHoldsNoReachabilityAndThatIsSaid() throws IOException {
    Path review = dir.resolve("review.json");
    Files.writeString(review, Shell.run("review", before(), "--format", "json").out());
    assertThat(Shell.run("compare", review, before()).out())
        .contains("Nothing changed: ")
        .contains("not compared: the version before does not have them.");
  }

  @Test
  void whatAnExceptionCoversIsNotPutDownToAnObject() throws IOException {
    String pod = POD.formatted("api", "shop", "  hostPID: true\n", "correct-horse-battery");
    Path open = version("open", pod);
    Path covered = version("covered", pod + ROLE.formatted("get"));
    Files.writeString(
        covered.resolve("zonewright-review.yaml"),
        """
        exceptions:
          - {control: host-pid, namespace: shop, reason: r, owner: o, expires: 2026-12-01}
        """);
    List<String> review = List.of("host-pid: what the review file says, or the day");
    JsonNode accepted =
        Shell.run("compare", open, covered, "--format", "json", "--today", "2026-11-27").json();
    assertThat(causes(accepted.get("accepted"))).isEqualTo(review);
    JsonNode added =
        Shell.run("compare", covered, open, "--format", "json", "--today", "2026-11-27").json();
    assertThat(causes(added.get("added"))).containsAll(review);
  }

  /** Of an agent of the nodes more is wanted than of the workload beside it. */
  @Test
  void whatIsWantedOfAWayIsTheSameInWhateverOrderItsWorkloadsStand() throws IOException {
    String agent =
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: ingest, namespace: shop}
        spec:
          selector: {matchLabels: {app: ingest}}
          template:
            metadata: {labels: {app: ingest}}
            spec: {hostPID: true, containers: [{name: a, image: 'a:1'}]}
        ---
        """;
    String pod = POD.formatted("api", "shop", "", "correct-horse-battery");
    String other = POD.formatted("web", "bank", "", "correct-horse-battery");
    List<JsonNode> ways = new ArrayList<>();
    for (String text : List.of(agent + pod + other, other + pod + agent)) {
      Path baseline = dir.resolve("baseline" + ways.size() + ".json");
      Shell.run("baseline", version("order" + ways.size(), text), "-o", baseline);
      ways.add(JsonMapper.shared().readTree(Files.readString(baseline)).at("/reachability/ways"));
    }
    assertThat(ways.getFirst().values())
        .containsExactlyInAnyOrderElementsOf(ways.getLast().values());
  }
}
