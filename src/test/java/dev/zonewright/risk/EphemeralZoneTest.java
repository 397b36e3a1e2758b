package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The four steps of the ephemeral zone pattern, each with the line that shows it. */
class EphemeralZoneTest {
  private static List<String> steps(String text) {
    return ResidualRisk.of(
            new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
                .analyze(List.of(Manifest.of("a.yaml", text))))
        .getFirst()
        .agents()
        .stream()
        .filter(r -> r.id().equals("agent-persistence"))
        .flatMap(r -> r.evidence().stream())
        .filter(e -> e.text().startsWith("helper, "))
        .map(e ->
            "%s %d %s".formatted(e.state(), e.place().orElseThrow().line(), e.text().substring(8)))
        .toList();
  }

  @Test
  void aJobForOneTaskFollowsIt() {
    assertThat(
            steps(
                """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: helper, namespace: acme}
                spec:
                  activeDeadlineSeconds: 600
                  template:
                    metadata: {labels: {zonewright.dev/workload: agent}}
                    spec:
                      runtimeClassName: edera
                      restartPolicy: Never
                      volumes:
                      - {name: work, emptyDir: {}}
                      containers: [{name: helper, image: 'x:1'}]
                """))
        .containsExactly(
            "IN_PLACE 9 a zone for the task: it runs in its own zone",
            "IN_PLACE 10 one task: a Job that is not restarted",
            "IN_PLACE 11 its output is copied out: no volume outlives the zone, what is not copied"
                + " is lost",
            "IN_PLACE 5 the zone is destroyed: after 600 seconds at the latest");
  }

  @Test
  void aDeploymentWithAClaimLacksAllFour() {
    assertThat(
            steps(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: helper, namespace: acme}
                spec:
                  template:
                    metadata: {labels: {zonewright.dev/workload: agent}}
                    spec:
                      volumes:
                      - {name: state, persistentVolumeClaim: {claimName: state}}
                      containers: [{name: helper, image: 'x:1'}]
                """))
        .containsExactly(
            "MISSING 7 a zone for the task: it runs on the host kernel",
            "MISSING 2 one task: a Deployment takes one task after another",
            "MISSING 9 its output is copied out: volume state outlives the zone, and the agent"
                + " writes it itself",
            "MISSING 2 the zone is destroyed: nothing ends a Deployment");
  }

  @Test
  void unknownValuesAreNoStepInPlace() {
    assertThat(
            steps(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: helper, namespace: acme, labels: {zonewright.dev/workload: agent}}
                spec:
                  runtimeClassName: ${CLASS}
                  restartPolicy: ${RESTART}
                  activeDeadlineSeconds: ${SECONDS}
                  containers: [{name: helper, image: 'x:1'}]
                """))
        .filteredOn(step -> step.startsWith("UNDETERMINED"))
        .hasSize(3);
  }
}
