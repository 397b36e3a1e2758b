package dev.zonewright.catalogue;

import static dev.zonewright.catalogue.Reviewed.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workloads of well-known projects that would not go on as before with the fix. */
class WorkloadFixTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: p, namespace: shop, annotations: {%s}}
      spec:
        %s
        securityContext: {runAsUser: 1000}
        containers: [{name: c, %s}]
      """;

  private static Fix fix(String control, String text) {
    return find(control, text).getFirst().finding().fixes().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what a zone does not give
        "missing-edera-runtime|| hostUsers: false | image: 'r.example/c:1' | users of its own",
        "missing-edera-runtime|| restartPolicy: Always | image: 'r.example/c:1', volumeDevices:"
            + " [{name: d, devicePath: /dev/xvda}] | block device",
        "missing-edera-runtime|| volumes: [{name: h, emptyDir: {medium: HugePages-2Mi}}] | image:"
            + " 'r.example/c:1' | huge pages",
        // drivers of storage and network, which serve the nodes
        "missing-edera-runtime|| restartPolicy: Always | image:"
            + " 'registry.k8s.io/sig-storage/csi-provisioner:v4.0.0' | driver",
        "missing-edera-runtime|| restartPolicy: Always | image: 'r.example/c:1', args:"
            + " [--csi-address=/csi/csi.sock] | driver",
        "missing-edera-runtime|| restartPolicy: Always | image:"
            + " 'docker.io/calico/kube-controllers:v3.27.0' | driver",
        // what the kernel does
        "missing-edera-runtime|| restartPolicy: Always | image: 'linuxserver/wireguard:1.0' |"
            + " modules of its node's kernel",
        "missing-edera-runtime|| restartPolicy: Always | image: 'registry.k8s.io/volume-nfs:0.8' |"
            + " modules of its node's kernel",
        "missing-edera-runtime|| restartPolicy: Always | image: 'r.example/c:1', command: [sh, -c,"
            + " 'modprobe ip_vs && run'] | modules of its node's kernel",
        // programs that find the others of their kind through the API
        "mounted-service-account-token|| restartPolicy: Always | image: 'r.example/c:1', env:"
            + " [{name: JGROUPS_DISCOVERY_PROTOCOL, value: kubernetes.KUBE_PING}] |"
            + " JGROUPS_DISCOVERY_PROTOCOL",
        "mounted-service-account-token|| restartPolicy: Always | image: 'r.example/c:1', env:"
            + " [{name: JAVA_OPTS, value: '-Xmx1g -Dhazelcast.kubernetes.service-name=hz'}] |"
            + " JAVA_OPTS",
        "mounted-service-account-token|| restartPolicy: Always | image: 'r.example/c:1', env:"
            + " [{name: CORE_EXECUTOR, value: KubernetesExecutor}] | CORE_EXECUTOR",
        "mounted-service-account-token|| restartPolicy: Always | image: 'flink:1.19', args:"
            + " [kubernetes-jobmanager.sh, kubernetes-application] | runs kubernetes-jobmanager.sh",
        // a port that is opened at every address
        "undropped-capabilities|| restartPolicy: Always | image: 'r.example/c:1', args:"
            + " ['--entrypoints.web.address=:80'] | port 80",
        // what OpenShift refuses
        "missing-seccomp-profile| openshift.io/required-scc: anyuid | restartPolicy: Always |"
            + " image: 'r.example/c:1' | anyuid",
      })
  void isToBeLookedAt(
      String control, String annotations, String spec, String container, String why) {
    String text = POD.formatted(annotations == null ? "" : annotations, spec, container);
    Fix fix = fix(control, text);
    assertThat(fix.safety()).as(text).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing-edera-runtime|| restartPolicy: Always | image: 'r.example/notes-server:1'",
        "missing-edera-runtime|| restartPolicy: Always | image: 'r.example/cnidaria:1'",
        "mounted-service-account-token|| restartPolicy: Always | image: 'r.example/c:1', env:"
            + " [{name: JAVA_OPTS, value: '-Dspring.cloud.kubernetes.enabled=false'}]",
        "undropped-capabilities|| restartPolicy: Always | image: 'r.example/c:1', args:"
            + " ['--web.address=:8080', '--upstream-address=10.0.0.1:443']",
        "missing-seccomp-profile| openshift.io/required-scc: restricted-v2 | restartPolicy: Always"
            + " | image: 'r.example/c:1'",
      })
  void isSafe(String control, String annotations, String spec, String container) {
    String text = POD.formatted(annotations == null ? "" : annotations, spec, container);
    assertThat(fix(control, text).safety()).as(text).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @CsvSource({"local: {path: /mnt/d}, REVIEW", "nfs: {server: nas; path: /d}, SAFE"})
  void storageOfANodeKeepsThePodThere(String source, FixSafety safety) {
    String text =
        POD.formatted(
                "",
                "volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]",
                "image: 'r.example/c:1'")
            + """
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: shop}
            spec: {volumeName: pv, storageClassName: ""}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv}
            spec: {%s}
            """
                .formatted(source.replace(';', ','));
    assertThat(fix("missing-edera-runtime", text).safety()).isEqualTo(safety);
  }
}
