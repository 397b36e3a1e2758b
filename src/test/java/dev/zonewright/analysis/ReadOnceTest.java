package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.WorkloadControls;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading is what fixes take their time for: how often a document is read is counted. */
class ReadOnceTest {
  private static final String QUICK = "dev.zonewright.yaml.parse.QuickText.of";
  private static final String FULL = "dev.zonewright.yaml.parse.YamlParser.parseFully";

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        hostPID: true
        containers:
          - name: web
            image: registry.example/web:1
            securityContext:
              privileged: true
      """;

  private final Analyzer analyzer = new Analyzer(WorkloadControls.all(), Profile.EDERA_REFERENCE);

  @TempDir private Path folder;

  @Test
  void whatIsReadAfterAChangeIsNotReadAgainToJudgeOrToAnalyseIt() throws IOException {
    Analysis before = analyzer.analyze(List.of(Manifest.of("pod.yaml", POD)));
    LocatedFinding one = finding(before, "host-pid");
    Map<String, Long> reads =
        counted(() -> {
          FixRun run = new Fixer(analyzer).fixAll(before, one::equals, true, () -> false);
          assertThat(run.fixed()).contains(one);
          assertThat(run.after().manifest("pod.yaml").orElseThrow().stream().text())
              .doesNotContain("hostPID");
        });
    // once by each parser, to prove the change
    assertThat(reads).isEqualTo(Map.of(QUICK, 1L, FULL, 1L));
  }

  private static LocatedFinding finding(Analysis analysis, String control) {
    return analysis.findings().stream()
        .filter(f -> f.finding().control().id().equals(control))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Long> counted(Runnable work) throws IOException {
    Path file = folder.resolve("reads.jfr");
    try (Recording recording = new Recording()) {
      recording
          .enable("jdk.MethodTrace")
          .with("filter", QUICK.replace(".of", "::of") + ";" + FULL.replace(".parseF", "::parseF"))
          .with("threshold", "0 ns");
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    // other tests read at the same time
    return RecordingFile.readAllEvents(file).stream()
        .filter(e -> e.getEventType().getName().equals("jdk.MethodTrace"))
        .filter(e -> e.getThread().getJavaThreadId() == Thread.currentThread().threadId())
        .collect(Collectors.groupingBy(ReadOnceTest::method, Collectors.counting()));
  }

  private static String method(RecordedEvent event) {
    RecordedMethod method = event.getValue("method");
    return method.getType().getName() + "." + method.getName();
  }
}
