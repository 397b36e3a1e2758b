package dev.zonewright.catalogue.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One share under several names: volumes of pods, and volumes that stand for it. */
class SharedVolumeTest {
  private static List<String> found(String... objects) {
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", String.join("---\n", objects)))).findings().stream()
            .map(f -> f.finding())
            .filter(f -> f.control().id().equals("shared-volume"))
            .map(f -> f.kind() + " " + f.name())
            .toList();
  }

  private static String pod(String name, String namespace, String path) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: %s}
    spec: {containers: [{name: c, image: x}], volumes: [{name: v, nfs: {server: s, path: %s}}]}
    """
        .formatted(name, namespace, path);
  }

  private static String volume(String name, String claim) {
    return """
    apiVersion: v1
    kind: PersistentVolume
    metadata: {name: %s}
    spec: {capacity: {storage: 1Gi}, csi: {driver: d, volumeHandle: fs-1}%s}
    """
        .formatted(name, claim.isEmpty() ? "" : ", claimRef: {name: c, namespace: " + claim + "}");
  }

  private static String claim(String name, String namespace, String volume) {
    return """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: %s, namespace: %s}
    spec: {volumeName: %s, accessModes: [ReadWriteMany], resources: {requests: {storage: 1Gi}}}
    """
        .formatted(name, namespace, volume);
  }

  @Test
  void twoVolumesThatStandForOneShare() {
    assertThat(found(volume("one", "shop"), volume("two", "bank")))
        .containsExactlyInAnyOrder("PersistentVolume one", "PersistentVolume two");
    assertThat(found(volume("one", "shop"), volume("two", "shop"))).isEmpty();
  }

  @Test
  void claimsThatNameTheirVolumes() {
    assertThat(
            found(
                volume("one", ""),
                volume("two", ""),
                claim("a", "shop", "one"),
                claim("b", "bank", "two")))
        .containsExactlyInAnyOrder("PersistentVolumeClaim a", "PersistentVolumeClaim b");
  }

  @ParameterizedTest
  @CsvSource({"/y,/y/,2", "/y,/y/below/it,2", "/,/y,2", "/y,/yes,0", "/y/a,/y/b,0"})
  void aFolderHoldsWhatIsBelowIt(String one, String two, int expected) {
    assertThat(found(pod("a", "shop", one), pod("b", "bank", two))).hasSize(expected);
  }
}
