package dev.zonewright.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.control.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table {@code precedence.txt}: the level and the findings of one pod a row. */
class PrecedenceTest {
  /** Those that read what the table is about; others find other things in the same pods. */
  private static final Set<String> CONTROLS =
      Set.of(
          "privileged-container",
          "undropped-capabilities",
          "added-capability",
          "host-port",
          "privilege-escalation",
          "root-user",
          "missing-seccomp-profile",
          "unsafe-proc-mount",
          "unsafe-selinux-options",
          "unsafe-apparmor-profile",
          "windows-host-process",
          "mounted-service-account-token",
          "undetermined-value");

  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  @TestFactory
  Stream<DynamicTest> everyRowHolds() throws IOException {
    return rows().stream().map(row -> dynamicTest(row.line(), () -> check(row)));
  }

  @Test
  void thereAreManyRowsAndEveryControlIsInOne() throws IOException {
    List<PrecedenceRow> rows = rows();
    assertThat(rows).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    assertThat(rows.stream().flatMap(row -> row.findings().stream()).map(PrecedenceTest::control))
        .containsAll(CONTROLS)
        .allMatch(CONTROLS::contains);
    assertThat(ControlCatalogue.all().stream().map(control -> control.info().id()))
        .containsAll(CONTROLS);
  }

  private static void check(PrecedenceRow row) {
    Analysis analysis = ANALYZER.analyze(List.of(Manifest.of("pod.yaml", row.manifest())));
    assertThat(analysis.workloads().getFirst().pss().word())
        .as(row.manifest())
        .isEqualTo(row.level());
    assertThat(
            analysis.findings().stream()
                .filter(f -> CONTROLS.contains(f.finding().control().id()))
                .map(PrecedenceTest::asWritten))
        .as(row.manifest())
        .containsExactlyInAnyOrderElementsOf(row.findings());
  }

  private static String asWritten(LocatedFinding located) {
    String sure = located.finding().verdict() == Verdict.UNDETERMINED ? "?" : "";
    String path = located.finding().path().toString();
    String at =
        located.finding().kind().equals("Pod")
            ? path.substring("spec.".length())
            : located.finding().kind() + " " + path;
    return located.finding().control().id() + sure + " @ " + at;
  }

  private static String control(String finding) {
    return finding.substring(0, finding.indexOf(" @ ")).replace("?", "");
  }

  static List<PrecedenceRow> rows() throws IOException {
    try (InputStream table = PrecedenceTest.class.getResourceAsStream("precedence.txt")) {
      String text =
          new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\\R"))
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(PrecedenceRow::of)
          .toList();
    }
  }
}
