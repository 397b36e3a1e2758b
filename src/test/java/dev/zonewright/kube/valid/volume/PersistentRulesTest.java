package dev.zonewright.kube.valid.volume;

import static dev.zonewright.kube.valid.Refusals.decides;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources of PersistentVolumes, with the answers of an API server. */
class PersistentRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "iscsi: {targetPortal: a, iqn: %s, lun: 0} | 'disk:1' | 'iqn.2001-04.com.example:disk1'",
        "iscsi: {targetPortal: a, iqn: 'iqn.2001-04.com.example:d', lun: %s} | 256 | 255",
        "iscsi: {targetPortal: a, iqn: 'iqn.2001-04.com.example:d', lun: 0%s} | , chapAuthSession:"
            + " true | , chapAuthSession: true, secretRef: {name: a}",
        "iscsi: {targetPortal: a, iqn: 'iqn.2001-04.com.example:d', lun: 0, secretRef: {%s}} | `` |"
            + " name: a",
        "fc: {%s} | fsType: ext4 | wwids: [a]",
        "fc: {targetWWNs: [a]%s} | `` | , lun: 1",
        "portworxVolume: {%s} | `` | volumeID: a",
        "azureDisk: {diskName: a, diskURI: 'https://a/b', cachingMode: %s} | none | None",
        "azureDisk: {diskName: a, diskURI: '%s'} | /subscriptions/a | https://a/b",
        "cinder: {volumeID: a, secretRef: {name: a%s}} | `` | , namespace: b",
        "storageos: {volumeName: %s} | A_b | a-b",
        "scaleIO: {gateway: 'https://a', system: a, secretRef: {name: a}%s} | `` | , volumeName: a",
        "quobyte: {volume: a, registry: '%s'} | a | a:1",
        "flocker: {%s} | `` | datasetName: a",
        "flexVolume: {driver: a/b, options: {%s: c}} | kubernetes.io/a | example.com/a",
        "gcePersistentDisk: {pdName: a, partition: %s} | 256 | 1",
        "glusterfs: {endpoints: a, path: b, endpointsNamespace: %s} | a_b | a-b",
        "hostPath: {path: %s} | /a/../b | /a",
        "nfs: {server: a, path: %s} | exports | /exports",
        "csi: {driver: %s, volumeHandle: a} | a_b | Disk.csi.example.com",
        "csi: {driver: a, volumeHandle: b, nodePublishSecretRef: {name: a%s}} | `` | , namespace: b"
      })
  void sources(String form, String refused, String taken) {
    decides(
        "{apiVersion: v1, kind: PersistentVolume, metadata: {name: p}, spec: {capacity: {storage:"
            + " 1Gi}, accessModes: [ReadWriteOnce], "
            + form
            + "}}",
        refused.equals("''") ? "" : refused,
        taken);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = "ReadWriteOnce | ReadWriteOncePod")
  void oneModeStandsAlone(String refused, String taken) {
    decides(
        "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: p}, spec: {accessModes:"
            + " [ReadWriteOncePod, %s], resources: {requests: {storage: 1Gi}}}}",
        refused, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {accessModes: [ReadWriteOnce]} | spec: {storageClassName: fast}",
        "spec: {accessModes: [ReadWriteOnce], resources: {limits: {storage: 1Gi}}} | spec:"
            + " {accessModes: [ReadWriteOnce], resources: '${RESOURCES}'}",
        "spec: {volumeName: v, resources: {requests: {storage: 1Gi}}} | spec: {resources:"
            + " {requests: {storage: 1Gi}}}",
        "spec: {accessModes: [], volumeMode: Block, resources: {requests: {storage: 1Gi}}} | spec:"
            + " {volumeMode: Block, accessModes: '{{ .Values.modes }}', resources: {requests:"
            + " {storage: 1Gi}}}"
      })
  void aClaimHasASizeAndModes(String refused, String taken) {
    decides(
        "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: p}, %s}", refused, taken);
  }
}
