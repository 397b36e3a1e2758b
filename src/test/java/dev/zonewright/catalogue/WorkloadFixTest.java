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
        "missing-edera-runtime|| hostUsers: false | image: 'r.example/c:1' | its own users",
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
        "missing-edera-runtime|| restartPolicy: Always | image: 'quay.io/calico/cni:v3.27.0' |"
            + " driver",
        "missing-edera-runtime|| restartPolicy: Always | image: 'quay.io/cephcsi/cephcsi:v3' |"
            + " driver",
        "missing-edera-runtime|| restartPolicy: Always | image:"
            + " 'registry.k8s.io/sig-storage/nfs-provisioner:v4' | driver",
        "missing-edera-runtime|| restartPolicy: Always | image:"
            + " 'registry.k8s.io/csi-secrets-store/driver:v1.4' | driver",
        "mounted-service-account-token|| restartPolicy: Always | image: 'calico/typha:v3.27' |"
            + " driver",
        // what the kernel does
        "missing-edera-runtime|| restartPolicy: Always | image: 'linuxserver/wireguard:1.0' |"
            + " kernel modules of its node",
        "missing-edera-runtime|| restartPolicy: Always | image: 'registry.k8s.io/volume-nfs:0.8' |"
            + " kernel modules of its node",
        "missing-edera-runtime|| restartPolicy: Always | image: 'r.example/c:1', command: [sh, -c,"
            + " 'modprobe ip_vs && run'] | kernel modules of its node",
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
        "mounted-service-account-token|| restartPolicy: Always | image: 'r.example/c:1', command:"
            + " [python, -c, 'from kubernetes import client'] | in its command",
        "mounted-service-account-token|| restartPolicy: Always | image: 'r.example/c:1', lifecycle:"
            + " {preStop: {exec: {command: [sh, -c, 'kubectl drain $NODE']}}} | runs kubectl",
        "mounted-service-account-token|| restartPolicy: Always | image: 'datadog/agent:7' | works"
            + " with the API",
        "mounted-service-account-token|| restartPolicy: Always | image: 'r.example/c:1', env:"
            + " [{name: JOB_SERVICE_ACCOUNT, value: worker}] | JOB_SERVICE_ACCOUNT",
        // commands beside that of the start
        "privilege-escalation|| restartPolicy: Always | image: 'r.example/c:1', lifecycle:"
            + " {postStart: {exec: {command: [sh, -c, 'sudo prepare']}}} | sudo",
        "privilege-escalation|| restartPolicy: Always | image: 'r.example/c:1', livenessProbe:"
            + " {exec: {command: [ping, -c1, db]}} | ping",
        "undropped-capabilities|| restartPolicy: Always | image: 'r.example/c:1', livenessProbe:"
            + " {exec: {command: [ping, -c1, db]}} | NET_RAW",
        // what stands in the file of a program
        "undropped-capabilities|| restartPolicy: Always | image:"
            + " 'mcr.microsoft.com/mssql/server:2022-latest' | NET_BIND_SERVICE",
        "undropped-capabilities|| restartPolicy: Always | image:"
            + " 'registry.k8s.io/kube-apiserver:v1.30.0' | NET_BIND_SERVICE",
        "missing-seccomp-profile|| restartPolicy: Always | image: 'judge0/judge0:1.13' | sandbox",
        // the probe asks the node, but the program listens on the pod's own address alone
        "probe-host|| restartPolicy: Always | image: 'r.example/c:1', args: ['--bind=127.0.0.1'],"
            + " ports: [{containerPort: 9000}], livenessProbe: {httpGet: {host: 127.0.0.1, port:"
            + " 9000}} | listens there",
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
  @CsvSource({"v1", "apps.openshift.io/v1"})
  void noConstraintsOfOpenShiftAreKnownToAllowAProfile(String version) {
    String text =
        ("{apiVersion: %s, kind: DeploymentConfig, metadata: {name: d}, spec: {template: {spec:"
                + " {containers: [{name: c, image: 'r.example/a:1'}]}}}}")
            .formatted(version);
    Fix fix = fix("missing-seccomp-profile", text);
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("OpenShift");
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

  @ParameterizedTest
  @CsvSource({
    "privilege-escalation, sudo",
    "undropped-capabilities, iptables",
    "mounted-service-account-token, ConfigMap scripts",
  })
  void scriptsOfOpenedConfigMapsAreRead(String control, String why) {
    String text =
        POD.formatted(
                "",
                "volumes: [{name: s, configMap: {name: scripts}}]",
                "image: 'r.example/c:1', command: [sh, /s/run], volumeMounts: [{name: s, mountPath:"
                    + " /s}]")
            + """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: scripts, namespace: shop}
            data:
              run: |
                #!/bin/sh
                kubectl get pods
                sudo iptables -L
              notes.txt: how to chown, su and mount
            """;
    assertThat(fix(control, text).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix(control, text).reason()).contains(why);
    String commented =
        text.replace("kubectl get", "# kubectl get").replace("sudo ipt", "# sudo ipt");
    assertThat(fix(control, commented).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bind *:443 ssl crt /c | REVIEW",
        "listen 80; | REVIEW",
        "listen [::]:80 default_server; | REVIEW",
        "Listen 80 | REVIEW",
        "address: ':80' | REVIEW",
        ".:53 { | REVIEW",
        "bind *:8443 | SAFE",
        "listen 8080; | SAFE",
        "server db 10.0.0.1:443 | SAFE",
        "# listen 80; | SAFE",
      })
  void thePortsOfAServersConfigurationCount(String line, FixSafety safety) {
    String text =
        POD.formatted(
                "",
                "volumes: [{name: s, configMap: {name: server}}]",
                "image: 'r.example/c:1', volumeMounts: [{name: s, mountPath: /etc/server}]")
            + """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: server, namespace: shop}
            data:
              server.conf: |
                %s
            """
                .formatted(line);
    assertThat(fix("undropped-capabilities", text).safety()).isEqualTo(safety);
    assertThat(fix("privilege-escalation", text).safety()).isEqualTo(safety);
  }

  @ParameterizedTest
  @CsvSource({
    "serviceAccountName, api, REVIEW",
    "serviceAccount, api, REVIEW",
    "serviceAccountName, other, SAFE",
  })
  void anAccountThatACustomResourceNamesMayBeNeeded(String field, String name, FixSafety safety) {
    String text =
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: api, namespace: shop}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: shop}
        spec:
          selector: {matchLabels: {app: api}}
          template:
            metadata: {labels: {app: api}}
            spec: {serviceAccountName: api, containers: [{name: c, image: 'r.example/c:1'}]}
        ---
        apiVersion: things.example/v1
        kind: Thing
        metadata: {name: t, namespace: shop}
        spec: {workers: [{%s: %s}]}
        """
            .formatted(field, name);
    assertThat(fix("automounting-service-account", text).safety()).isEqualTo(safety);
  }

  @ParameterizedTest
  @CsvSource({
    "TCP, ClusterIP, SAFE",
    "UDP, ClusterIP, REVIEW",
    "TCP, ExternalName, REVIEW",
  })
  void aServiceServesThePortOnlyWithItsProtocol(String protocol, String type, FixSafety safety) {
    String text =
        POD.formatted(
                    "",
                    "restartPolicy: Always",
                    "image: 'r.example/c:1', ports: [{containerPort: 5000, hostPort: 5000}]")
                .replace("annotations: {}", "labels: {app: p}")
            + """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: s, namespace: shop}
            spec: {type: %s, selector: {app: p}, ports: [{port: 5000, protocol: %s}]}
            """
                .formatted(type, protocol);
    assertThat(fix("host-port", text).safety()).isEqualTo(safety);
  }
}
