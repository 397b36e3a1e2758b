package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reach} names the rule that decides where administrators have a say. */
class ReachDecisionTest {
  @TempDir private Path folder;

  @Test
  void theRuleOfAnAdministratorThatRefusesIsNamedBeforeTheBaseline() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("admin.yaml"),
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop}
            spec: {containers: [{name: a, image: a}]}
            ---
            apiVersion: policy.networking.k8s.io/v1alpha1
            kind: AdminNetworkPolicy
            metadata: {name: nodes}
            spec:
              priority: 1
              subject: {namespaces: {}}
              egress:
              - {action: Deny, to: [{nodes: {}}], ports: [{portNumber: {protocol: TCP, port: 10250}}]}
            ---
            apiVersion: policy.networking.k8s.io/v1alpha1
            kind: BaselineAdminNetworkPolicy
            metadata: {name: default}
            spec:
              subject: {namespaces: {}}
              egress:
              - {action: Deny, to: [{networks: [0.0.0.0/0, '::/0']}]}
            """);
    assertThat(Shell.run("reach", file, "--to", "node").out())
        .contains(
            "own node:10250 (kubelet)                 not opened by policy"
                + "  (AdminNetworkPolicy nodes, egress rule 1)\n")
        .contains(
            "own node:22 (SSH)                        not opened by policy"
                + "  (BaselineAdminNetworkPolicy default, egress rule 1)\n");
  }
}
