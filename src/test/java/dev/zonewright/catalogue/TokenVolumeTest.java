package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenVolumeTest {
  @Test
  void aSecretWhereTheTokenIsLookedForIsOne() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a, namespace: shop}
        spec:
          automountServiceAccountToken: false
          containers:
            - name: a
              image: a:1
              volumeMounts:
                - {name: default-token-x7k2p, mountPath: /var/run/secrets/kubernetes.io/serviceaccount}
                - {name: data, mountPath: /data}
          volumes:
            - {name: default-token-x7k2p, secret: {secretName: default-token-x7k2p, defaultMode: 420}}
            - {name: data, emptyDir: {}}
        """;
    String id = "mounted-service-account-token";
    assertThat(Reviewed.find(id, pod)).hasSize(1);
    String fixed =
        Reviewed.editsOf(Reviewed.of(pod).fixed(ControlCatalogue.byId(id).orElseThrow()))
            .apply(pod);
    assertThat(fixed).doesNotContain("x7k2p").contains("mountPath: /data");
    assertThat(Reviewed.find(id, fixed)).isEmpty();
    assertThat(
            Reviewed.find(
                id, pod.replace("/var/run/secrets/kubernetes.io/serviceaccount", "/token")))
        .isEmpty();
  }
}
