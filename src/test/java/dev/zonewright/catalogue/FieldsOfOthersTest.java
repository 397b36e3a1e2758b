package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.kube.PssLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that a kind does not have never reaches its pods: it is named, and no finding. */
class FieldsOfOthersTest {
  private static Reviewed review(String apiVersion, String kind, String spec) {
    return Reviewed.of(
        "apiVersion: %s\nkind: %s\nmetadata: {name: a, namespace: b}\nspec: %s\n"
            .formatted(apiVersion, kind, spec));
  }

  private static List<String> found(Reviewed reviewed) {
    List<String> controls =
        List.of("host-network", "host-pid", "host-path-volume", "root-user", "host-ipc");
    return reviewed.analysis().findings().stream()
        .filter(f -> controls.contains(f.finding().control().id()))
        .map(f -> f.finding().control().id() + " " + f.finding().path())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kubevirt.io/v1; VirtualMachine; {template: {spec: {nodeSelector: {a: b}, hostNetwork:"
            + " true}}}; spec.template.spec.hostNetwork",
        "kubevirt.io/v1; VirtualMachineInstance; {domain: {}, hostPID: true}; spec.hostPID",
        "kubevirt.io/v1; VirtualMachineInstance; {domain: {}, securityContext: {runAsUser: 0}};"
            + " spec.securityContext",
        "argoproj.io/v1alpha1; Sensor; {template: {hostNetwork: true}}; spec.template.hostNetwork",
        "tekton.dev/v1; Task; {hostIPC: true, steps: [{image: a}]}; spec.hostIPC",
      })
  void isNamedAndNotFound(String apiVersion, String kind, String spec, String path) {
    Reviewed reviewed = review(apiVersion, kind, spec);
    assertThat(found(reviewed)).isEmpty();
    CoverageItem row = reviewed.analysis().coverage().items().getFirst();
    assertThat(row.status()).isEqualTo(CoverageItem.Status.PARTLY_ANALYSED);
    assertThat(row.reason()).contains(path);
    assertThat(reviewed.analysis().workloads()).allMatch(w -> w.pss() == PssLevel.UNDETERMINED);
  }

  @Test
  void whatTheKindHasIsFound() {
    assertThat(
            found(
                review(
                    "opentelemetry.io/v1beta1",
                    "OpenTelemetryCollector",
                    "{hostNetwork: true, hostPID: true, volumes: [{name: a, hostPath: {path:"
                        + " /}}], podSecurityContext: {runAsUser: 0}}")))
        .containsExactlyInAnyOrder(
            "host-network spec.hostNetwork",
            "host-pid spec.hostPID",
            "host-path-volume spec.volumes[0].hostPath",
            "root-user spec.podSecurityContext.runAsUser");
  }
}
