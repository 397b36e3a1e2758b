package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Objects that name no namespace count for the one that the command or the review file names. */
class NamespaceOptionTest {
  private static final String RENDERED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        serviceAccountName: web
        containers: [{name: web, image: 'registry.example/web:1', ports: [{containerPort: 8080}]}]
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: web}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: web}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
      subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: none, namespace: shop}
      spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
      """;

  /** The same, with the namespace in each object. */
  private static final String WRITTEN =
      RENDERED.replaceAll("\\{name: web([},])(?! image)", "{name: web, namespace: shop$1");

  @TempDir private Path dir;

  @BeforeEach
  void endOfTheSearch() throws IOException {
    Files.createDirectory(dir.resolve(".git"));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(dir.resolve("rendered.yaml"), text);
  }

  private void review(String text) throws IOException {
    Files.writeString(dir.resolve("zonewright-review.yaml"), text);
  }

  private static Set<String> tenants(Shell shell) {
    Set<String> out = new TreeSet<>();
    JsonNode json = shell.json();
    json.path("findings").forEach(f -> out.add(f.path("tenant").asString("")));
    json.path("workloads").forEach(w -> out.add(w.path("tenant").asString("")));
    out.remove("");
    return out;
  }

  /** What is found, without where. */
  private static List<String> fingerprints(Shell shell) {
    return shell
        .json()
        .path("findings")
        .valueStream()
        .map(f -> f.path("fingerprint").asString(""))
        .sorted()
        .toList();
  }

  @Test
  void aReviewOfStandardInputCountsForIt() {
    Shell without = Shell.withInput(RENDERED, "review", "--format", "json", "-");
    assertThat(tenants(without)).contains("default");

    Shell with = Shell.withInput(RENDERED, "review", "-n", "shop", "--format", "json", "-");
    Shell written = Shell.withInput(WRITTEN, "review", "--format", "json", "-");
    assertThat(tenants(with)).containsExactly("shop");
    assertThat(fingerprints(with)).isNotEmpty().isEqualTo(fingerprints(written));
  }

  @Test
  void theOptionWinsOverTheReviewFile() throws IOException {
    Path file = file(RENDERED);
    review("defaultNamespace: home\ntenants: {retail: [shop]}\n");
    assertThat(tenants(Shell.run("review", "--format", "json", file))).containsExactly("home");
    assertThat(tenants(Shell.run("review", "--namespace", "shop", "--format", "json", file)))
        .containsExactly("retail");
  }

  @Test
  void theReviewFileMeansTheSameAsTheOption() throws IOException {
    Path file = file(RENDERED);
    Shell option = Shell.run("review", "-n", "shop", "--format", "json", file);
    Shell reach = Shell.run("reach", "-n", "shop", file);
    Shell access = Shell.run("access", "--default-namespace", "shop", file);
    Shell runbook = Shell.run("runbook", "-n", "shop", "--workload", "shop/Pod/web", file);
    review("defaultNamespace: shop\n");
    assertThat(fingerprints(Shell.run("review", "--format", "json", file)))
        .isEqualTo(fingerprints(option));
    assertThat(Shell.run("reach", file).out()).isEqualTo(reach.out());
    assertThat(Shell.run("access", file).out()).isEqualTo(access.out());
    assertThat(Shell.run("runbook", "--workload", "shop/Pod/web", file).out())
        .isNotEmpty()
        .isEqualTo(runbook.out());
  }

  @Test
  void policiesOfTheNamespaceIsolateItsPods() {
    Object[] question = {"reach", "--to", "internet", "-"};
    assertThat(Shell.withInput(RENDERED, question).out())
        .contains("default/Pod/web")
        .doesNotContain("denied");
    assertThat(Shell.withInput(RENDERED, "reach", "-n", "shop", "--to", "internet", "-").out())
        .contains("shop/Pod/web", "denied");
  }

  @Test
  void bindingsOfTheNamespaceGrantThere() {
    String[] can = {
      "access", "--account", "shop/web", "--can", "get", "pods", "--namespace", "shop"
    };
    assertThat(Shell.withInput(RENDERED, with(can, "-")).out()).contains("denied");
    assertThat(Shell.withInput(RENDERED, with(can, "--default-namespace", "shop", "-")).out())
        .contains("allowed");
  }

  private static Object[] with(String[] words, String... more) {
    List<Object> all = new ArrayList<>(List.of((Object[]) words));
    all.addAll(List.of((Object[]) more));
    return all.toArray();
  }

  @Test
  void aFixLeavesTheNamespaceAsItIsAndFindsItsObjects() throws IOException {
    Path file = file(RENDERED);
    Shell fixed = Shell.run("fix", "--write", "--include-review", "-n", "shop", file);
    assertThat(fixed.err()).doesNotContain("is no longer there", "is not opened");
    String text = Files.readString(file);
    assertThat(text)
        .contains("runtimeClassName: edera", "metadata: {name: web, labels: {app: web}")
        .doesNotContain("namespace: default");
    Shell written = Shell.run("fix", "--write", "--include-review", file(WRITTEN));
    // what is added is a line shorter without a namespace
    assertThat(withoutLines(fixed)).isEqualTo(withoutLines(written));
  }

  private static String withoutLines(Shell fix) {
    return fix.err().replaceAll("yaml:\\d+", "yaml");
  }

  @Test
  void whatWasInvalidBeforeRefusesNoFix() {
    String invalid =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          restartPolicy: Sometimes
          containers: [{name: web, image: 'registry.example/web:1'}]
        """;
    Shell fixed = Shell.withInput(invalid, "fix", "--include-review", "-n", "shop", "-");
    assertThat(fixed.out()).contains("runtimeClassName: edera");
    assertThat(fixed.err()).doesNotContain("Kubernetes would refuse the result");
  }

  @Test
  void anObjectThatAFixAddsNamesNoNamespaceWhereThoseBesideItNameNone() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: web, image: 'registry.example/web:1'}]}
        """;
    Shell fixed = Shell.withInput(pod, "fix", "--include-review", "-n", "shop", "-");
    assertThat(fixed.out()).contains("+kind: NetworkPolicy").doesNotContain("namespace: shop");
    assertThat(fixed.err()).doesNotContain("open-egress", "open-ingress");
  }

  @Test
  void objectsOfTheClusterStayTheClusters() {
    String cluster =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: web, image: 'registry.example/web:1'}]}
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: GatewayClass
        metadata: {name: outside}
        spec: {controllerName: example.com/gateway}
        ---
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: AdminNetworkPolicy
        metadata: {name: closed}
        spec:
          priority: 5
          subject: {namespaces: {}}
          ingress: [{name: all, action: Deny, from: [{namespaces: {}}]}]
        """;
    Shell reach =
        Shell.withInput(
            cluster, "reach", "-n", "shop", "--from", "shop/Pod/web", "--to", "shop/Pod/web", "-");
    assertThat(reach.out()).contains("AdminNetworkPolicy closed").doesNotContain("shop/closed");
    assertThat(tenants(Shell.withInput(cluster, "review", "-n", "shop", "--format", "json", "-")))
        .containsExactly("shop");
  }

  @Test
  void whereObjectsGoIsNotOpenOnceItIsSaid() throws IOException {
    String mixed =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a, namespace: shop}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: b, namespace: shop}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c}
        """;
    assertThat(Shell.withInput(mixed, "review", "-").out()).contains("missing-namespace");
    assertThat(Shell.withInput(mixed, "review", "-n", "shop", "-").out())
        .doesNotContain("missing-namespace");
    Path file = file(mixed);
    review("defaultNamespace: shop\n");
    assertThat(Shell.run("review", file).out()).doesNotContain("missing-namespace");
  }

  @Test
  void versionsAreComparedByIt() throws IOException {
    Path before = Files.writeString(dir.resolve("before.yaml"), WRITTEN);
    Path after = Files.writeString(dir.resolve("after.yaml"), RENDERED);
    assertThat(Shell.run("compare", before, after).code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(Shell.run("compare", "-n", "shop", before, after).code()).isEqualTo(ExitCode.CLEAN);
    Path baseline = dir.resolve("baseline.json");
    assertThat(Shell.run("baseline", "-n", "shop", "-o", baseline, after).code()).isZero();
    assertThat(Shell.run("review", "--new-only", "--baseline", baseline, before).code()).isZero();
  }

  @Test
  void checklistAndReportCountForItToo() throws IOException {
    assertThat(Shell.withInput(RENDERED, "checklist", "-n", "shop", "-").out())
        .contains("Tenant shop")
        .doesNotContain("Tenant default");
    Path report = dir.resolve("report.csv");
    Shell.run("report", "-n", "shop", "-o", report, file(RENDERED));
    assertThat(Files.readString(report)).contains("shop").doesNotContain("default,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shop", "a_b", "-a", "a.b", "shop/web"})
  void aNameThatNoNamespaceHasIsRefused(String name) {
    for (String command : List.of("review", "fix", "reach", "checklist", "baseline")) {
      Shell shell = Shell.withInput(RENDERED, command, "--namespace=" + name, "-");
      assertThat(shell.code()).as(command).isEqualTo(ExitCode.USAGE);
      assertThat(shell.err())
          .contains("'--namespace': '" + name + "' is not the name of a namespace");
    }
    assertThat(Shell.withInput(RENDERED, "access", "--default-namespace=" + name, "-").err())
        .contains("'--default-namespace': '" + name + "' is not the name of a namespace");
  }
}
