package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a program listens, and with whom it finds its peers, whatever names the setting. */
class ServerAddressesTest {
  private static final String DROP = "undropped-capabilities";
  private static final String TOKEN = "mounted-service-account-token";

  private static Fix of(String control, String image, String container) {
    return FirstFix.ofSpec(
        control,
        "",
        "securityContext: {runAsUser: 1000}, containers: [{name: c, image: '%s', %s}]"
            .formatted(image, container));
  }

  private static Fix given(String control, String name, String value) {
    return of(control, "r.example/a:1", "env: [{name: '%s', value: '%s'}]".formatted(name, value));
  }

  @ParameterizedTest
  @CsvSource({
    "LISTEN, :80",
    "LISTEN, 80",
    "HOST, 0.0.0.0:80",
    "SERVE_ON, :80",
    "BIND, 0.0.0.0:443",
    "ADDR, :443",
    "METRICS_ADDR, 0.0.0.0:90",
    "BIND_ADDR, *:80",
    "SERVER_ADDRESS, :80",
    "SITE, http://[::]:80/",
    "APACHE_HTTP_PORT_NUMBER, 80",
    "GUNICORN_CMD_ARGS, --bind=0.0.0.0:80",
    "JAVA_OPTS, -Xmx1g -Dserver.port=80",
  })
  void aVariableThatOpensALowPortKeepsTheRight(String name, String value) {
    Fix fix = given(DROP, name, value);
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("port ");
  }

  @ParameterizedTest
  @ValueSource(strings = {":80", "0.0.0.0:80", "http://0.0.0.0:80", "*:443"})
  void anAddressAloneIsOneToo(String word) {
    Fix fix = of(DROP, "r.example/a:1", "args: [serve, '%s']".formatted(word));
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @CsvSource({
    "UPSTREAM, http://shop:80",
    "REDIS_URL, redis://127.0.0.1:443",
    "DB_PORT, 80",
    "SMTP_PORT_NUMBER, 25",
    "LISTEN, :8080",
    "HOST, 0.0.0.0:8443",
    "RATIO, 16:9",
    "START, 10:30",
    "DATE, 2026-01-01 10:30",
    "IMAGE, r.example/a:80",
  })
  void anAddressOfAnotherOrAHighPortIsNone(String name, String value) {
    assertThat(given(DROP, name, value).safety()).isEqualTo(FixSafety.SAFE);
  }

  @Test
  void aPortForMetricsIsNotTheOneThatAServerIsThereFor() {
    String port = "env: [{name: METRICS_PORT, value: '9113'}]";
    assertThat(of(DROP, "nginx:1.27", port).safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(of(DROP, "nginx:1.27", port.replace("METRICS", "NGINX")).safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @CsvSource({
    "RABBITMQ_CONF, cluster_formation.peer_discovery_backend = k8s",
    "RABBITMQ_ARGS, -x peer_discovery_backend rabbit_peer_discovery_k8s",
    "SPARK_MASTER, k8s://https://10.0.0.1",
    "JAVA_OPTS, -Dakka.discovery.method=kubernetes-api",
  })
  void aVariableThatFindsPeersThroughTheClusterKeepsTheToken(String name, String value) {
    assertThat(given(TOKEN, name, value).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @Test
  void anOptionDoesToo() {
    String option = "--cluster_formation.peer_discovery_backend=rabbit_peer_discovery_k8s";
    assertThat(of(TOKEN, "r.example/a:1", "args: ['%s']".formatted(option)).safety())
        .isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_RESOURCE_ATTRIBUTES, k8s.cluster.name=x",
    "DOCS, https://kubernetes.io/docs",
    "JAVA_OPTS, -Dcluster.name=my-k8s",
  })
  void aMereNameOfTheClusterDoesNot(String name, String value) {
    assertThat(given(TOKEN, name, value).safety()).isEqualTo(FixSafety.SAFE);
  }
}
