package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs by how programs are started and configured: ports, builds, the cluster's API. */
class NeedsOfProgramsTest {
  private static final String TOKEN = "mounted-service-account-token";
  private static final String DROP = "undropped-capabilities";
  private static final String ESCALATION = "privilege-escalation";
  private static final String SECCOMP = "missing-seccomp-profile";

  private static Fix of(String control, String container) {
    return FirstFix.ofSpec(
        control,
        "",
        "securityContext: {runAsUser: 1000}, containers: [{name: c, %s}]".formatted(container));
  }

  private static String started(String command) {
    return "image: 'r.example/a:1', command: %s".formatted(command);
  }

  private static Fix configured(String control, String data) {
    return FirstFix.in(
        control,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: given, namespace: shop}
        data:
          settings: |
        %s
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop}
        spec:
          securityContext: {runAsUser: 1000}
          containers: [{name: c, image: 'r.example/a:1', volumeMounts: [{name: v, mountPath: /v}]}]
          volumes: [{name: v, configMap: {name: given}}]
        """
            .formatted(data.indent(4).stripTrailing()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[uvicorn, 'app:app', --port, '80']",
        "[gunicorn, -b, ':80', 'app:app']",
        "[puma, -b, 'tcp://0.0.0.0:80']",
        "[python, -m, http.server, '80']",
        "[python, manage.py, runserver, '0.0.0.0:80']",
        "[flask, run, -h, 0.0.0.0, -p, '80']",
        "[bundle, exec, rails, s, -p, '80']",
        "[java, '-Dserver.port=443', -jar, a.jar]",
        "[httpd, -f, -p, '80', -h, /www]",
        "[sh, -c, 'while true; do nc -lp 80 -e cat; done']",
        "[socat, 'TCP-LISTEN:443,fork', 'TCP:x:443']",
        "[socat, 'tcp-listen:636,reuseaddr,fork', 'tcp:ldap:636']"
      })
  void aLowPortInACommandNeedsTheRightToIt(String command) {
    assertThat(of(DROP, started(command)).reason()).contains("NET_BIND_SERVICE");
    assertThat(of(ESCALATION, started(command)).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[uvicorn, 'app:app', --port, '8080']",
        "[gunicorn, -b, ':8000', --workers, '4', 'app:app']",
        "[python, -m, http.server, '8000']",
        "[sh, -c, 'until nc -z db 443; do sleep 1; done']",
        "[socat, 'TCP-LISTEN:8443,fork', 'TCP:x:443']",
        "[java, '-Dhttp.proxyPort=80', '-Dsmtp.port=25', -jar, a.jar]",
        "[curl, -b, 'a=1', 'http://web:80/']"
      })
  void aHighOneOrThatOfAnotherProgramDoesNot(String command) {
    assertThat(of(DROP, started(command)).safety()).isEqualTo(FixSafety.SAFE);
    assertThat(of(ESCALATION, started(command)).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @CsvSource({
    "php:8.3-apache, REVIEW",
    "php:8.3-fpm, SAFE",
    "wordpress:6.6-apache, REVIEW",
    "wordpress:6.6-fpm-alpine, SAFE",
    "nextcloud, REVIEW",
    "nginx:1.27, REVIEW",
    "nginxinc/nginx-unprivileged:1.27, SAFE",
    "r.example/team/nginx-exporter:1, SAFE",
    "vaultwarden/server:1.31, REVIEW",
    "ubuntu/bind9:9.18, REVIEW",
    "jpillora/dnsmasq:1, REVIEW",
    "foxcpp/maddy:0.7, REVIEW"
  })
  void imagesOpenALowPortUnlessToldOtherwise(String image, FixSafety safety) {
    assertThat(of(DROP, "image: '%s'".formatted(image)).safety()).isEqualTo(safety);
    String told = "image: '%s', ports: [{containerPort: 8080}]".formatted(image);
    assertThat(of(DROP, told).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @CsvSource({
    "ASPNETCORE_URLS, 'http://+:80', REVIEW",
    "ASPNETCORE_URLS, 'http://+:8080', SAFE",
    "ASPNETCORE_HTTP_PORTS, '80', REVIEW",
    "SHOP_URLS, 'http://web:80', SAFE"
  })
  void theAddressesOfAVariableAreReadAsWell(String name, String value, FixSafety safety) {
    String env = "image: 'r.example/a:1', env: [{name: %s, value: '%s'}]".formatted(name, value);
    assertThat(of(DROP, env).safety()).isEqualTo(safety);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server.port=80",
        "server:\n  ssl: {enabled: true}\n  port: 443",
        "http_port = 80",
        "socket_address: { address: 0.0.0.0, port_value: 80 }",
        "source s { network(transport(udp) port(514)); };",
        "input(type=\"imudp\" port=\"514\")",
        "listener 443"
      })
  void aLowPortInAConfigurationNeedsTheRightToIt(String settings) {
    assertThat(configured(DROP, settings).reason()).contains("NET_BIND_SERVICE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server.port=8080\nsmtp.server.port=25",
        "server:\n  port: 8443\ndatabase:\n  port: 80",
        "socket_address: { address: 10.0.0.1, port_value: 80 }",
        "destination d { network(\"logs\" port(6514)); };"
      })
  void thePortsOfOthersAreNotItsOwn(String settings) {
    assertThat(configured(DROP, settings).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leaderElection:\n  leaderElect: true",
        "leaderElection:\n  resourceName: shop",
        "leader_election: true",
        "apiVersion: kubescheduler.config.k8s.io/v1",
        "{\"kubeConfig\": \"\", \"kubeNamespace\": \"x\"}"
      })
  void configurationsOfControllersKeepTheToken(String settings) {
    assertThat(configured(TOKEN, settings).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unclean.leader.election.enable=true",
        "leaderElection:\n  leaderElect: false",
        "leader_election: false"
      })
  void anElectionOfAnotherKindDoesNot(String settings) {
    assertThat(configured(TOKEN, settings).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'prefecthq/prefect:3-python3.12-kubernetes'",
        "image: 'gcr.io/tekton-releases/dogfooding/tkn:1'",
        "image: 'gardendev/garden-gcloud:0.13'",
        "image: 'r.example/a:1', command: [kopf, run, ops.py]",
        "image: 'r.example/a:1', args: [--lease-name=acme]",
        "image: 'r.example/a:1', args: [--lock-object-name=acme]"
      })
  void programsForClustersKeepTheToken(String container) {
    assertThat(of(TOKEN, container).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sidecar.opentelemetry.io/inject",
        "org.infisical.com/inject",
        "openservicemesh.io/sidecar-injection"
      })
  void whatIsAddedByAnAnnotationKeepsTheToken(String annotation) {
    assertThat(
            FirstFix.ofSpec(
                    TOKEN,
                    "'%s': 'true'".formatted(annotation),
                    "containers: [{name: c, image: 'r.example/a:1'}]")
                .reason())
        .contains(annotation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'r.j3ss.co/img:v0.5', args: [build, .]",
        "image: 'r.example/a:1', command: [sh, -c, 'buildah bud -t x .']",
        "image: 'r.example/a:1', command: [sh, -c, 'containerd-rootless.sh & nerdctl build .']"
      })
  void buildersWithoutRootMapUsers(String container) {
    assertThat(of(ESCALATION, container).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(of(SECCOMP, container).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[supercronic, /crontab]", "[sh, -c, 'echo a >> /etc/passwd; exec app']"})
  void aFileThatIsCalledLikeAProgramIsNotStarted(String command) {
    assertThat(of(ESCALATION, started(command)).safety()).isEqualTo(FixSafety.SAFE);
    assertThat(of(ESCALATION, started("[/usr/bin/crontab, /tmp/jobs]")).safety())
        .isEqualTo(FixSafety.REVIEW);
  }

  @Test
  void anAddressOfVaultMayComeFromAConfigMap() {
    String pod =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: given, namespace: shop}
        data: {VAULT_ADDR: 'http://vault:8200'}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop}
        spec:
          containers:
            - name: c
              image: r.example/a:1
              envFrom: [{configMapRef: {name: given}}]
              env: [{name: %s, value: x}]
        """;
    assertThat(FirstFix.in(TOKEN, pod.formatted("LOG_LEVEL")).reason()).contains("Vault");
    assertThat(FirstFix.in(TOKEN, pod.formatted("VAULT_TOKEN")).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @CsvSource({
    "r.example/payments-manager:1, SAFE",
    "r.example/print-queue:1, SAFE",
    "r.example/tenant-manager:1, REVIEW",
    "r.example/shop-controller:1, REVIEW"
  })
  void anEverydayNameTellsOfNoClusterAlsoWithAnAccountOfItsOwn(String image, FixSafety safety) {
    String text =
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: own, namespace: shop}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop}
        spec: {serviceAccountName: own, containers: [{name: c, image: '%s'}]}
        """
            .formatted(image);
    assertThat(FirstFix.in(TOKEN, text).safety()).isEqualTo(safety);
  }

  @Test
  void aZoneHoldsNeitherTheMemoryNorTheProcessorOfTheNode() {
    String zone = "missing-edera-runtime";
    assertThat(of(zone, "image: 's390x/redis:7'").reason()).contains("other processors");
    String memory = "image: 'r.example/a:1', env: [{name: GOMEMLIMIT, value: %s}]";
    assertThat(of(zone, memory.formatted("3GiB")).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(of(zone, memory.formatted("300MiB")).safety()).isEqualTo(FixSafety.SAFE);
  }
}
