package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped sample shows every kind of level, and fixing it moves the rows. */
class SampleRiskTest {
  private static final Path SAMPLES = Path.of("assets", "samples");
  private static final Analyzer ANALYZER =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  private static Analysis sample() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return ANALYZER.analyze(
          files.filter(f -> f.toString().endsWith(".yaml")).map(SampleRiskTest::manifest).toList());
    }
  }

  private static Manifest manifest(Path file) {
    try {
      return Manifest.of(file.getFileName() + "", Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> levels(List<RiskRow> rows) {
    return rows.stream().map(r -> r.id() + ": " + r.level().word()).toList();
  }

  private static TenantRisk of(Analysis analysis, String tenant) {
    return ResidualRisk.of(analysis).stream()
        .filter(t -> t.tenant().equals(tenant))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void acmeIsOpenBecauseOneOfItsWorkloadsIsInNoZone() throws IOException {
    TenantRisk acme = of(sample(), "acme");

    assertThat(acme.verdict())
        .isEqualTo(
            "1 of 3 workloads shares the host kernel with globex and initech; nothing below "
                + "applies until that is fixed.");
    assertThat(levels(acme.sharedResources()))
        .containsExactly(
            "dom0-kernel: open",
            "physical-hardware: reduced",
            "network-fabric: reduced",
            "node-kubelet: open");
    assertThat(acme.edera()).extracting(RiskRow::level).containsOnly(ResidualLevel.OPEN);
    assertThat(levels(acme.agents()))
        .containsExactly(
            "agent-code-execution: controlled",
            "agent-tool-abuse: reduced",
            "agent-credential-theft: open",
            "agent-persistence: controlled",
            "agent-exfiltration: controlled",
            "agent-exhaustion: controlled",
            "agent-lateral-movement: open");
  }

  @Test
  void globexRunsInZonesAndIsOpenToTheNetwork() throws IOException {
    TenantRisk globex = of(sample(), "globex");

    assertThat(globex.level()).isEqualTo(ResidualLevel.OPEN);
    assertThat(globex.workloads()).isEqualTo(2);
    assertThat(globex.inZone()).isEqualTo(2);
    assertThat(globex.agents()).isEmpty();
    assertThat(levels(globex.edera()))
        .containsExactly(
            "edera-kernel: reduced",
            "edera-memory: controlled",
            "edera-cpu: controlled",
            "edera-block-storage: reduced",
            "edera-xenstore: controlled",
            "edera-pid-namespace: reduced",
            "edera-ipc-namespace: controlled");
  }

  @Test
  void everyPlaceIsWhereItsLineIs() throws IOException {
    Analysis sample = sample();
    assertThat(ResidualRisk.of(sample))
        .flatExtracting(TenantRisk::rows)
        .flatExtracting(RiskRow::evidence)
        .extracting(Evidence::place)
        .allSatisfy(place ->
            place.ifPresent(p -> {
              String text = sample.manifest(p.file()).orElseThrow().stream().text();
              assertThat(text.substring(p.range().start(), p.range().end())).isNotBlank();
              assertThat(text.substring(0, p.range().start()).chars().filter(c -> c == '\n'))
                  .hasSize(p.line() - 1);
            }));
  }

  @Test
  void fixingAllButTheHostPathMovesRowsAndLeavesThatOpen() throws IOException {
    Analysis before = sample();
    FixRun run =
        new Fixer(ANALYZER)
            .fixAll(
                before,
                f -> !f.finding().control().id().equals("host-path-volume"),
                true,
                () -> false);
    List<RiskChange> moved =
        RiskChanges.between(ResidualRisk.of(before), ResidualRisk.of(run.after()));

    assertThat(moved)
        .contains(
            new RiskChange(
                "acme", "edera-memory", "Memory", ResidualLevel.OPEN, ResidualLevel.CONTROLLED),
            new RiskChange(
                "globex",
                "edera-kernel",
                "Kernel",
                ResidualLevel.REDUCED,
                ResidualLevel.CONTROLLED))
        .noneMatch(change -> change.to() == ResidualLevel.OPEN);
    assertThat(of(run.after(), "acme").verdict())
        .isEqualTo("All 3 workloads run in zones, but api mounts files of the node.");
  }
}
