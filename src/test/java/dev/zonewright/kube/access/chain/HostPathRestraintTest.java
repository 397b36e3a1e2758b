package dev.zonewright.kube.access.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Admission that is recognised by its content, and what takes that away. */
class HostPathRestraintTest {
  private static final String KYVERNO =
      """
      apiVersion: policies.kyverno.io/v1
      kind: ValidatingPolicy
      metadata: {name: no-host-path}
      spec:
        validationActions: [Deny]
        matchConstraints:
          resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods]}]
        validations: [{expression: "object.spec.?volumes.orValue([]).all(v, !has(v.hostPath))"}]
      """;

  private static final String GATEKEEPER =
      """
      apiVersion: templates.gatekeeper.sh/v1
      kind: ConstraintTemplate
      metadata: {name: nohostfolders}
      spec:
        crd: {spec: {names: {kind: NoHostFolders}}}
        targets: [{target: admission.k8s.gatekeeper.sh, rego: "violation[x] { input.review.object.spec.volumes[_].hostPath }"}]
      ---
      apiVersion: constraints.gatekeeper.sh/v1beta1
      kind: NoHostFolders
      metadata: {name: everywhere}
      spec:
        enforcementAction: deny
        match: {kinds: [{apiGroups: [""], kinds: [Pod]}]}
      """;

  private static Optional<String> by(String text) {
    List<KubeObject> objects =
        Manifest.of("a.yaml", text).stream().parts().stream()
            .flatMap(p -> KubeObject.in(p.document().cursor()).stream())
            .toList();
    return HostPathRestraint.of(
            "shop",
            _ -> Optional.empty(),
            kind -> objects.stream().filter(o -> o.kind().equals(kind)).toList())
        .map(r -> r.by().label());
  }

  @Test
  void aValidatingPolicyOfKyvernoRefuses() {
    assertThat(by(KYVERNO)).contains("ValidatingPolicy no-host-path");
  }

  @Test
  void oneThatOnlyWarnsOrIsNarrowedDoesNot() {
    assertThat(by(KYVERNO.replace("[Deny]", "[Audit]"))).isEmpty();
    assertThat(by(KYVERNO.replace("resources: [pods]", "resources: [services]"))).isEmpty();
    assertThat(by(KYVERNO.replace("hostPath", "nfs"))).isEmpty();
    assertThat(by(KYVERNO + "  matchConditions: [{name: a, expression: 'false'}]\n")).isEmpty();
    assertThat(by(KYVERNO + "  failurePolicy: Ignore\n")).isEmpty();
    assertThat(by(KYVERNO + "  evaluation: {admission: {enabled: false}}\n")).isEmpty();
  }

  @Test
  void aConstraintOfGatekeeperRefuses() {
    assertThat(by(GATEKEEPER)).contains("NoHostFolders everywhere");
    assertThat(by(GATEKEEPER.replace("  enforcementAction: deny\n", ""))).isPresent();
  }

  @Test
  void oneWithExceptionsOrWithoutItsTemplateDoesNot() {
    assertThat(by(GATEKEEPER.replace("deny", "dryrun"))).isEmpty();
    assertThat(by(GATEKEEPER.replace("hostPath", "nfs"))).isEmpty();
    assertThat(by(GATEKEEPER.substring(GATEKEEPER.indexOf("---")))).isEmpty();
    assertThat(
            by(GATEKEEPER.replace("kinds: [Pod]}]", "kinds: [Pod]}], excludedNamespaces: [shop]")))
        .isEmpty();
    assertThat(by(GATEKEEPER.replace("kinds: [Pod]", "kinds: [Service]"))).isEmpty();
    assertThat(by(GATEKEEPER + "  parameters: {allowedHostPaths: [{pathPrefix: /var}]}\n"))
        .isEmpty();
    String config =
        """
        ---
        apiVersion: config.gatekeeper.sh/v1alpha1
        kind: Config
        metadata: {name: config, namespace: gatekeeper-system}
        spec: {match: [{excludedNamespaces: [shop], processes: ["*"]}]}
        """;
    assertThat(by(GATEKEEPER + config)).isEmpty();
  }
}
