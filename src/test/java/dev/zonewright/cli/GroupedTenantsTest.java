package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two namespaces of one tenant share nothing across tenants. */
class GroupedTenantsTest {
  private static final Set<String> OF_TWO_TENANTS =
      Set.of(
          "shared-secret",
          "shared-volume",
          "shared-node-pool",
          "cross-namespace-traffic",
          "cross-tenant-binding");

  @TempDir private Path dir;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(dir.resolve(".git"));
    Files.createDirectory(dir.resolve("manifests"));
    for (String name : List.of("front", "back")) {
      String other = name.equals("front") ? "back" : "front";
      Files.writeString(
          dir.resolve("manifests/" + name + ".yaml"),
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: web, namespace: %1$s}
          spec:
            runtimeClassName: edera
            volumes: [{name: data, nfs: {server: files.example, path: /data}}]
            containers: [{name: web, image: 'registry.example/web:1'}]
          ---
          apiVersion: external-secrets.io/v1
          kind: ExternalSecret
          metadata: {name: db, namespace: %1$s}
          spec:
            secretStoreRef: {name: vault, kind: ClusterSecretStore}
            data: [{secretKey: password, remoteRef: {key: prod/db, property: password}}]
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: in, namespace: %1$s}
          spec:
            podSelector: {}
            policyTypes: [Ingress]
            ingress:
              - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %2$s}}}]
          ---
          apiVersion: rbac.authorization.k8s.io/v1
          kind: RoleBinding
          metadata: {name: read, namespace: %1$s}
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
          subjects: [{kind: ServiceAccount, name: web, namespace: %2$s}]
          """
              .formatted(name, other));
    }
  }

  private Set<String> found() throws IOException {
    JsonNode review = Shell.run("review", dir.resolve("manifests"), "--format", "json").json();
    Set<String> out = new TreeSet<>();
    for (JsonNode finding : review.path("findings")) {
      out.add(finding.path("control").asString(""));
    }
    out.retainAll(OF_TWO_TENANTS);
    return out;
  }

  @Test
  void namespacesAreTenantsUnlessTheReviewFileGroupsThem() throws IOException {
    assertThat(found()).isEqualTo(new TreeSet<>(OF_TWO_TENANTS));
    Files.writeString(dir.resolve("zonewright-review.yaml"), "tenants: {retail: [front, back]}\n");
    assertThat(found()).isEmpty();
    Files.writeString(dir.resolve("zonewright-review.yaml"), "tenants: {retail: [front, other]}\n");
    assertThat(found()).isEqualTo(new TreeSet<>(OF_TWO_TENANTS));
  }
}
