package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an AOT cache cannot hold is not on the way of a review: docs/decisions/0025 says what each
 * costs.
 */
class FirstPodTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        hostNetwork: true
        containers:
          - name: web
            image: registry.example/web:1
            securityContext: {privileged: true}
            volumeMounts: [{name: logs, mountPath: /logs}]
        volumes: [{name: logs, hostPath: {path: /var/log}}]
      """;

  @TempDir Path folder;

  @Test
  void noSwitchAndNoRecordIsBoundForAPod() throws Exception {
    Path pod = Files.writeString(folder.resolve("pod.yaml"), POD);

    assertThat(linked("review", pod.toString()))
        .noneMatch(l -> l.contains("ObjectMethods") || l.contains("SwitchBootstraps"));
    assertThat(linked("review", "--format", "json", pod.toString()))
        .noneMatch(l -> l.contains("ObjectMethods") || l.contains("SwitchBootstraps"));
  }

  @Test
  void noRecordIsBoundForTheSample() throws Exception {
    assertThat(linked("review", Path.of("assets", "samples").toString()))
        .noneMatch(l -> l.contains("ObjectMethods"));
  }

  /** The places of ours that the virtual machine bound while it ran, with what made each. */
  private List<String> linked(String... words) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djava.lang.invoke.MethodHandle.TRACE_METHOD_LINKAGE=true",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor()).isEqualTo(1);
    List<String> all =
        new String(Files.readAllBytes(out), StandardCharsets.UTF_8)
            .lines()
            .filter(l -> l.startsWith("linkCallSite dev.zonewright."))
            .toList();
    // without a cache every lambda is bound, so an empty answer would mean that nothing was told
    assertThat(all).anyMatch(l -> l.contains("LambdaMetafactory"));
    return all;
  }
}
