package dev.zonewright.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.zonewright.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of objects that differ by their names alone: each Service, policy and binding is about
 * each workload. What is allocated is counted, not timed: four times as many take no sixteen times
 * that. Where the answers themselves are as many as there are pairs, each takes the same.
 */
class AlikeShareTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path folder;

  private static String alike(int number) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web-%1$d, namespace: shop}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {serviceAccountName: web, containers: [{name: c, image: i}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web-%1$d, namespace: shop}
    spec: {selector: {app: web}, ports: [{port: 80}]}
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: web-%1$d, namespace: shop}
    spec: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {}}]}]}
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: web-%1$d, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
    subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
    ---
    """
        .formatted(number);
  }

  /** Roles that flow into one that many are bound to. */
  private static String gathered(int number) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: part-%1$d, labels: {part: "yes"}}
    rules: [{apiGroups: [""], resources: [configmaps], verbs: [get]}]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: all-%1$d, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: all}
    subjects: [{kind: ServiceAccount, name: a%1$d, namespace: shop}]
    ---
    """
        .formatted(number);
  }

  private static String own(int number) {
    return alike(number).replace("app: web", "app: web-" + number);
  }

  private double allocated(String text, String... words) throws IOException {
    Path file = Files.writeString(folder.resolve("many.yaml"), text);
    String[] args =
        Stream.concat(Stream.of(words), Stream.of(file.toString())).toArray(String[]::new);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    long before = THREADS.getTotalThreadAllocatedBytes();
    Terminal.run(args, InputStream.nullInputStream(), nowhere, nowhere);
    return THREADS.getTotalThreadAllocatedBytes() - before;
  }

  private static String times(int count, IntFunction<String> unit) {
    return IntStream.range(0, count).mapToObj(unit).collect(Collectors.joining());
  }

  @Test
  void manyAlikeAreReviewedInTheirShare() throws IOException {
    allocated(times(100, AlikeShareTest::alike), "review");

    double few = allocated(times(400, AlikeShareTest::alike), "review");
    assertThat(allocated(times(1_600, AlikeShareTest::alike), "review") / few).isLessThan(5);
  }

  /** Whether somebody has half of a power depends on all that flows into the roles they have. */
  @Test
  void whatManyAreBoundToIsGatheredOnce() throws IOException {
    String all =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: all}
        aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: "yes"}}]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: binds, labels: {part: "yes"}}
        rules: [{apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [bind]}]
        ---
        """;
    allocated(all + times(50, AlikeShareTest::gathered), "review");

    double few = allocated(all + times(100, AlikeShareTest::gathered), "review");
    assertThat(allocated(all + times(400, AlikeShareTest::gathered), "review") / few).isLessThan(8);
  }

  @Test
  void aConnectionOfAPodIsAskedOfItsOwnPoliciesAlone() throws IOException {
    allocated(times(10, AlikeShareTest::own), "reach");

    double few = allocated(times(30, AlikeShareTest::own), "reach");
    // sixteen times as many pairs
    assertThat(allocated(times(120, AlikeShareTest::own), "reach") / few).isLessThan(18);
  }
}
