package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs of a workload that stand elsewhere than in the field which a fix changes. */
class HiddenNeedsTest {
  private static final String ZONE = "missing-edera-runtime";
  private static final String TOKEN = "mounted-service-account-token";
  private static final String DROP = "undropped-capabilities";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env: [{name: NVIDIA_VISIBLE_DEVICES, value: all}]",
        "env: [{name: CUDA_VISIBLE_DEVICES, value: '0,1'}]",
        "securityContext: {capabilities: {add: [SYS_TIME]}}",
        "securityContext: {capabilities: {add: [CAP_SYS_MODULE]}}"
      })
  void whatWorksWithDevicesOrTheKernelOfItsNodeIsNotPutIntoAZoneUnasked(String container) {
    assertThat(FirstFix.ofContainer(ZONE, container).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env: [{name: NVIDIA_VISIBLE_DEVICES, value: void}]",
        "env: [{name: LOG_LEVEL, value: all}]",
        "securityContext: {capabilities: {add: [NET_BIND_SERVICE]}}"
      })
  void whatUsesNeitherIsPutIntoAZone(String container) {
    assertThat(FirstFix.ofContainer(ZONE, container).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "volumes: [{name: v, hostPath: {path: /home/x/build.sock}}]",
        "volumes: [{name: v, csi: {driver: csi.spiffe.io, readOnly: true}}]",
        "volumes: [{name: v, csi: {driver: gcsfuse.csi.storage.gke.io}}]",
        "tolerations: [{key: os, value: windows, effect: NoSchedule}]",
        "nodeSelector: {cloud.google.com/gke-accelerator: nvidia-tesla-t4}",
        "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
            + " {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator:"
            + " In, values: [n1]}]}]}}}"
      })
  void whatIsTiedToItsNodeIsNotPutIntoAZoneUnasked(String spec) {
    Fix fix = FirstFix.ofSpec(ZONE, "", "containers: [{name: c, image: 'r.example/a:1'}], " + spec);
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
  }

  @Test
  void aFurtherNetworkOfTheNodeIsNotSeenFromAZone() {
    String spec = "containers: [{name: c, image: 'r.example/a:1'}]";
    Fix joined = FirstFix.ofSpec(ZONE, "k8s.v1.cni.cncf.io/networks: macvlan", spec);
    assertThat(joined.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(joined.reason()).contains("additional networks");
    assertThat(FirstFix.ofSpec(ZONE, "gke-gcsfuse/volumes: 'true'", spec).reason())
        .contains("socket");
    assertThat(FirstFix.ofSpec(ZONE, "", spec).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcr.microsoft.com/windows/servercore/iis:ltsc2022",
        "r.example/base:nanoserver-ltsc2022",
        "mcr.microsoft.com/dotnet/framework/aspnet:4.8-windowsservercore-ltsc2022"
      })
  void anImageForWindowsDoesNotStartInAZone(String image) {
    Fix fix = FirstFix.ofSpec(ZONE, "", "containers: [{name: c, image: '%s'}]".formatted(image));
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("for Windows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "livenessProbe: {httpGet: {port: 80}}",
        "readinessProbe: {tcpSocket: {port: 443}}",
        "args: [--http-port=443]",
        "args: ['--listen', '--web.listen-address=:80']",
        "env: [{name: PORT, value: '80'}]",
        "env: [{name: HTTP_PORT, value: '0.0.0.0:80'}]"
      })
  void aLowPortIsSeenWhereverItIsWritten(String rest) {
    Fix fix = FirstFix.ofContainer(DROP, "securityContext: {runAsUser: 1000}, " + rest);
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("NET_BIND_SERVICE");
    assertThat(
            FirstFix.ofContainer(
                    "privilege-escalation", "securityContext: {runAsUser: 1000}, " + rest)
                .safety())
        .isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "livenessProbe: {httpGet: {port: 8080}}",
        "livenessProbe: {httpGet: {port: 80, host: other.example}}",
        "args: [--db-port=306, --http-port=8443]",
        "env: [{name: SMTP_PORT, value: '25'}]",
        "env: [{name: PORT, value: '8080'}]"
      })
  void aPortOfAnotherProgramIsNotItsOwn(String rest) {
    assertThat(FirstFix.ofContainer(DROP, "securityContext: {runAsUser: 1000}, " + rest).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aPrivilegedContainerMayNeedAnyCapability() {
    Fix fix = FirstFix.ofContainer(DROP, "securityContext: {runAsUser: 1000, privileged: true}");
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("privileged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "command: [/manager]",
        "command: [sh, -ec, 'exec consul agent -retry-join=\"provider=k8s label_selector=a\"']",
        "command: [sh, -c, 'curl https://kubernetes.default.svc/healthz']",
        "env: [{name: API, value: 'https://kubernetes.default:443'}]"
      })
  void whatNamesTheApiKeepsItsToken(String container) {
    assertThat(FirstFix.ofContainer(TOKEN, container).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cluster_formation.k8s.host = kubernetes.default.svc.cluster.local",
        "scrape_configs: [{kubernetes_sd_configs: [{role: pod}]}]",
        "'providers: {kubernetesCRD: {}}'",
        "'discovery: kubernetes'"
      })
  void theConfigurationOfAPodShowsItsUseOfTheApi(String data) {
    String text =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: conf, namespace: shop}
        data:
          a.conf: |
            %s
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop}
        spec:
          containers: [{name: c, image: 'r.example/a:1'}]
          volumes: [{name: v, configMap: {name: conf}}]
        """;
    Fix fix = FirstFix.in(TOKEN, text.formatted(data));
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("ConfigMap conf");
    assertThat(FirstFix.in(TOKEN, text.formatted("workers = 4")).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostPort: 80", "hostPort: 27015, protocol: UDP"})
  void aServiceWithinTheClusterDoesNotReplaceAPortThatOthersCall(String port) {
    String text =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: s, namespace: shop}
        spec: {%s, selector: {app: p}, ports: [{port: 8000, PROTOCOL}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, labels: {app: p}}
        spec: {containers: [{name: c, image: 'r.example/a:1', ports: [{containerPort: 8000, %s}]}]}
        """
            .replace("PROTOCOL", port.contains("UDP") ? "protocol: UDP" : "protocol: TCP");
    Fix within = FirstFix.in("host-port", text.formatted("type: ClusterIP", port));
    assertThat(within.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(within.reason()).contains("inside the cluster only");
    assertThat(FirstFix.in("host-port", text.formatted("type: LoadBalancer", port)).safety())
        .isEqualTo(FixSafety.SAFE);
    String tcp = text.replace("protocol: UDP", "protocol: TCP");
    assertThat(
            FirstFix.in("host-port", tcp.formatted("type: ClusterIP", "hostPort: 8000")).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  private static Fix served(String control, String service, String more) {
    return FirstFix.in(
        control,
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {selector: {app: p}, ports: [{%s}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, labels: {app: p}}
        spec: {containers: [{name: c, image: 'r.example/a:1', securityContext: {runAsUser: 1000}}%s]}
        """
            .formatted(service, more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"port: 80", "port: 8443, targetPort: 443", "port: 9, targetPort: '53'"})
  void aServiceThatSendsToALowPortShowsWhoOpensIt(String service) {
    for (String control : List.of(DROP, "privilege-escalation")) {
      Fix fix = served(control, service, "");
      assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
      assertThat(fix.reason()).contains("Service web");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"port: 80, targetPort: 8080", "port: 80, targetPort: http", "port: 8080"})
  void aServiceThatSendsToAnotherPortShowsNothing(String service) {
    assertThat(served(DROP, service, "").safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aLowPortThatAnotherContainerDeclaresIsNotThisOnes() {
    String proxy =
        ", {name: d, image: 'r.example/d:1', ports: [{containerPort: 80}], securityContext:"
            + " {capabilities: {drop: [ALL]}}}";
    assertThat(served(DROP, "port: 80", proxy).safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aPodThatIsInAZoneIsNotGivenAnotherKernelUnasked() {
    String kernel = "unmanaged-zone-kernel";
    String containers = "containers: [{name: c, image: 'r.example/a:1'}]";
    Fix inside = FirstFix.ofSpec(kernel, "", "runtimeClassName: edera, " + containers);
    assertThat(inside.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(inside.reason()).contains("the node's own kernel");
    assertThat(FirstFix.ofSpec(kernel, "", containers).safety()).isEqualTo(FixSafety.SAFE);
    Fix unknown = FirstFix.ofSpec(kernel, "", "runtimeClassName: '${RC}', " + containers);
    assertThat(unknown.safety()).isEqualTo(FixSafety.REVIEW);
  }
}
