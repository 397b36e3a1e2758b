package dev.zonewright.catalogue.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.Unreadable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs of the token that stand elsewhere than in the container's command. */
class TokenNeedTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: p, namespace: shop}
      spec: {%s containers: [{name: c, image: 'r.example/a:1'}]}
      """;

  private static Fix fix(List<Unreadable> unread, String... texts) {
    List<Manifest> manifests =
        Stream.of(texts).map(t -> Manifest.of(t.hashCode() + ".yaml", t)).toList();
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(manifests, unread, Analysis.empty()).findings().stream()
            .filter(f -> f.finding().control().id().equals("mounted-service-account-token"))
            .findFirst()
            .orElseThrow()
            .finding()
            .fixes()
            .getFirst();
  }

  private static Fix ofSpec(String spec) {
    return fix(List.of(), POD.formatted(spec + ","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostNetwork: true",
        "hostPID: true",
        "os: {name: windows}, securityContext: {windowsOptions: {hostProcess: true}}",
        "volumes: [{name: v, hostPath: {path: /var/lib/kubelet/pods}}]",
        "volumes: [{name: v, hostPath: {path: /run/containerd/containerd.sock}}]",
        "volumes: [{name: v, hostPath: {path: /}}]"
      })
  void anAgentOfItsNodeKeepsItsTokenThoughNoBindingIsOpened(String spec) {
    assertThat(ofSpec(spec).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(ofSpec(spec).reason()).contains("as agents of the node do");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostIPC: true",
        "runtimeClassName: edera, hostPID: true",
        "volumes: [{name: v, hostPath: {path: /srv/data}}]",
        "volumes: [{name: v, hostPath: {path: /etc/localtime}}]"
      })
  void whatOnlyKeepsSomethingOnItsNodeIsNoAgentOfIt(String spec) {
    assertThat(ofSpec(spec).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: ClusterRoleBinding\nmetadata: [",
        "{{- if .Values.rbac }}\nkind: ClusterRoleBinding\n{{- end }}",
        "{{- range .Values.bindings }}\n{{ include \"lib.binding\" . }}\n{{- end }}",
        "{{ include \"lib.binding\" . }}",
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: {{ .Values.kind }}",
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: ${KIND}",
        "kind: RoleBinding\nsubjects: [{kind: ServiceAccount, name: '{{ .Values.account }}'}]",
        "kind: RoleBinding\nsubjects: [{kind: ServiceAccount, name: other, namespace: '${NS}'}]",
        "kind: RoleBinding\nsubjects: {{ .Values.subjects }}",
        "kind: RoleBinding\n$patch: replace\nsubjects: [{kind: ServiceAccount, name: other}]",
        "[{op: add, path: /subjects/-, value: {kind: ServiceAccount, name: other}}]",
        "apiVersion: rbacmanager.reactiveops.io/v1beta1\nkind: RBACDefinition\n"
            + "rbacBindings: [{name: a, subjects: [{kind: ServiceAccount, name: other}]}]",
        "apiVersion: operators.coreos.com/v1alpha1\nkind: ClusterServiceVersion\n"
            + "spec: {install: {spec: {clusterPermissions: [{serviceAccountName: other}]}}}",
        "apiVersion: capsule.clastix.io/v1beta2\nkind: Tenant\n"
            + "spec: {owners: [{kind: User, name: 'system:serviceaccount:shop:other'}]}",
        "apiVersion: authorization.openshift.io/v1\nkind: RoleBinding\n"
            + "userNames: ['system:serviceaccount:shop:other']"
      })
  void whatMayBeABindingAndIsNotReadLeavesTheFixForReview(String other) {
    Fix fix = fix(List.of(), POD.formatted(""), other);
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).endsWith("and may give the account permissions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Deployment\nmetadata: [",
        "kind: ConfigMap\ndata: {a: '{{ .Values.a }}'}",
        "kind: RoleBinding\nsubjects: [{kind: ServiceAccount, name: other, namespace: shop}]",
        "[{op: add, path: /spec/replicas, value: 2}]",
        "apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nspec: {rules: [{name: r, match: {any:"
            + " [{subjects: [{kind: ServiceAccount, name: other}]}]}}]}",
        "apiVersion: capsule.clastix.io/v1beta2\nkind: Tenant\n"
            + "spec: {owners: [{kind: User, name: alice}]}",
        "a note"
      })
  void whatIsNoBindingOfItLeavesTheFixSafe(String other) {
    assertThat(fix(List.of(), POD.formatted(""), other).safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aFileThatIsNotReadMayHoldABinding() {
    Fix fix = fix(List.of(new Unreadable("b.yaml", 1, "it is binary", "")), POD.formatted(""));
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason())
        .isEqualTo("b.yaml cannot be read, and may give the account permissions");
  }

  @Test
  void whereItBelongsToThePlatformThatIsTheReason() {
    String spec = "priorityClassName: system-node-critical, hostNetwork: true";
    assertThat(ofSpec(spec).reason()).contains("record an exception instead");
  }
}
