package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs that stand in what a pod is given, or in the names of what it runs. */
class GivenNeedsTest {
  private static final String TOKEN = "mounted-service-account-token";

  private static Fix given(String control, String object, String container, String volume) {
    return FirstFix.in(
        control,
        """
        apiVersion: v1
        metadata: {name: given, namespace: shop}
        %s
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop}
        spec:
          securityContext: {runAsUser: 1000}
          containers: [{name: c, image: 'r.example/a:1', %s}]
          volumes: [%s]
        """
            .formatted(object, container, volume));
  }

  private static Fix asVariables(String control, String object, String from) {
    return given(control, object, "envFrom: [{%s: {name: given}}]".formatted(from), "");
  }

  private static Fix asFiles(String control, String object, String volume) {
    return given(
        control,
        object,
        "volumeMounts: [{name: v, mountPath: /v}]",
        "{name: v, %s}".formatted(volume));
  }

  private static Fix ofContainer(String control, String container) {
    return FirstFix.ofSpec(
        control,
        "",
        "securityContext: {runAsUser: 1000}, containers: [{name: c, %s}]".formatted(container));
  }

  @Test
  void theKeysOfAWholeConfigMapAreVariables() {
    String map = "kind: ConfigMap\ndata: {KUBERNETES_NAMESPACE: shop, JAVA_OPTS: -Xmx4g}";
    assertThat(asVariables(TOKEN, map, "configMapRef").reason())
        .isEqualTo(
            "its variable KUBERNETES_NAMESPACE in ConfigMap given speaks of the Kubernetes API");
    assertThat(asVariables("missing-edera-runtime", map, "configMapRef").reason())
        .contains("4096 MB");
    assertThat(asVariables(TOKEN, "kind: ConfigMap\ndata: {LOG: info}", "configMapRef").safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void whatStandsInAnOpenedSecretCountsAsWell() {
    String secret = "kind: Secret\nstringData: {start.sh: \"#!/bin/sh\\nsudo -E kubectl apply\"}";
    assertThat(asFiles(TOKEN, secret, "secret: {secretName: given}").reason())
        .isEqualTo("its configuration in Secret given mentions the Kubernetes API");
    assertThat(asFiles("privilege-escalation", secret, "secret: {secretName: given}").reason())
        .isEqualTo("sudo works by gaining privileges");
  }

  @Test
  void aPortInTheMiddleOfALineIsRead() {
    String map = "kind: ConfigMap\ndata: {a.conf: 'server { listen %s; root /x; }'}";
    String volume = "configMap: {name: given}";
    assertThat(asFiles("undropped-capabilities", map.formatted("80"), volume).safety())
        .isEqualTo(FixSafety.REVIEW);
    assertThat(asFiles("undropped-capabilities", map.formatted("8080"), volume).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aVariableMayHoldACommand() {
    String variable = "image: 'r.example/a:1', env: [{name: %s, value: 'sudo -E run'}]";
    assertThat(ofContainer("privilege-escalation", variable.formatted("START_CMD")).safety())
        .isEqualTo(FixSafety.REVIEW);
    assertThat(ofContainer("privilege-escalation", variable.formatted("GREETING")).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aProgramThatKnowsItsNodeMayTellOthersToCallItThere() {
    String text =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: s, namespace: shop}
        spec: {selector: {app: p}, ports: [{port: 9200}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, labels: {app: p}}
        spec:
          containers:
          - name: c
            image: r.example/a:1
            env: [{name: ADVERTISED, %s}]
            ports: [{containerPort: 9200, hostPort: 9200}]
        """;
    Fix told =
        FirstFix.in(
            "host-port", text.formatted("valueFrom: {fieldRef: {fieldPath: status.hostIP}}"));
    assertThat(told.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(told.reason()).contains("variable ADVERTISED");
    assertThat(FirstFix.in("host-port", text.formatted("value: a")).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'r.example/shop/order-manager:1'",
        "image: 'r.example/shop/payment-adapter:1'",
        "image: 'r.example/shop/flow-controller:1'",
        "image: 'r.example/shop/queue:1'",
        "image: 'r.example/shop/fleet:1'",
        "image: 'r.example/a:1', env: [{name: VAULT_ADDR, value: a}, {name: VAULT_TOKEN, value: b}]"
      })
  void anEverydayWordIsNoSignWhereTheAccountIsTheDefault(String container) {
    assertThat(ofContainer(TOKEN, container).safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void withAnAccountOfItsOwnItIs() {
    String text =
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: own, namespace: shop}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop}
        spec: {serviceAccountName: own, containers: [{name: c, image: 'r.example/shop/flow-controller:1'}]}
        """;
    assertThat(FirstFix.in(TOKEN, text).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'jenkins/inbound-agent:3256'",
        "image: 'r.example/agent:1', env: [{name: AZP_URL, value: 'https://dev.example'}]",
        "image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2'",
        "image: 'quay.io/signalfx/splunk-otel-collector:0.100'",
        "image: 'quay.io/argoprojlabs/argocd-image-updater:v0.13'",
        "image: 'registry.redhat.io/openshift4/ose-cli:v4.15'",
        "image: 'curlimages/curl:8', command: [sh, -c, 'curl -k"
            + " https://$KUBERNETES_SERVICE_HOST/api']",
        "image: 'r.example/a:1', env: [{name: druid_extensions_loadList, value:"
            + " '[\"druid-kubernetes-extensions\"]'}]",
        "image: 'r.example/a:1', env: [{name: VAULT_ADDR, value: 'https://vault:8200'}]",
        "image: 'r.example/a:1', command: [sh, -c, 'vault write auth/kubernetes/login role=a']",
        "image: 'r.example/a:1', args: [--conf, spark.kubernetes.namespace=a]",
        "image: 'r.example/a:1', command: [stern, app]"
      })
  void whatWorksWithTheClusterKeepsItsToken(String container) {
    assertThat(ofContainer(TOKEN, container).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "privilege-escalation|image: 'bytemark/smtp:1'",
        "privilege-escalation|image: 'r.example/a:1', command: [bwrap, run]",
        "privilege-escalation|image: 'r.example/a:1', command: [mtr, --report, a]",
        "privilege-escalation|image: 'r.example/a:1', command: [/usr/sbin/sshd, -D]",
        "privilege-escalation|image: 'zenika/alpine-chrome:124'",
        "undropped-capabilities|image: 'r.example/a:1', command: [pkexec, run]",
        "undropped-capabilities|image: 'r.example/a:1', command: [ping6, db]",
        "missing-seccomp-profile|image: 'minlag/mermaid-cli:10'",
        "missing-seccomp-profile|image: 'r.example/a:1', command: [nsjail, -Mo]",
        "missing-seccomp-profile|image: 'postgres:18', args: [postgres, -c, io_method=io_uring]",
        "missing-seccomp-profile|image: 'r.example/a:1', command: [node, -e,"
            + " \"require('puppeteer')\"]"
      })
  void programsThatGainPowersOrMakeASandboxKeepThem(String control, String container) {
    assertThat(ofContainer(control, container).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "privilege-escalation|image: 'axllent/mailpit:v1'",
        "privilege-escalation|image: 'r.example/electronics:1'",
        "missing-seccomp-profile|image: 'r.example/a:1', args: [--no-io_uring]"
      })
  void othersDoNot(String control, String container) {
    assertThat(ofContainer(control, container).safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void anExtensionOfTheApiKeepsTheToken() {
    String served =
        """
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata: {name: v1.acme.io}
        spec: {group: acme.io, version: v1, service: {name: api, namespace: %s}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: shop}
        spec: {selector: {app: p}, ports: [{port: 443, targetPort: 6443}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, labels: {app: p}}
        spec: {containers: [{name: c, image: 'r.example/a:1'}]}
        """;
    assertThat(FirstFix.in(TOKEN, served.formatted("shop")).reason())
        .isEqualTo("it answers for APIService v1.acme.io, and asks the API who may do what");
    assertThat(FirstFix.in(TOKEN, served.formatted("other")).safety()).isEqualTo(FixSafety.SAFE);
  }
}
