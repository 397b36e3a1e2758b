package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code access} tells the shortest chain to a power, with lines and cuts, and what stops it. */
class AccessChainTest {
  private static final String SHOP =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels: {pod-security.kubernetes.io/enforce: restricted}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: reader, namespace: shop}
      spec:
        serviceAccountName: reader
        containers: [{name: a, image: 'registry.example/a:1'}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: read, namespace: shop}
      rules:
      - {apiGroups: [""], resources: [secrets], verbs: [get]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: read, namespace: shop}
      subjects:
      - {kind: ServiceAccount, name: reader, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: read}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: work, namespace: shop}
      rules:
      - {apiGroups: [apps], resources: [deployments], verbs: [create]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: work, namespace: shop}
      subjects:
      - {kind: ServiceAccount, name: operator, namespace: shop}
      - {kind: Group, name: developers}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: work}
      """;

  @TempDir private Path dir;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(dir.resolve("shop.yaml"), SHOP);
  }

  @Test
  void theChainStandsBelowTheAnswerOfItsAccount() {
    String out = Shell.run("access", file, "--power", "read-secrets").out();
    int operator = out.indexOf("shop/operator\n");
    int reader = out.indexOf("\nshop/reader\n");
    assertThat(operator).isNotNegative().isLessThan(reader);
    assertThat(out.substring(operator, reader))
        .contains(
            """
              denied       read-secrets: may read Secrets, in the whole cluster
                  no rule grants it directly
            """,
            "  chain to read-secrets: reaches it in 7 hops\n",
            "2. RoleBinding work: names the account (",
            "shop.yaml:37); cut: Remove the subject",
            "4. ServiceAccount shop/reader: runs a pod as shop/reader\n",
            "shop.yaml:18); cut: Narrow the rule");
  }

  @Test
  void powersThatTheSameChainGrantsAreOneBlock() throws IOException {
    Path boss =
        Files.writeString(
            dir.resolve("boss.yaml"),
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: boss}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
            subjects: [{kind: ServiceAccount, name: boss, namespace: acme}]
            """);
    String out = Shell.run("access", boss, "--account", "acme/boss").out();
    assertThat(out)
        .contains(
            "  chain to each of 15 powers: reaches it in 4 hops\n",
            "      4. everything: may do everything\n      4. read-secrets: may read Secrets\n",
            "other chains to each: see --power POWER\n",
            // a chain with a hop of its own stands alone
            "  chain to create-pods: reaches it in 5 hops\n");
    assertThat(out.split("ClusterRole cluster-admin: rule 1", -1)).hasSize(3);
    // programs read each chain whole
    JsonNode chains =
        JsonMapper.shared()
            .readTree(Shell.run("access", boss, "--account", "acme/boss", "--format", "json").out())
            .get("chains");
    assertThat(chains.size()).isEqualTo(16);
    assertThat(chains).allSatisfy(c -> assertThat(c.get("hops").size()).isPositive());
  }

  @Test
  void anAccountAloneIsToldEveryPowerThatThereIsAWayTo() {
    String out = Shell.run("access", file, "--account", "shop/operator").out();
    assertThat(out)
        .contains("chain to read-secrets: reaches it")
        .contains("chain to create-pods: stopped by Namespace shop")
        .doesNotContain("chain to exec");
    assertThat(Shell.run("access", file).out()).doesNotContain("chain to");
  }

  @Test
  void whoIsNoServiceAccountHasChainsToo() {
    Shell shell =
        Shell.run("access", file, "--account", "user:jane+developers", "--power", "read-secrets");
    assertThat(shell.out())
        .contains(
            "reaches it", "1. user:jane+developers: asks the API server", "names Group developers");
    Shell other = Shell.run("access", file, "--account", "user:jane", "--power", "read-secrets");
    assertThat(other.out()).contains("chain to read-secrets: none known");
  }

  @Test
  void jsonHasChainsBesideTheAnswers() {
    Shell shell =
        Shell.run(
            "access",
            file,
            "--account",
            "shop/operator",
            "--power",
            "create-pods",
            "--format",
            "json");
    JsonNode root = JsonMapper.shared().readTree(shell.out());
    assertThat(root.path("answers").path(0).path("answer").asString("")).isEqualTo("allowed");
    JsonNode chain = root.path("chains").path(0);
    assertThat(root.path("chains")).hasSize(1);
    assertThat(chain.path("account").asString("")).isEqualTo("shop/operator");
    assertThat(chain.path("power").asString("")).isEqualTo("create-pods");
    assertThat(chain.path("outcome").asString("")).isEqualTo("stopped");
    JsonNode last = chain.path("hops").path(chain.path("hops").size() - 1);
    assertThat(last.path("kind").asString("")).isEqualTo("admission");
    assertThat(last.path("title").asString("")).isEqualTo("Namespace shop");
    assertThat(last.path("text").asString("")).startsWith("enforces restricted");
    assertThat(last.path("file").asString("")).endsWith("shop.yaml");
    assertThat(last.path("line").asInt(0)).isEqualTo(5);
    assertThat(chain.path("hops").path(1).path("cut").asString("")).isEqualTo("Remove the subject");
    JsonNode none = Shell.run("access", file, "--format", "json").json();
    assertThat(none.path("chains").isArray()).isTrue();
    assertThat(none.path("chains")).isEmpty();
  }

  @Test
  void whatIsLeftWhenTheFirstChainIsCutIsToldToo() throws IOException {
    String again =
        SHOP.substring(SHOP.lastIndexOf("---")).replace("name: work, n", "name: again, n");
    Path two = Files.writeString(dir.resolve("two.yaml"), SHOP + again);
    assertThat(
            Shell.run("access", two, "--account", "shop/operator", "--power", "create-pods").out())
        .containsSubsequence(
            "  chain to create-pods: stopped by Namespace shop\n",
            "2. RoleBinding work: ",
            "  another chain to create-pods: stopped by Namespace shop\n",
            "2. RoleBinding again: ");
    assertThat(Shell.run("access", two, "--account", "shop/operator").out())
        .contains("      and 1 other chain: see --power create-pods\n")
        .doesNotContain("another chain");

    JsonNode json =
        Shell.run("access", two, "--account", "shop/operator", "--format", "json").json();
    JsonNode others = json.path("chains").path(0).path("others");
    assertThat(others).hasSize(1);
    assertThat(others.path(0).path("outcome").asString("")).isEqualTo("stopped");
    assertThat(others.path(0).path("hops").path(1).path("title").asString(""))
        .isEqualTo("RoleBinding again");
  }

  @Test
  void lineAndChainSayTheSameOfACustomResource() throws IOException {
    Path custom =
        Files.writeString(
            dir.resolve("custom.yaml"),
            SHOP.replace("enforce: restricted", "warn: restricted")
                .replace(
                    "apiGroups: [apps], resources: [deployments]",
                    "apiGroups: [argoproj.io], resources: [workflows]"));
    String out = Shell.run("access", custom, "--power", "create-pods").out();
    assertThat(out)
        .contains(
            "  allowed      create-pods: may create pods, with a hostPath if nothing stops it:"
                + " create workflows.argoproj.io, in shop",
            "  chain to create-pods: reaches it in 5 hops");
    assertThat(Shell.run("access", custom, "--account", "shop/operator").out())
        .contains("allowed      create-pods: ", "chain to create-pods: reaches it");
    assertThat(Shell.run("review", custom).out()).contains("pod-creating-account  Role shop/work");
  }

  @Test
  void aPowerByARoleThatIsNotOpenedIsUndetermined() throws IOException {
    Path gone =
        Files.writeString(dir.resolve("gone.yaml"), SHOP.replace("name: work}\n", "name: gone}\n"));
    assertThat(Shell.run("access", gone, "--account", "shop/operator", "--power", "exec").out())
        .contains("  undetermined exec: ", "chain to exec: undetermined");
  }

  @Test
  void anAccountThatNoManifestSpeaksOfIsAnsweredWithTheOneThatIsNear() {
    Shell result = Shell.run("access", file, "--account", "shop/operater");
    assertThat(result.err())
        .isEqualTo(
            "No manifest mentions ServiceAccount shop/operater: did you mean shop/operator or"
                + " shop/reader? The answer is the one for any account there.\n");
    assertThat(Shell.run("access", file, "--account", "shop/operator").err()).isEmpty();
  }

  @Test
  void optionsThatWouldBeIgnoredAreRefused() {
    for (String option : new String[] {"--name", "--namespace"}) {
      Shell result = Shell.run("access", file, "--account", "shop/operator", option, "x");
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).startsWith("'--name' and '--namespace' need '--can'");
    }
    Shell both =
        Shell.run(
            "access",
            file,
            "--account",
            "shop/operator",
            "--can",
            "get",
            "pods",
            "--power",
            "exec");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).startsWith("Ask with '--can' or with '--power', not both.");
  }
}
