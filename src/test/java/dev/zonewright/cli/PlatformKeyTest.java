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

/** What the review file lists under {@code platform} is no tenant, and keeps its findings. */
class PlatformKeyTest {
  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        runtimeClassName: edera
        containers: [{name: api, image: 'registry.example/api:1'}]
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: logging}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: collector, namespace: logging}
      spec:
        hostPID: true
        containers: [{name: collector, image: 'registry.example/collector:1'}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: dns, namespace: kube-system}
      spec:
        containers: [{name: dns, image: 'registry.example/dns:1'}]
      """;

  @TempDir private Path dir;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(dir.resolve(".git"));
    Files.writeString(dir.resolve("pods.yaml"), PODS);
  }

  private void review(String text) throws IOException {
    Files.writeString(dir.resolve("zonewright-review.yaml"), text);
  }

  private static List<String> marked(JsonNode list) {
    List<String> out = new ArrayList<>();
    for (JsonNode item : list) {
      if (item.path("platform").asBoolean(false)) {
        out.add(item.path("tenant").asString(""));
      }
    }
    return out;
  }

  private JsonNode json(String command) {
    String out = Shell.run(command, dir, "--format", "json").out();
    return JsonMapper.shared().readTree(out);
  }

  private List<String> checklists() {
    List<String> out = new ArrayList<>();
    json("checklist").path("tenants").forEach(t -> out.add(t.path("tenant").asString("")));
    return out;
  }

  @Test
  void withoutTheKeyAllAreTenants() throws IOException {
    assertThat(checklists()).containsExactly("kube-system", "logging", "shop");
    String without = Shell.run("review", dir).out();
    assertThat(without).doesNotContain("latform").contains("\n  logging      open");
    assertThat(marked(json("review").path("findings"))).isEmpty();
    review("platform: []\n");
    assertThat(checklists()).containsExactly("kube-system", "logging", "shop");
  }

  @Test
  void onlyWhatIsListedIsTakenOut() throws IOException {
    review("platform: [logging]\n");
    assertThat(checklists()).containsExactly("kube-system", "shop");

    String text = Shell.run("review", dir).out();
    assertThat(text)
        .contains("Pod logging/collector (platform)", "\n  logging: no tenants, by the review file")
        .contains("\n  kube-system  ", "\n  shop         ")
        .doesNotContain("\n  logging      ", "kube-system/dns (platform)");

    JsonNode review = json("review");
    assertThat(marked(review.path("findings"))).contains("logging").containsOnly("logging");
    assertThat(marked(review.path("workloads"))).containsExactly("logging");
    List<String> controls = new ArrayList<>();
    review.path("findings").forEach(f -> controls.add(f.path("control").asString("")));
    assertThat(controls).contains("host-pid");
  }

  @Test
  void everyReportSaysSo() throws IOException {
    review("platform: [logging]\n");
    assertThat(Shell.run("review", dir, "--format", "html").out())
        .contains(
            "<a href=\"#platform\">Platform</a>, which is not a tenant: logging.",
            "logging/collector (platform)")
        .doesNotContain("tenant-logging");
    assertThat(Shell.run("review", dir, "--format", "markdown").out())
        .contains("Platform, which is not a tenant: logging.", "logging/collector (platform)");
    assertThat(Shell.run("review", dir, "--format", "sarif").out()).contains("\"platform\": true");
    String csv = Shell.run("review", dir, "--format", "csv").out();
    assertThat(csv.lines().findFirst().orElseThrow()).endsWith(",fingerprint,platform");
    assertThat(csv.lines().filter(l -> l.contains("host-pid"))).allMatch(l -> l.endsWith(",yes"));
    assertThat(Shell.run("review", dir, "--format", "openreports").out())
        .contains("platform: \"true\"");
  }

  @Test
  void aNamespaceOfATenantStaysItsAndIsTold() throws IOException {
    review(
        """
        tenants:
          ops: [logging]
        platform: [logging, kube-system]
        attestations:
        - {item: dom0-restricted, tenants: [kube-system], by: J. Doe, date: 2026-10-02}
        """);
    assertThat(checklists()).containsExactly("ops", "shop");
    assertThat(Shell.run("review", dir, "--today", "2026-11-01").out())
        .contains("Logging belongs to tenant ops already, and counts as that")
        .contains("'kube-system' is listed under platform, and is not a tenant");
  }
}
