package dev.zonewright.kube.access.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies as people write them: which of them stop a hostPath, and which only look like it. */
class AdmissionFormsTest {
  private static final String CLUSTER_POLICY =
      """
      apiVersion: kyverno.io/v1
      kind: ClusterPolicy
      metadata: {name: disallow-host-path}
      spec:
        validationFailureAction: Enforce
        background: true
        rules:
        - name: host-path
          match:
            any:
            - resources:
                kinds: [Pod]
          validate:
            message: HostPath volumes are forbidden. spec.volumes[*].hostPath must be unset.
            pattern:
              spec:
                =(volumes):
                - X(hostPath): "null"
      """;

  private static final String ADMISSION_POLICY =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: no-host-path}
      spec:
        failurePolicy: Fail
        matchConstraints:
          resourceRules:
          - {apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods]}
        validations:
        - expression: "EXPRESSION"
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: no-host-path}
      spec:
        policyName: no-host-path
        validationActions: [Deny]
      """;

  private static final String LIBRARY =
      """
      apiVersion: templates.gatekeeper.sh/v1
      kind: ConstraintTemplate
      metadata: {name: k8spsphostfilesystem}
      spec:
        crd: {spec: {names: {kind: K8sPSPHostFilesystem}}}
        targets:
        - target: admission.k8s.gatekeeper.sh
          rego: |
            package k8spsphostfilesystem
            violation[{"msg": msg, "details": {}}] {
              volume := input_hostpath_volumes[_]
              allowedPaths := get_allowed_paths(input)
              input_hostpath_violation(allowedPaths, volume)
            }
            # input.parameters.allowedHostPaths
            get_allowed_paths(arg) = out { out = arg.parameters.allowedHostPaths }
      ---
      apiVersion: constraints.gatekeeper.sh/v1beta1
      kind: K8sPSPHostFilesystem
      metadata: {name: psp-host-filesystem}
      spec:
        match:
          kinds: [{apiGroups: [""], kinds: [Pod]}]
      """;

  private static Optional<String> by(String text, String namespace) {
    List<KubeObject> objects =
        Manifest.of("a.yaml", text).stream().parts().stream()
            .flatMap(p -> KubeObject.in(p.document().cursor()).stream())
            .toList();
    return HostPathRestraint.of(
            namespace,
            name ->
                objects.stream()
                    .filter(o -> o.kind().equals("Namespace") && o.name().equals(name))
                    .findFirst(),
            kind -> objects.stream().filter(o -> o.kind().equals(kind)).toList())
        .map(r -> r.by().kind());
  }

  private static Optional<String> by(String text) {
    return by(text, "shop");
  }

  private static String validate(String rule) {
    int at = CLUSTER_POLICY.indexOf("    validate:");
    return CLUSTER_POLICY.substring(0, at) + rule.indent(4);
  }

  @Test
  void disallowHostPathOfKyvernoStopsIt() {
    assertThat(by(CLUSTER_POLICY)).contains("ClusterPolicy");
    String action = "validationFailureAction: Enforce";
    assertThat(by(CLUSTER_POLICY.replace(action, "validationFailureAction: Audit"))).isEmpty();
    assertThat(by(CLUSTER_POLICY.replace(action, "background: false"))).isEmpty();
    String own = CLUSTER_POLICY.replace("validate:\n", "validate:\n      failureAction: Audit\n");
    assertThat(by(own)).as("the rule's own action counts").isEmpty();
    assertThat(by(own.replace("Audit", "Enforce").replace(action, "background: false")))
        .isPresent();
    assertThat(by(CLUSTER_POLICY.replace("any:", "all:"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  exclude: {any: [{resources: {namespaces: [shop]}}]}",
        "  exclude: {any: [{subjects: [{kind: User, name: admin}]}]}",
        "  preconditions: {all: [{key: a, operator: Equals, value: b}]}",
        "  preconditions: [{key: a, operator: Equals, value: b}]",
        "  celPreconditions: [{name: a, expression: 'false'}]"
      })
  void whatNarrowsARuleOfKyvernoTakesThatAway(String line) {
    assertThat(by(CLUSTER_POLICY.replace("  validate:", line + "\n    validate:"))).isEmpty();
  }

  @Test
  void whatNarrowsThePolicyTakesThatAwayToo() {
    for (String line :
        List.of(
            "admission: false",
            "failurePolicy: Ignore",
            "webhookConfiguration: {matchConditions: [{name: a, expression: 'false'}]}",
            "validationFailureActionOverrides: [{action: Audit, namespaces: [shop]}]")) {
      assertThat(by(CLUSTER_POLICY.replace("background: true", line))).as(line).isEmpty();
    }
    String selected = "kinds: [Pod]\n          namespaceSelector: {matchLabels: {strict: 'yes'}}";
    assertThat(by(CLUSTER_POLICY.replace("kinds: [Pod]", selected))).isEmpty();
    String exception =
        """
        ---
        apiVersion: kyverno.io/v2
        kind: PolicyException
        metadata: {name: a, namespace: shop}
        spec: {exceptions: [{policyName: disallow-host-path, ruleNames: [host-path]}]}
        """;
    assertThat(by(CLUSTER_POLICY + exception)).isEmpty();
    assertThat(by(CLUSTER_POLICY + exception.replace("disallow-host-path", "other"))).isPresent();
  }

  @Test
  void kyvernoLeavesTheNamespacesOfKubernetesOutAsItIsInstalled() {
    assertThat(by(CLUSTER_POLICY, "kube-system")).isEmpty();
    assertThat(by(CLUSTER_POLICY, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate: {podSecurity: {level: baseline, version: latest}}",
        "validate: {podSecurity: {level: restricted, exclude: [{controlName: Capabilities, images:"
            + " ['*']}]}}",
        "validate: {deny: {conditions: {all: [{key: \"{{ request.object.spec.volumes[].keys(@)[] ||"
            + " '' }}\", operator: AnyNotIn, value: [name, configMap, secret, emptyDir]}]}}}",
        "validate: {cel: {expressions: [{expression: 'object.spec.?volumes.orValue([]).all(volume,"
            + " !has(volume.hostPath))'}]}}"
      })
  void otherFormsOfKyvernoThatStopIt(String rule) {
    assertThat(by(validate(rule))).contains("ClusterPolicy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate: {podSecurity: {level: privileged}}",
        "validate: {podSecurity: {level: baseline, exclude: [{controlName: HostPath Volumes}]}}",
        "validate: {podSecurity: {level: restricted, exclude: [{controlName: Volume Types}]}}",
        "validate: {deny: {conditions: {all: [{key: \"{{ request.object.spec.volumes[].keys(@)[] ||"
            + " '' }}\", operator: AnyNotIn, value: [name, hostPath]}]}}}",
        "validate: {message: no hostPath, pattern: {spec: {=(securityContext): {=(runAsUser):"
            + " '>0'}}}}",
        "validate: {message: only logs, pattern: {spec: {=(volumes): [{=(hostPath): {path:"
            + " /var/log*}}]}}}",
        "validate: {pattern: {spec: {=(volumes): [{(name): 'old-*', X(hostPath): 'null'}]}}}",
        "validate: {pattern: {spec: {(hostNetwork): true, =(volumes): [{X(hostPath): 'null'}]}}}",
        "validate: {message: privileged, pattern: {spec: {containers: [{=(securityContext):"
            + " {=(privileged): false}}]}}}",
        "validate: {cel: {expressions: [{expression: \"object.spec.volumes.all(v, !has(v.hostPath)"
            + " || v.hostPath.path.startsWith('/data'))\"}]}}"
      })
  void rulesOfKyvernoThatOnlyLookLikeIt(String rule) {
    assertThat(by(validate(rule))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!has(object.spec.volumes) || object.spec.volumes.all(v, !has(v.hostPath))",
        "!(has(object.spec.volumes) && object.spec.volumes.exists(v, has(v.hostPath))) &&"
            + " object.spec.volumes.all(v, !has(v.hostPath))",
        "has(object.spec.volumes) ? object.spec.volumes.all(v, !has(v.hostPath)) : true",
        "!has(object.spec.volumes) ? true : !object.spec.volumes.exists(v, has(v.hostPath))",
        "!object.spec.?volumes.orValue([]).exists(v, has(v.hostPath) || has(v.nfs))",
        "object.spec.volumes.filter(v, has(v.hostPath)).size() == 0",
        "!has(object.spec.volumes) || object.spec.volumes.all(v, has(v.emptyDir) || has(v.secret))",
        "object.spec.volumes.all(v, !has(v.hostPath) && !has(v.nfs))"
      })
  void expressionsThatLetNoneThrough(String expression) {
    assertThat(by(ADMISSION_POLICY.replace("EXPRESSION", expression)))
        .contains("ValidatingAdmissionPolicy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object.spec.volumes.all(v, !has(v.hostPath) || v.hostPath.path != '/')",
        "object.spec.volumes.exists(v, !has(v.hostPath))",
        "object.spec.volumes.exists(v, has(v.hostPath))",
        "!object.spec.volumes.exists(v, has(v.hostPath) && v.hostPath.path == '/etc')",
        "object.metadata.namespace == 'shop' || object.spec.volumes.all(v, !has(v.hostPath))",
        "object.metadata.name == 'hostPath'",
        "variables.exempt ? true : object.spec.volumes.all(v, !has(v.hostPath))",
        "object.spec.containers.all(v, !has(v.hostPath))",
        "object.spec.volumes.all(v, has(v.emptyDir) || has(v.hostPath))",
        "object.spec.volumes.all(v, !has(w.hostPath))"
      })
  void expressionsThatLetSomeThrough(String expression) {
    assertThat(by(ADMISSION_POLICY.replace("EXPRESSION", expression))).isEmpty();
  }

  @Test
  void aPolicyWithoutABindingThatDeniesStopsNothing() {
    String policy =
        ADMISSION_POLICY.replace("EXPRESSION", "object.spec.volumes.all(v, !has(v.hostPath))");
    assertThat(by(policy)).isPresent();
    assertThat(by(policy.substring(0, policy.indexOf("---")))).isEmpty();
    assertThat(by(policy.replace("[Deny]", "[Warn, Audit]"))).isEmpty();
    assertThat(by(policy + "  matchResources: {namespaceSelector: {matchLabels: {a: b}}}\n"))
        .isEmpty();
    assertThat(by(policy + "  paramRef: {name: a, parameterNotFoundAction: Allow}\n")).isEmpty();
    assertThat(by(policy.replace("failurePolicy: Fail", "failurePolicy: Ignore"))).isEmpty();
    assertThat(by(policy.replace("failurePolicy: Fail", "paramKind: {kind: A}"))).isEmpty();
    String variable =
        policy
            .replace("object.spec.volumes.all", "variables.all.all")
            .replace(
                "  validations:",
                "  variables: [{name: all, expression: 'object.spec.?volumes.orValue([])'}]\n"
                    + "  validations:");
    assertThat(by(variable)).isPresent();
    assertThat(by(variable.replace(".orValue([])", ".orValue([]).filter(v, false)"))).isEmpty();
  }

  @Test
  void theHostFilesystemOfGatekeepersLibraryStopsItUnlessSomePathIsAllowed() {
    assertThat(by(LIBRARY)).contains("K8sPSPHostFilesystem");
    for (String action : List.of("dryrun", "warn", "scoped")) {
      String line = "spec:\n  enforcementAction: " + action + "\n  match:\n";
      assertThat(by(LIBRARY.replace("spec:\n  match:\n", line))).as(action).isEmpty();
    }
    assertThat(by(LIBRARY + "  parameters: {allowedHostPaths: [{pathPrefix: /foo}]}\n")).isEmpty();
    assertThat(by(LIBRARY + "  parameters: {allowedHostPaths: []}\n"))
        .as("an older library lets all pass")
        .isEmpty();
    String ignored =
        """
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {admission.gatekeeper.sh/ignore: 'true'}}
        """;
    assertThat(by(LIBRARY + ignored)).isEmpty();
  }

  @Test
  void codeOfGatekeeperThatAsksForMoreThanAFolderStopsNothing() {
    String own = LIBRARY.replace("K8sPSPHostFilesystem", "NoFolders");
    String plain =
        own.replace("input_hostpath_volumes[_]", "input.review.object.spec.volumes[_]")
            .replace("allowedPaths := get_allowed_paths(input)", "has_field(volume, \"hostPath\")")
            .replace(
                "input_hostpath_violation(allowedPaths, volume)", "msg := sprintf(\"%v\", [1])");
    assertThat(by(own)).isEmpty();
    assertThat(by(plain)).contains("NoFolders");
    assertThat(
            by(plain.replace("has_field(volume", "volume.name == \"a\"\n        has_field(volume")))
        .isEmpty();
    assertThat(by(plain.replace("has_field(", "not has_field("))).isEmpty();
  }
}
