package dev.zonewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformFindingsTest {
  private static final String TEXT =
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: exporter, namespace: monitoring}
      spec:
        selector: {matchLabels: {app: exporter}}
        template:
          metadata: {labels: {app: exporter}}
          spec:
            hostPID: true
            containers:
            - name: c
              image: r.example/exporter:1
              volumeMounts: [{name: proc, mountPath: /host/proc, readOnly: true}]
            volumes: [{name: proc, hostPath: {path: /proc}}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        hostPID: true
        containers: [{name: c, image: 'r.example/web:1'}]
      """;

  private final Analysis analysis =
      new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE)
          .analyze(List.of(Manifest.of("a.yaml", TEXT)));

  @Test
  void theTerminalPutsWhatServesAllTenantsBehindWhatTenantsAnswerFor() {
    StringWriter text = new StringWriter();
    TextReview.write(analysis, new PrintWriter(text), Style.PLAIN);
    String written = text.toString();
    int apart = written.indexOf("\nPlatform\n");
    assertThat(apart).isPositive();
    assertThat(written.indexOf("Pod shop/web")).isLessThan(apart);
    assertThat(written.indexOf("DaemonSet monitoring/exporter")).isGreaterThan(apart);
    assertThat(written)
        .contains("DaemonSet monitoring/exporter (platform)")
        .contains("Of the platform: it runs on every node and")
        .contains("accept it with")
        .doesNotContain("Pod shop/web (platform)");
  }

  @Test
  void theJsonMarksThemWithTheReason() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    JsonReview.write(analysis, text);
    assertThat(text.toString(StandardCharsets.UTF_8).replaceAll("\\s*:\\s*", ":"))
        .containsPattern("\"platform\":true,\\s*\"platformReason\":\"it runs on every node and");
  }

  @Test
  void noFixOfThemIsSafe() {
    assertThat(analysis.findings().stream().filter(analysis::isPlatform))
        .isNotEmpty()
        .allSatisfy(f ->
            assertThat(f.finding().fixes())
                .allSatisfy(fix -> assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW)));
  }
}
