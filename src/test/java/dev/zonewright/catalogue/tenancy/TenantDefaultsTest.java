package dev.zonewright.catalogue.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Control;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quotas, the enforced standard and accounts of a tenant, at their edges. */
class TenantDefaultsTest {
  private static List<String> findings(Control control, String... documents) {
    return new Analyzer(List.of(control), Profile.EDERA_REFERENCE)
            .analyze(List.of(Manifest.of("a.yaml", String.join("---\n", documents))))
            .findings()
            .stream()
            .map(LocatedFinding::finding)
            .map(f -> "%s %s: %s".formatted(f.verdict().word(), f.severity().word(), f.message()))
            .toList();
  }

  private static String quota(String name, String hard, String more) {
    return """
    apiVersion: v1
    kind: ResourceQuota
    metadata: {name: %s, namespace: shop}
    spec: {hard: {%s}%s}
    """
        .formatted(name, hard, more);
  }

  private static final String ALL =
      "limits.cpu: '8', limits.memory: 16Gi, pods: '9', count/deployments.apps: '9'";

  @Test
  void quotasCountTogether() {
    MissingResourceQuota control = new MissingResourceQuota();
    assertThat(findings(control, quota("a", ALL, ""))).isEmpty();
    assertThat(
            findings(
                control,
                quota("a", "limits.cpu: '8', limits.memory: 16Gi", ""),
                quota("b", "count/pods: '9', secrets: '9'", "")))
        .isEmpty();
  }

  @Test
  void aQuotaWithAScopeIsLeftAsItIs() {
    String scoped = quota("a", "limits.cpu: '4', pods: '10'", ", scopes: [Terminating]");
    assertThat(fixes(scoped)).containsExactly("Add ResourceQuota tenant-quota");
    assertThat(fixes(scoped, quota("b", "pods: '9'", "")))
        .containsExactly("Limit CPU or memory or the number of other objects in ResourceQuota b");
  }

  private static List<String> fixes(String... documents) {
    return new Analyzer(List.of(new MissingResourceQuota()), Profile.EDERA_REFERENCE)
            .analyze(List.of(Manifest.of("a.yaml", String.join("---\n", documents))))
            .findings()
            .stream()
            .flatMap(f -> f.finding().fixes().stream())
            .map(Fix::title)
            .toList();
  }

  @Test
  void countingPodsDoesNotCountOtherObjects() {
    assertThat(
            findings(
                new MissingResourceQuota(),
                quota("a", "cpu: '8', memory: 16Gi, count/pods: '9'", "")))
        .singleElement()
        .asString()
        .startsWith("violated low")
        .contains("the number of other objects")
        .doesNotContain("pods or");
  }

  @Test
  void aQuotaWithAScopeHoldsForSomePodsOnly() {
    MissingResourceQuota control = new MissingResourceQuota();
    String some = quota("a", ALL, ", scopes: [Terminating]");
    assertThat(findings(control, some)).singleElement().asString().startsWith("violated medium");
    assertThat(findings(control, some, quota("b", ALL, ", scopes: [NotTerminating]"))).isEmpty();
    assertThat(findings(control, some, quota("b", "pods: '9'", ", scopes: [NotTerminating]")))
        .singleElement()
        .asString()
        .contains("CPU or memory");
  }

  private static List<String> enforced(String level, String version) {
    return findings(
        new UnenforcedPodSecurity(),
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: %s
            pod-security.kubernetes.io/enforce-version: %s
        """
            .formatted(level, version));
  }

  @Test
  void aVersionOfTheStandardLetsInWhatWasAddedSince() {
    assertThat(enforced("restricted", "latest")).isEmpty();
    assertThat(enforced("restricted", "v1.34")).isEmpty();
    assertThat(enforced("restricted", "v1.29"))
        .singleElement()
        .asString()
        .startsWith("violated note")
        .contains("probes");
    assertThat(enforced("restricted", "v1.22"))
        .singleElement()
        .asString()
        .startsWith("violated medium")
        .contains("user 0");
    assertThat(enforced("restricted", "v1.18")).singleElement().asString().contains("seccomp");
  }

  @Test
  void whatIsNoVersionIsSaidAndAPlaceholderIsUndetermined() {
    assertThat(enforced("restricted", "\"1.29\""))
        .singleElement()
        .asString()
        .startsWith("violated medium")
        .contains("refuses the Namespace");
    assertThat(enforced("restricted", "${VERSION}"))
        .singleElement()
        .asString()
        .startsWith("undetermined");
  }

  private static String pod(String name, String spec) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: shop}
    spec: {%s, containers: [{name: main, image: main}]}
    """
        .formatted(name, spec);
  }

  @Test
  void workloadsThatNeedTheSameMayShareAnAccount() {
    SharedServiceAccount control = new SharedServiceAccount();
    String own = "serviceAccountName: web";
    assertThat(findings(control, pod("a", own), pod("b", own))).isEmpty();
    assertThat(findings(control, pod("a", "hostname: a"))).isEmpty();
    assertThat(findings(control, pod("a", "hostname: a"), pod("b", "hostname: b"))).hasSize(1);
  }

  @Test
  void withoutATokenNothingIsShared() {
    SharedServiceAccount control = new SharedServiceAccount();
    String account =
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: default, namespace: shop}
        automountServiceAccountToken: false
        """;
    assertThat(findings(control, account, pod("a", "hostname: a"), pod("b", "hostname: b")))
        .isEmpty();
    assertThat(
            findings(
                control,
                account,
                pod("a", "automountServiceAccountToken: true"),
                pod("b", "hostname: b")))
        .hasSize(1);
  }

  @Test
  void anAgentSharesNoAccount() {
    String own = "serviceAccountName: web";
    String agent =
        pod("coder", own)
            .replace(
                "namespace: shop", "namespace: shop, labels: {zonewright.dev/workload: agent}");
    assertThat(findings(new SharedServiceAccount(), pod("a", own), agent))
        .singleElement()
        .asString()
        .contains("Pod coder is an agent");
  }
}
