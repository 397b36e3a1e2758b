package dev.zonewright.kube.valid;

import static dev.zonewright.kube.valid.Refusals.broken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources of volumes, and what decides where a pod runs, with the answers of an API server. */
class SourceRulesTest {
  private static List<String> ofSpec(String spec) {
    return broken(
        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {%s, containers: [{name: c, image: c:1}]}}"
            .formatted(spec));
  }

  private static void decides(String form, String refused, String taken) {
    assertThat(ofSpec(form.formatted(refused))).as(refused).hasSize(1);
    assertThat(ofSpec(form.formatted(taken))).as(taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "projected: {sources: [{secret: {name: a, items: [{key: k, path: p}]}}, {configMap: {name:"
            + " b, items: [{key: k, path: p}]}}]} | projected: {sources: [{secret: {name: a, items:"
            + " [{key: k, path: p}]}}, {configMap: {name: b, items: [{key: k, path: p/q}]}}]}",
        "projected: {sources: [{secret: {name: a}, configMap: {name: a}}]}"
            + " | projected: {sources: [{secret: {name: a}}, {configMap: {name: a}}]}",
        "projected: {sources: [{secret: {}}]} | projected: {sources: [{secret: '${SECRET}'}]}",
        "configMap: {} | configMap: {name: '${NAME}'}",
        "configMap: {name: a, items: [{path: p}]} | configMap: {name: a, items: '${ITEMS}'}",
        "downwardAPI: {items: [{path: a, fieldRef: {fieldPath: metadata.nam}}]}"
            + " | downwardAPI: {items: [{path: a, fieldRef: {fieldPath: metadata.labels}}]}",
        "downwardAPI: {items: [{path: a, fieldRef: {fieldPath: spec.nodeName}}]}"
            + " | downwardAPI: {items: [{path: a, fieldRef: {fieldPath:"
            + " \"metadata.annotations['A.b/C']\"}}]}",
        "downwardAPI: {items: [{path: a}]} | downwardAPI: {items: [{path: a, fieldRef: '${F}'}]}",
        "downwardAPI: {items: [{path: a, resourceFieldRef: {resource: limits.cpu}}]}"
            + " | downwardAPI: {items: [{path: a, resourceFieldRef: {containerName: c, resource:"
            + " limits.cpu}}]}",
        "nfs: {server: null, path: /a} | nfs: {server: s, path: /a}",
        "nfs: {server: s, path: a} | nfs: {server: '${SERVER}', path: '${PATH_OF}'}",
        "csi: {} | csi: {driver: d}",
        "ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce]}}}"
            + " | ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources:"
            + " {requests: {storage: 1Gi}}}}}"
      })
  void sourcesOfVolumes(String refused, String taken) {
    decides("volumes: [{name: s, %s}]", refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "operator: In | operator: In, values: [a]",
        "operator: NotIn, values: [] | operator: NotIn, values: '${ZONES}'",
        "operator: Exists, values: [a] | operator: Exists, values: []",
        "operator: Gt, values: ['1', '2'] | operator: Gt, values: ['1']",
        "operator: in, values: [a] | operator: '${OPERATOR}', values: [a]",
        "values: [a] | operator: DoesNotExist"
      })
  void valuesOfNodeAffinityAgainstTheirOperator(String refused, String taken) {
    decides(
        "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
            + " {nodeSelectorTerms: [{matchExpressions: [{key: a, %s}]}]}}}",
        refused, taken);
    decides(
        "affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1,"
            + " preference: {matchExpressions: [{key: a, %s}]}}]}}",
        refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hostAliases: [{ip: a, hostnames: [b]}] | hostAliases: [{ip: 1.2.3.4, hostnames: [b.c]}]",
        "hostAliases: [{ip: 010.0.0.1}] | hostAliases: [{ip: '::1'}]",
        "hostAliases: [{ip: '::ffff:1.2.3.4'}] | hostAliases: [{ip: '${IP}'}]",
        "hostAliases: [{hostnames: [b]}] | hostAliases: '${ALIASES}'",
        "hostAliases: [{ip: 1.2.3.4, hostnames: [a_b]}] | hostAliases: [{ip: 1.2.3.4}]",
        "readinessGates: [{conditionType: a b}] | readinessGates: [{conditionType: a.b/C}]",
        "readinessGates: [{}] | readinessGates: [{conditionType: '${GATE}'}]",
        "schedulingGates: [{name: ''}] | schedulingGates: [{name: a.b/c}]",
        "schedulingGates: [{name: a}, {name: a}] | schedulingGates: [{name: a}, {name: b}]",
        "securityContext: {sysctls: [{name: Net.x, value: a}]}"
            + " | securityContext: {sysctls: [{name: net/ipv4/ip_forward, value: a}]}",
        "securityContext: {sysctls: [{name: a.b, value: a}, {name: a.b, value: a}]}"
            + " | securityContext: {sysctls: [{name: '${SYSCTL}', value: a}]}",
        "topologySpreadConstraints: [{maxSkew: 1, topologyKey: a}]"
            + " | topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable:"
            + " ScheduleAnyway}]",
        "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: k,"
            + " labelSelector: {matchExpressions: [{key: a, operator: In}]}}]}}"
            + " | affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
            + " [{topologyKey: k, labelSelector: {matchExpressions: [{key: a, operator: In, values:"
            + " [b]}]}}]}}"
      })
  void placesAndNames(String refused, String taken) {
    decides("%s", refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accessModes: [ReadWriteOnce] | accessModes: '${MODES}', resources: '${RESOURCES}'",
        "resources: {requests: {storage: 1Gi}} | '${CLAIM}': 1, accessModes: [ReadWriteOnce],"
            + " resources: {requests: {storage: 1Gi}}",
        "accessModes: [ReadWriteOncePod, ReadOnlyMany], resources: {requests: {storage: 1Gi}}"
            + " | accessModes: [ReadWriteOncePod], resources: {requests: {storage: 1Gi}}"
      })
  void claimsOfAStatefulSet(String refused, String taken) {
    String set =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: s}
        spec:
          selector: {matchLabels: {a: b}}
          volumeClaimTemplates: [{metadata: {name: d}, spec: {%s}}]
          template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: c:1}]}}
        """;
    assertThat(broken(set.formatted(refused))).as(refused).hasSize(1);
    assertThat(broken(set.formatted(taken))).as(taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "emptyDir: {sizeLimit: -1Mi} | emptyDir: {sizeLimit: 0}",
        "gitRepo: {repository: r, directory: a/../b} | gitRepo: {repository: r, directory: a/..b}",
        "image: {pullPolicy: Always} | image: {reference: '${IMAGE}'}",
        "csi: {driver: a_b} | csi: {driver: A.b}",
        "csi: {driver: a, nodePublishSecretRef: {}} | csi: {driver: a, nodePublishSecretRef: {name:"
            + " s}}",
        "iscsi: {targetPortal: p, iqn: iqn.x, lun: 0} | iscsi: {targetPortal: p, iqn:"
            + " 'iqn.2001-04.com.example:s', lun: 0}",
        "iscsi: {targetPortal: p, iqn: eui.0123456789abcdef, chapAuthSession: true}"
            + " | iscsi: {targetPortal: p, iqn: eui.0123456789abcdef, chapAuthSession: true,"
            + " secretRef: {name: s}}",
        "fc: {} | fc: {wwids: [a]}",
        "fc: {targetWWNs: [a]} | fc: {targetWWNs: [a], lun: 255}",
        "fc: {targetWWNs: [a], lun: 256} | fc: {targetWWNs: '${NAMES}'}",
        "quobyte: {registry: h, volume: v} | quobyte: {registry: 'h:1,h:2', volume: v}",
        "scaleIO: {gateway: g, system: s, secretRef: {name: s}}"
            + " | scaleIO: {gateway: g, system: s, volumeName: v, secretRef: {name: s}}",
        "storageos: {volumeName: A} | storageos: {volumeName: a}",
        "photonPersistentDisk: {fsType: ext4} | photonPersistentDisk: {pdID: p}",
        "rbd: {monitors: [], image: i} | rbd: {monitors: [m], image: i}",
        "flocker: {} | flocker: {datasetUUID: d}",
        "azureDisk: {diskName: d, diskURI: /subscriptions/s}"
            + " | azureDisk: {diskName: d, diskURI: /subscriptions/s, kind: Managed}",
        "flexVolume: {driver: a/b, options: {kubernetes.io/x: a}}"
            + " | flexVolume: {driver: a/b, options: {x.io/kubernetes.io: a}}",
        "ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], storageClassName:"
            + " A, resources: {requests: {storage: 1Gi}}}}} | ephemeral: {volumeClaimTemplate:"
            + " {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 2Gi}, limits:"
            + " {storage: 1Gi}}}}}"
      })
  void valuesInSources(String refused, String taken) {
    decides("volumes: [{name: s, %s}]", refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable:"
            + " DoNotSchedule}, {maxSkew: 2, topologyKey: z, whenUnsatisfiable: DoNotSchedule}]"
            + " | topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable:"
            + " DoNotSchedule}, {maxSkew: 2, topologyKey: z, whenUnsatisfiable: ScheduleAnyway}]",
        "topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable:"
            + " ScheduleAnyway, minDomains: 2}] | topologySpreadConstraints: [{maxSkew: 1,"
            + " topologyKey: a b, whenUnsatisfiable: DoNotSchedule, minDomains: 2}]",
        "tolerations: [{key: a b, operator: Exists}] | tolerations: [{key: a.b/c, value: d}]",
        "tolerations: [{key: a, operator: Gt, value: 1Gi}]"
            + " | tolerations: [{key: a, operator: Gt, value: '-5'}]",
        "tolerations: [{key: a, operator: Exists, tolerationSeconds: 3}]"
            + " | tolerations: [{key: a, operator: Exists, tolerationSeconds: 3, effect:"
            + " NoExecute}]",
        "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: z,"
            + " labelSelector: {}, namespaces: [A]}]}}"
            + " | affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
            + " [{topologyKey: z, labelSelector: {}, namespaces: [a]}]}}"
      })
  void places(String refused, String taken) {
    decides("%s", refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "containers: [{name: c}, {name: d, image: i}] | containers: [{name: c, args: [a]}]",
        "containers: [{name: c, image: i}], initContainers: [{name: d}] | initContainers: [{name:"
            + " d, image: i}], containers: [{name: c, image: i}]",
        "containers: [{name: c, image: i}], ephemeralContainers: [{name: d}] | containers: [{name:"
            + " c, image: i}], ephemeralContainers: [{name: d, image: i}]"
      })
  void imagesOfBarePods(String refused, String taken) {
    String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {%s}}";
    assertThat(broken(pod.formatted(refused)))
        .singleElement()
        .asString()
        .endsWith("a container needs an image");
    assertThat(broken(pod.formatted(taken))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"data, 0", "Data_1, 1"})
  void namesOfClaimTemplates(String name, int refused) {
    assertThat(
            broken(
                "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {revisionHistoryLimit: -1, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {hostname: A_B, containers: [{name: c, image: i}]}}, volumeClaimTemplates: [{metadata: {name: %s}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}}"
                    .formatted(name)))
        .hasSize(refused);
  }
}
