package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that stop when something is taken from them of which their manifest says nothing. */
class WellKnownProgramsTest {
  private static Fix fix(String control, String annotations, String container) {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, annotations: {%s}}
        spec:
          runtimeClassName: edera
          containers:
          - {name: c, securityContext: {runAsUser: 1000}, %s}
        """
            .formatted(annotations, container);
    return FirstFix.in(control, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'registry.k8s.io/ingress-nginx/controller:v1.11'",
        "image: 'r.example/own:1', args: [--election-id=leader]",
        "image: 'traefik:v3'",
        "image: 'r.example/own:1', args: [--providers.kubernetesingress=true]",
        "image: 'hashicorp/vault:1.16'",
        "image: 'velero/velero:v1.14'",
        "image: 'quay.io/argoproj/argocd@sha256:0123'",
        "image: 'r.example/own:1', env: [{name: VAULT_K8S_POD_NAME, value: a}]",
        "image: 'r.example/own:1', env: [{name: SPRING_CLOUD_KUBERNETES_ENABLED, value: 'true'}]",
        "image: 'r.example/own:1', args: [--kube-subnet-mgr]",
        "image: 'r.example/own:1', args: ['--health-probe-bind-address=:8081']",
        "image: 'r.example/own:1', args: [--source=kubernetes]",
        "image: 'r.example/dns:1', args: [--source=service, --provider=aws]",
        "image: 'r.example/dns:1', args: ['--source=gateway-httproute,ingress']",
        "image: 'r.example/ceph:1', args: [ceph, operator]",
        "image: auto",
        "image: 'r.example/own:1', command: [/opt/bin/flanneld]",
        "image: 'r.example/own:1', args: [worker, start, --type, kubernetes]",
        "image: 'r.example/own:1', args: [--probe.kubernetes=true]",
        "image: 'r.example/own:1', args: [-nginx-configmaps=shop/conf]",
        "image: 'r.example/own:1', env: [{name: DISCOVERY_METHOD, value: kubernetes-api}]",
        "image: 'r.example/own:1', env: [{name: LEADER, value: KubernetesLeaderElectionManager}]",
        "image: 'r.example/own:1', env: [{name: SPRING_CONFIG_IMPORT, value: 'kubernetes:'}]",
        "image: 'r.example/own:1', env: [{name: DB, value: 'vault:secret/data/db#password'}]",
        "image: 'kubeshop/testkube-api-server:2'",
        "image: 'gcr.io/kubecost1/cost-model:1'",
        "image: 'registry.k8s.io/kueue/kueue:v0.9'",
        "image: 'tailscale/tailscale:v1'",
        "image: 'r.example/mine/goldpinger:3'",
        "image: 'ghcr.io/stakater/ingressmonitorcontroller:v2'",
        "image: 'weaveworks/flux:1.25'",
        "image: 'portainer/agent:2'",
        "image: 'cr.l5d.io/linkerd/metrics-api:stable'"
      })
  void aProgramThatWorksWithTheApiKeepsItsTokenUnlessSomebodyLooks(String container) {
    assertThat(fix("mounted-service-account-token", "", container).safety())
        .isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'registry.k8s.io/volume-nfs:0.8'",
        "image: 'gcr.io/google-samples/kubernetes-bootcamp:v1'",
        "image: 'r.example/k8s/web:1'",
        "image: 'r.example/own:1', args: [--source=s3, --sources=mysql]",
        "image: 'r.example/k8s-prod/web:1'",
        "image: 'r.example/kubernetes/web:1'",
        "image: 'r.example/own:1', env: [{name: CLUSTER, value: k8s-prod}]",
        "image: 'r.example/own:1', env: [{name: TOPIC, value: kubernetes.events}]"
      })
  void aNameThatOnlySpeaksOfClustersIsNoUseOfTheApi(String container) {
    assertThat(fix("mounted-service-account-token", "", container).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void whatAnAnnotationAddsMayNeedTheTokenToo() {
    Fix injected =
        fix(
            "mounted-service-account-token",
            "vault.hashicorp.com/agent-inject: 'true'",
            "image: 'r.example/web:1'");
    assertThat(injected.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(injected.reason()).contains("Vault's agent");
    assertThat(
            fix(
                    "mounted-service-account-token",
                    "vault.security.banzaicloud.io/vault-role: shop",
                    "image: 'r.example/web:1'")
                .reason())
        .contains("Vault's agent");
    assertThat(
            fix(
                    "mounted-service-account-token",
                    "linkerd.io/inject: disabled",
                    "image: 'r.example/web:1'")
                .safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void buildersWithoutRootGainPrivilegesFromTheirPrograms() {
    String image = "image: 'moby/buildkit:rootless'";
    assertThat(fix("privilege-escalation", "", image).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix("undropped-capabilities", "", image).reason()).contains("newuidmap");
    assertThat(fix("privilege-escalation", "", "image: 'docker:27-dind-rootless'").safety())
        .isEqualTo(FixSafety.REVIEW);
    assertThat(fix("privilege-escalation", "", "image: 'r.example/web:1'").safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gcr.io/kaniko-project/executor:latest",
        "gcr.io/kaniko-project/kaniko:1",
        "buildkite/agent:3",
        "jenkins/inbound-agent:1",
        "gitlab/gitlab-runner:v17"
      })
  void whatRunsTheCommandsOfBuildsMayGainPrivilegesByThem(String image) {
    Fix fix = fix("privilege-escalation", "", "image: '%s'".formatted(image));
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("commands of builds").doesNotContain("newuidmap");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gitea/gitea:1.22-rootless",
        "r.example/video/transcoder:1",
        "r.example/kubeflow-dashboards/ui:1"
      })
  void anImageWhoseNameOnlyContainsAKnownOneIsAnother(String image) {
    String container = "image: '%s'".formatted(image);
    assertThat(fix("privilege-escalation", "", container).safety()).isEqualTo(FixSafety.SAFE);
    assertThat(fix("missing-seccomp-profile", "", container).safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void whatMountsForAnotherUserThanRootGainsPrivileges() {
    String container = "image: 'r.example/s3:1', command: [s3fs, bucket, /data]";
    assertThat(fix("privilege-escalation", "", container).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix("undropped-capabilities", "", container).reason()).contains("SYS_ADMIN");
    assertThat(fix("missing-seccomp-profile", "", container).reason()).contains("s3fs");
  }

  @Test
  void whatSendsRawPacketsMayNeedTheCapability() {
    assertThat(
            fix("undropped-capabilities", "", "image: 'quay.io/prometheus/blackbox-exporter:v0.25'")
                .reason())
        .contains("NET_RAW");
  }

  @Test
  void aProgramThatIsToldItsOwnNamesDoesNotAskTheApi() {
    String own =
        "image: 'r.example/web:1', env: [{name: K8S_POD_NAME, valueFrom: {fieldRef: {fieldPath:"
            + " metadata.name}}}]";
    assertThat(fix("mounted-service-account-token", "", own).safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void whatTheNamespaceAddsCountsUnlessThePodSaysNo() {
    String text =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {kuma.io/sidecar-injection: enabled}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, labels: {%s}}
        spec: {containers: [{name: c, image: 'r.example/web:1'}]}
        """;
    String control = "mounted-service-account-token";
    assertThat(FirstFix.in(control, text.formatted("")).reason()).contains("Kuma's proxy");
    assertThat(FirstFix.in(control, text.formatted("kuma.io/sidecar-injection: disabled")).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aProgramWithACapabilityInItsFileDoesNotStartWithoutIt() {
    String image = "image: 'docker.io/library/caddy:2', ports: [{containerPort: 8080}]";
    Fix drop = fix("undropped-capabilities", "", image);
    assertThat(drop.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(drop.reason()).contains("NET_BIND_SERVICE");
    assertThat(fix("privilege-escalation", "", image).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @Test
  void anotherUserThanRootMayOweALowPortToTheProgramsFile() {
    Fix fix =
        fix("privilege-escalation", "", "image: 'r.example/web:1', ports: [{containerPort: 80}]");
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("port 80");
  }

  @Test
  void browsersAndBuildersMakeSystemCallsThatTheFilterHoldsBack() {
    String control = "missing-seccomp-profile";
    assertThat(fix(control, "", "image: 'browserless/chrome:1'").reason()).contains("sandbox");
    assertThat(fix(control, "", "image: 'ghcr.io/tigerbeetle/tigerbeetle:0.16'").reason())
        .contains("io_uring");
    assertThat(
            fix(
                    control,
                    "",
                    "image: 'r.example/pdf:1', env: [{name: PUPPETEER_EXECUTABLE_PATH, value: /c}]")
                .reason())
        .contains("PUPPETEER_EXECUTABLE_PATH");
    assertThat(fix(control, "", "image: 'moby/buildkit:rootless'").safety())
        .isEqualTo(FixSafety.REVIEW);
    assertThat(fix(control, "", "image: 'r.example/web:1'").safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: DaemonSet, spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels:"
            + " {a: b}}, spec: {containers: [{name: c, image: 'r.example/a:1'}]}}}",
        "kind: Deployment, spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels:"
            + " {a: b}}, spec: {containers: []}}}",
        "kind: Job, spec: {template: {spec: {containers: [{name: c, image: 'r.example/a:1',"
            + " command: [nfd-worker]}]}}}",
        "kind: Job, spec: {template: {spec: {affinity: {podAffinity:"
            + " {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey:"
            + " kubernetes.io/hostname}]}}, containers: [{name: c, image: 'r.example/a:1'}]}}}",
        "kind: Job, spec: {template: {spec: {nodeName: n1, containers: [{name: c, image:"
            + " 'r.example/a:1'}]}}}",
        "kind: Job, spec: {template: {spec: {nodeSelector: {cloud.google.com/gke-nodepool: big},"
            + " containers: [{name: c, image: 'r.example/a:1'}]}}}"
      })
  void whatIsTiedToNodesIsNotPutIntoAZoneUnasked(String rest) {
    String text = "{apiVersion: apps/v1, metadata: {name: w, namespace: shop}, " + rest + "}\n";
    String job = text.replace("apps/v1, metadata: {name: w", "batch/v1, metadata: {name: w");
    assertThat(FirstFix.in("missing-edera-runtime", rest.contains("Job") ? job : text).safety())
        .isEqualTo(FixSafety.REVIEW);
  }

  @Test
  void anAccountOfThePlatformKeepsItsToken() {
    Fix fix =
        FirstFix.in(
            "automounting-service-account",
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: net, namespace: net}
            ---
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: net, namespace: net}
            spec:
              selector: {matchLabels: {a: b}}
              template:
                metadata: {labels: {a: b}}
                spec:
                  hostNetwork: true
                  serviceAccountName: net
                  containers: [{name: c, image: 'r.example/net:1'}]
            """);
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("platform");
  }
}
