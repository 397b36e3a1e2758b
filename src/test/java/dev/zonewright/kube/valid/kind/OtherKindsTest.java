package dev.zonewright.kube.valid.kind;

import static dev.zonewright.kube.valid.Refusals.broken;
import static dev.zonewright.kube.valid.Refusals.decides;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data, endpoints, classes, webhooks and definitions, with the answers of an API server. */
class OtherKindsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1, kind: ConfigMap, metadata: {name: a}, data: {%s: b} | a b | .a",
        "v1, kind: ConfigMap, metadata: {name: a}, data: {%s: b} | a/b | a.b_C-d",
        "v1, kind: ConfigMap, metadata: {name: a}, data: {a: b}, binaryData: {%s: YQ==} | a | b",
        "v1, kind: Secret, metadata: {name: a}, stringData: {%s: b} | a:b | a",
        "v1, kind: Secret, metadata: {name: a}, type: kubernetes.io/tls, data: {tls.crt: YQ==, %s:"
            + " YQ==} | tls.pem | tls.key",
        "v1, kind: Secret, metadata: {name: a}, type: kubernetes.io/ssh-auth, %s | data: {a: YQ==}"
            + " | stringData: {ssh-privatekey: a}",
        "v1, kind: Secret, metadata: {name: a}, type: kubernetes.io/basic-auth, stringData: {%s: a}"
            + " | user | username",
        "v1, kind: Secret, metadata: {name: a}, type: kubernetes.io/dockerconfigjson, data:"
            + " {.dockerconfigjson: %s} | YWJj | e30=",
        "v1, kind: Secret, metadata: {name: a, annotations: {%s: b}}, type:"
            + " kubernetes.io/service-account-token | a | kubernetes.io/service-account.name",
        "v1, kind: Endpoints, metadata: {name: a}, subsets: [{addresses: [{ip: %s}]}] | 127.0.0.1 |"
            + " 10.0.0.1",
        "v1, kind: Endpoints, metadata: {name: a}, subsets: [{addresses: [{ip: %s}]}] | a.example |"
            + " 192.0.2.1",
        "v1, kind: Endpoints, metadata: {name: a}, subsets: [{addresses: [{ip: 10.0.0.1}], ports:"
            + " [{port: 1, name: a}, {port: 2%s}]}] | '' | , name: b",
        "v1, kind: Endpoints, metadata: {name: a}, subsets: [{%s}] | ports: [{port: 1}] |"
            + " notReadyAddresses: [{ip: 10.0.0.1}]",
        "discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a}, addressType: IPv4, ports:"
            + " [{port: 70000, protocol: %s}], endpoints: [{addresses: [10.0.0.1]}] | tcp | TCP",
        "discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a}, addressType: %s, endpoints:"
            + " [{addresses: [10.0.0.1]}] | IPv6 | IPv4",
        "discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a}, addressType: IPv4, ports:"
            + " [{name: a, port: 1}, {name: %s, port: 2}], endpoints: [{addresses: [10.0.0.1]}] | a"
            + " | b",
        "discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a}, addressType: FQDN,"
            + " endpoints: [{addresses: [%s]}] | host | a.example",
        "node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a}%s | '' | , handler: edera",
        "node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a}, handler: %s | Kata_qemu | kata",
        "node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a}, handler: a, overhead: {podFixed:"
            + " {cpu: %s}} | -1 | 1",
        "node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a}, handler: a, scheduling:"
            + " {tolerations: [{key: a, operator: Exists%s}]} | , value: b | , effect: NoSchedule",
        "node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a}, handler: a, scheduling:"
            + " {tolerations: [{key: a, operator: Exists}, {key: %s, operator: Exists}]} | a | b",
        "node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a}, handler: a, scheduling:"
            + " {tolerations: [{key: a, operator: %s, value: '1'}]} | Gt | Equal",
        "scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: a}, value: %s | 1000000001 |"
            + " -5",
        "scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: %s}, value: 5 | system-mine |"
            + " mine",
        "scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: a}, value: 5,"
            + " preemptionPolicy: %s | never | Never",
        "storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: a.b/c,"
            + " reclaimPolicy: %s | Recycle | Retain",
        "storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: a.b/c,"
            + " volumeBindingMode: %s | waitForFirstConsumer | WaitForFirstConsumer",
        "storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: %s | a/b/c |"
            + " Kubernetes.io/no-provisioner",
        "storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: a.b/c,"
            + " allowedTopologies: [{matchLabelExpressions: [{key: %s, values: [b]}]}] | a b | a",
        "storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: a.b/c,"
            + " allowedTopologies: [{matchLabelExpressions: [{key: a, values: [b, %s]}]}] | b | c",
        "storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: a.b/c,"
            + " allowedTopologies: [{matchLabelExpressions: [{key: a, values: [b]}, {key: %s,"
            + " values: [b]}]}] | a | c",
        "storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: a.b/c,"
            + " allowedTopologies: [{matchLabelExpressions: [{key: a, values: [b, c]}]},"
            + " {matchLabelExpressions: [{key: a, values: [c, %s]}]}] | b | d",
        "storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: a.b/c,"
            + " allowedTopologies: [{%s}] | '' | matchLabelExpressions: [{key: a, values: [b]}]",
        "storage.k8s.io/v1, kind: CSIDriver, metadata: {name: a}, spec: {fsGroupPolicy: %s} | Files"
            + " | File",
        "storage.k8s.io/v1, kind: CSIDriver, metadata: {name: a}, spec: {tokenRequests: [{audience:"
            + " a}, {audience: %s}]} | a | ''",
        "networking.k8s.io/v1, kind: IngressClass, metadata: {name: a}, spec: {controller: %s} |"
            + " nginx | k8s.io/ingress-nginx",
        "networking.k8s.io/v1, kind: IngressClass, metadata: {name: a}, spec: {controller: a.b/c,"
            + " parameters: {kind: A, name: b, scope: Namespace%s}} | '' | , namespace: c",
        "coordination.k8s.io/v1, kind: Lease, metadata: {name: a}, spec: {leaseDurationSeconds: %s}"
            + " | 0 | 1"
      })
  void valuesOfSmallKinds(String form, String refused, String taken) {
    decides("{apiVersion: " + form + "}", text(refused), text(taken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b.c, %s | sideEffects: Some | sideEffects: None",
        "%s, sideEffects: None | validate | validate.example.com",
        "a.b.c, sideEffects: None, failurePolicy: %s | fail | Fail",
        "a.b.c, sideEffects: None, timeoutSeconds: %s | 60 | 30",
        "a.b.c, sideEffects: None, namespaceSelector: {matchLabels: {%s: b}} | a b | a"
      })
  void webhooks(String form, String refused, String taken) {
    for (String kind : new String[] {"Validating", "Mutating"}) {
      decides(
          "{apiVersion: admissionregistration.k8s.io/v1, kind: "
              + kind
              + "WebhookConfiguration, metadata: {name: a}, webhooks: [{admissionReviewVersions:"
              + " [v1], clientConfig: {service: {name: a, namespace: b}}, rules: [{operations:"
              + " [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods]}], name: "
              + form
              + "}]}",
          text(refused),
          text(taken));
    }
  }

  private static final String WEBHOOK =
      "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingWebhookConfiguration,"
          + " metadata: {name: a}, webhooks: [{name: a.b.c, %s}]}";
  private static final String RULES =
      "rules: [{operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods]}], ";
  private static final String REST = "sideEffects: None, admissionReviewVersions: [v1], ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url: 'http://a.example' | url: 'https://a.example/b'",
        "url: 'https://a.example', service: {name: a, namespace: b} | service: {name: a, namespace:"
            + " b}",
        "service: {name: a} | service: {name: a, namespace: b, port: 8443}",
        "service: {name: a, namespace: b, port: 0} | service: {name: a, namespace: b, path: /a/b/}",
        "service: {name: a, namespace: b, path: a} | service: {name: a, namespace: b, path:"
            + " '${PATH_OF}'}"
      })
  void whoAnswersAWebhook(String refused, String taken) {
    decides(WEBHOOK.formatted(RULES + REST + "clientConfig: {%s}"), refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "operations: [create], apiGroups: [''], apiVersions: [v1], resources: [pods] | operations:"
            + " [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods]",
        "operations: ['*', CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods] |"
            + " operations: ['*'], apiGroups: [''], apiVersions: [v1], resources: [pods/*]",
        "operations: [CREATE], apiGroups: [''], resources: [pods] | operations: [CREATE],"
            + " apiGroups: ['*'], apiVersions: ['*'], resources: ['*']",
        "operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods], scope:"
            + " Namespace | operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources:"
            + " [pods], scope: Namespaced"
      })
  void rulesOfAWebhook(String refused, String taken) {
    decides(
        WEBHOOK.formatted(REST + "clientConfig: {url: 'https://a.example'}, rules: [{%s}]"),
        refused,
        taken);
  }

  @Test
  void partsOfAWebhookArePatchesOfAGeneratedOne() {
    assertThat(broken(WEBHOOK.formatted("clientConfig: {service: {name: a, namespace: b}}")))
        .isEmpty();
    assertThat(broken(WEBHOOK.formatted("objectSelector: {matchLabels: {a: b}}"))).isEmpty();
    assertThat(broken(WEBHOOK.formatted(RULES + "clientConfig: {url: 'https://a.example'}")))
        .containsExactly(
            "webhooks[0].sideEffects: a webhook needs sideEffects: None or NoneOnDryRun",
            "webhooks[0].admissionReviewVersions: a webhook needs admissionReviewVersions, such as"
                + " v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metadata: {name: %s}, spec: {group: a.example, scope: Cluster, names: {plural: bs, kind:"
            + " B}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema:"
            + " {type: object}}}]} | b.a.example | bs.a.example",
        "metadata: {name: bs.a.example}, spec: {group: a.example, scope: %s, names: {plural: bs,"
            + " kind: B}, versions: [{name: v1, served: true, storage: true, schema:"
            + " {openAPIV3Schema: {type: object}}}]} | cluster | Cluster",
        "metadata: {name: bs.a.example}, spec: {group: a.example, scope: Cluster, names: {plural:"
            + " bs, kind: B}, versions: [{name: v1, served: true, storage: %s, schema:"
            + " {openAPIV3Schema: {type: object}}}]} | false | true",
        "metadata: {name: bs.a.example}, spec: {group: a.example, scope: Cluster, names: {plural:"
            + " bs, kind: B}, versions: [{name: v1, served: true, storage: true%s}]} | '' | ,"
            + " schema: {openAPIV3Schema: {type: object}}",
        "metadata: {name: bs.a.example}, spec: {group: a.example, scope: Cluster, names: {plural:"
            + " bs, kind: %s}, versions: [{name: v1, served: true, storage: true, schema:"
            + " {openAPIV3Schema: {type: object}}}]} | a_b | AB"
      })
  void definitions(String form, String refused, String taken) {
    decides(
        "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, " + form + "}",
        text(refused),
        text(taken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hostPath: {path: /a}, nfs: {server: s, path: /b} | hostPath: {path: /a}",
        "hostPath: {path: /a/../b} | local: {path: /a}, nodeAffinity: {required:"
            + " {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Exists}]}]}}",
        "local: {path: /a} | csi: {driver: d, volumeHandle: h}",
        "csi: {driver: d} | csi: '${SOURCE}'",
        "persistentVolumeReclaimPolicy: Delete | nfs: {server: s, path: /b}",
        "nfs: {server: s, path: b} | nfs: {server: s, path: '${PATH_OF}'}",
        "hostPath: {path: /a}, persistentVolumeReclaimPolicy: delete | hostPath: {path: /a},"
            + " persistentVolumeReclaimPolicy: Recycle",
        "csi: {driver: d, volumeHandle: h, nodeStageSecretRef: {name: a, namespace: b},"
            + " nodePublishSecretRef: {name: a}} | csi: {driver: d, volumeHandle: h,"
            + " nodePublishSecretRef: {name: a, namespace: b}}"
      })
  void persistentVolumes(String refused, String taken) {
    decides(
        "{apiVersion: v1, kind: PersistentVolume, metadata: {name: p}, spec: {capacity: {storage:"
            + " 1Gi}, accessModes: [ReadWriteOnce], %s}}",
        refused, taken);
  }

  @Test
  void partsOfAVolumeArePatches() {
    String volume = "{apiVersion: v1, kind: PersistentVolume, metadata: {name: p}, spec: {%s}}";
    assertThat(broken(volume.formatted("capacity: {storage: 1Gi}"))).isEmpty();
    assertThat(broken(volume.formatted("storageClassName: a"))).isEmpty();
    assertThat(broken(volume.formatted("capacity: {storage: 1Gi}, hostPath: {path: /a}")))
        .containsExactly("spec.accessModes: a PersistentVolume needs at least one access mode");
  }

  private static String text(String value) {
    return value.equals("''") ? "" : value;
  }
}
