package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pod needs that nothing forbids in a zone, but that a zone may not have. */
class ZoneFitTest {
  private static Fix zone(String annotations, String spec) {
    return FirstFix.ofSpec("missing-edera-runtime", annotations, spec);
  }

  private static Fix ofContainer(String container) {
    return zone("", "containers: [{name: c, %s}]".formatted(container));
  }

  private static Fix beside(String spec) {
    return zone("", "containers: [{name: c, image: 'r.example/a:1'}], " + spec);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcr.microsoft.com/mssql/server:2022-latest",
        "container-registry.oracle.com/database/free:23.4",
        "gvenzl/oracle-xe:21",
        "gitlab/gitlab-ce:17.1.0-ce.0",
        "sonarqube:10-community",
        "sonatype/nexus3:3.70.0",
        "confluentinc/cp-kafka:7.6.1",
        "r.example/mirror/bitnami/kafka@sha256:0123",
        "opensearchproject/opensearch:2",
        "ollama/ollama:0.3",
        "itzg/minecraft-server:java21",
        "clamav/clamav:1.3"
      })
  void aProgramThatIsKnownToBeLargeNeedsAPersonWhereNoLimitIsSet(String image) {
    Fix fix = ofContainer("image: '%s'".formatted(image));
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("usually needs more than the 1024 MB");
    assertThat(
            ofContainer("image: '%s', resources: {limits: {memory: 4Gi}}".formatted(image))
                .safety())
        .isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'danielqsj/kafka-exporter:v1'",
        "image: 'provectuslabs/kafka-ui:v0.7'",
        "image: 'opensearchproject/opensearch-dashboards:2'",
        "image: 'apache/kafka:3.8', env: [{name: KAFKA_HEAP_OPTS, value: -Xmx512m}]",
        "image: 'r.example/a:1', env: [{name: PHP_MEMORY_LIMIT, value: 2G}]",
        "image: 'r.example/a:1', env: [{name: SPARK_EXECUTOR_MEMORY, value: 4g}]",
        "image: 'r.example/a:1', env: [{name: MEMORY_LIMIT_MB, value: '512'}]",
        "image: 'r.example/a:1', env: [{name: JAVA_TOOL_OPTIONS, value:"
            + " '-XX:MaxRAMPercentage=75'}]",
        "image: 'redis:7', args: [--maxmemory, 512mb]"
      })
  void whatOnlyWatchesItOrIsToldToTakeLessIsPutThere(String container) {
    assertThat(ofContainer(container).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'r.example/a:1', env: [{name: HEAP_OPTS, value: -Xmx1G -Xms1G}]",
        "image: 'r.example/a:1', args: ['-XX:MaxHeapSize=3g']",
        "image: 'r.example/a:1', env: [{name: MEMORY, value: 4G}]",
        "image: 'r.example/a:1', env: [{name: SQL_MEMORY_LIMIT_MB, value: '4096'}]",
        "image: 'postgres:16', args: [postgres, -c, shared_buffers=2GB]",
        "image: 'mysql:8', args: [--innodb-buffer-pool-size=4G]",
        "image: 'redis:7', args: [--maxmemory, 4gb]",
        "image: 'mongo:7', args: [--wiredTigerCacheSizeGB, '4']",
        "image: 'memcached:1.6', args: [-m, '4096']",
        "image: 'varnish:7', args: [-s, 'malloc,4G']"
      })
  void whatItIsToldToTakeCounts(String container) {
    Fix fix = ofContainer(container);
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains(" MB");
  }

  @Test
  void filesInMemoryCount() {
    String volume = "volumes: [{name: s, emptyDir: {medium: Memory, sizeLimit: %s}}]";
    assertThat(beside(volume.formatted("4Gi")).reason())
        .isEqualTo(
            "its volume s holds up to 4096 MB in memory, and a zone has 1024 MB where no container"
                + " has a limit");
    assertThat(beside(volume.formatted("256Mi")).safety()).isEqualTo(FixSafety.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.katacontainers.config.hypervisor.default_memory: '4096'",
        "dev.gvisor.internal.nvproxy: 'true'",
        "module.wasm.image/variant: compat",
        "run.oci.handler: wasm",
        "io.kubernetes.cri-o.userns-mode: auto",
        "irq-load-balancing.crio.io: disable"
      })
  void whatAnotherRuntimeReadsIsNamed(String annotation) {
    Fix fix = zone(annotation, "containers: [{name: c, image: 'r.example/a:1'}]");
    assertThat(fix.safety()).isEqualTo(FixSafety.REVIEW);
    assertThat(fix.reason()).contains("is for another runtime");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodeSelector: {kubernetes.io/arch: s390x}",
        "tolerations: [{key: nvidia.com/gpu, operator: Exists}]",
        "securityContext: {windowsOptions: {runAsUserName: ContainerUser}}"
      })
  void processorsAndSystemsThatNoZoneHasAreNamed(String spec) {
    assertThat(beside(spec).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"In, values: [runc]", "DoesNotExist", "NotIn, values: [edera]"})
  void anAffinityAwayFromTheNodesOfTheClassIsSeenWithoutTheClass(String rule) {
    assertThat(affinity("runtime", rule).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @Test
  void anAffinityToThemIsNone() {
    assertThat(affinity("runtime", "In, values: [edera]").safety()).isEqualTo(FixSafety.SAFE);
    assertThat(affinity("kubernetes.io/arch", "In, values: [amd64, s390x]").safety())
        .isEqualTo(FixSafety.SAFE);
    assertThat(affinity("kubernetes.io/arch", "In, values: [ppc64le]").safety())
        .isEqualTo(FixSafety.REVIEW);
    assertThat(affinity("cpu-generation", "Gt, values: ['3']").safety())
        .isEqualTo(FixSafety.REVIEW);
  }

  private static Fix affinity(String key, String rule) {
    return beside(
        "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
            + " {nodeSelectorTerms:"
            + " [{matchExpressions: [{key: %s, operator: %s}]}]}}}".formatted(key, rule));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: 'pytorch/pytorch:2.3.0-cuda12.1-cudnn8-runtime'",
        "image: 'tensorflow/tensorflow:2.16.1-gpu'",
        "image: 'qemux/qemu:6'",
        "image: 'r.example/vm:1', command: [qemu-system-x86_64, -enable-kvm]",
        "image: 'grafana/beyla:1.7'",
        "image: 'r.example/a:1', resources: {limits: {hugepages-2Mi: 1Gi, memory: 2Gi}}"
      })
  void whatItsNodeHasForItIsNamed(String container) {
    assertThat(ofContainer(container).safety()).isEqualTo(FixSafety.REVIEW);
  }

  @Test
  void aMeshOfTheNodeMayNotReachIntoAZone() {
    String text =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, labels: {%s}}
        spec: {containers: [{name: c, image: 'r.example/a:1'}]}
        """;
    assertThat(FirstFix.in("missing-edera-runtime", text.formatted("app: p")).reason())
        .startsWith("the label of its namespace istio.io/dataplane-mode: ambient");
    assertThat(
            FirstFix.in("missing-edera-runtime", text.formatted("istio.io/dataplane-mode: none"))
                .safety())
        .isEqualTo(FixSafety.SAFE);
  }
}
