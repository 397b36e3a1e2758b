package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code access} lists of rights that are a part of a power: as the chain to it has them. */
class AccessPartsTest {
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String CSR = "certificates.k8s.io";

  @TempDir private Path dir;
  private Path file = Path.of("");

  @BeforeEach
  void write() {
    file = dir.resolve("a.yaml");
  }

  private void rules(String... rules) throws IOException {
    Files.writeString(
        file,
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: r}
        rules:
        %s
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: b}
        subjects: [{kind: ServiceAccount, name: s, namespace: a}]
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: b, namespace: a}
        subjects: [{kind: ServiceAccount, name: s, namespace: a}]
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
        """
            .formatted(String.join("\n", rules)));
  }

  private static String rule(String group, String resource, String verbs, String names) {
    String named = names.isEmpty() ? "" : ", resourceNames: [" + names + "]";
    return "- {apiGroups: ['%s'], resources: ['%s'], verbs: [%s]%s}"
        .formatted(group, resource, verbs, named);
  }

  private String access(String power, String format) {
    return Shell.run("access", file, "--account", "a/s", "--power", power, "--format", format)
        .out();
  }

  @ParameterizedTest
  @CsvSource({
    RBAC + ", clusterroles, escalate, change-access, denied, escalate alone",
    RBAC + ", clusterroles, bind, change-access, denied, bind alone",
    "'', groups, impersonate, impersonate, denied, groups alone",
    CSR + ", certificatesigningrequests/approval, update, approve-certificates, denied, approval",
    "'', pods/exec, get, exec, undetermined, get was enough before Kubernetes 1.35",
  })
  void aPartIsNoPower(
      String group, String resource, String verb, String power, String answer, String why)
      throws IOException {
    rules(rule(group, resource, verb, ""));

    assertThat(access(power, "text"))
        .contains("  %-12s %s: ".formatted(answer, power), why, "chain to " + power)
        .contains("rule 1 of ClusterRole r grants this part (" + file + ":5)")
        .doesNotContain("allowed", "reaches it");
    assertThat(access(power, "json"))
        .contains("\"answer\": \"" + answer + "\"", why, "rule 1 of ClusterRole r")
        .doesNotContain("\"allowed\"");
  }

  @Test
  void theOtherHalfMayBeInARoleThatIsNotOpened() throws IOException {
    rules(rule(RBAC, "clusterroles", "escalate", ""));
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "RoleBinding\nmetadata: {name: b, namespace: a}\n",
                "RoleBinding\nmetadata: {name: c, namespace: a}\n")
            .replaceFirst("(?s)(name: c.*)name: r}", "$1name: elsewhere}"));

    assertThat(access("change-access", "text"))
        .contains("undetermined change-access", "grants ClusterRole elsewhere");
  }

  @Test
  void bothHalvesAreThePower() throws IOException {
    rules(
        rule(RBAC, "clusterroles", "bind", "edit"),
        rule(RBAC, "clusterrolebindings", "create", ""));

    assertThat(access("change-access", "text"))
        .contains("allowed      change-access: may give rights to others or to itself: bind")
        .contains("bind clusterroles.rbac.authorization.k8s.io edit, in the whole cluster")
        .contains("reaches it")
        .doesNotContain("denied", "in a\n");
  }

  @Test
  void whatIsGivenByNameIsListedWithTheName() throws IOException {
    rules(
        rule("", "secrets", "get", "'tls', 'db'"),
        rule("", "nodes/proxy", "get", "n1"),
        rule(RBAC, "clusterroles", "'bind', 'escalate'", "edit"));

    assertThat(access("read-secrets", "text"))
        .contains("allowed      read-secrets: may read Secrets by name: get secrets tls; only")
        .contains("get secrets db; only the Secret db, in the whole cluster")
        .contains("chain to read-secrets: none known (ClusterRole r, rule 1: only the Secret");
    assertThat(access("reach-nodes", "text"))
        .contains("get nodes/proxy n1; only the node n1", "reaches it");
    assertThat(access("change-access", "text"))
        .contains("bind clusterroles.rbac.authorization.k8s.io edit; bind alone")
        .contains("escalate clusterroles.rbac.authorization.k8s.io edit; escalate alone");
  }
}
