package dev.zonewright.analysis;

import static dev.zonewright.analysis.LedgerFixes.A;
import static dev.zonewright.analysis.LedgerFixes.B;
import static dev.zonewright.analysis.LedgerFixes.NAMESPACE;
import static dev.zonewright.analysis.LedgerFixes.all;
import static dev.zonewright.analysis.LedgerFixes.analyzer;
import static dev.zonewright.analysis.LedgerFixes.first;
import static dev.zonewright.analysis.LedgerFixes.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Fix;
import dev.zonewright.control.NewDocument;
import dev.zonewright.control.Placement;
import dev.zonewright.kube.Manifest;
import dev.zonewright.text.EditSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Fixes that add a file beside that of the finding. */
class NewFilesTest {
  private static Fix adding(Placement at) {
    return Fix.safeAcross(
        "Add a ledger", "nothing reads it", edits -> edits.add(new NewDocument(at, ledger())));
  }

  @Test
  void aNewFileComesBesideThatOfTheFindingAndInItsStyle() {
    FixOutcome.Applied applied =
        (FixOutcome.Applied) first(adding(new Placement.NewFile("ledger.yaml")));
    assertThat(applied.edits()).isEqualTo(EditSet.EMPTY);
    assertThat(applied.elsewhere().created())
        .containsExactly(
            Map.entry(
                "deploy/ledger.yaml",
                """
                apiVersion: books.example/v1
                kind: Ledger
                metadata:
                    name: ledger
                    namespace: shop
                """));
  }

  @Test
  void twoFixesThatAddTheSameObjectAddItOnce() {
    FixRun run = all(adding(new Placement.InFile("deploy/b.yaml")), A, B);
    assertThat(run.fixed()).hasSize(2);
    assertThat(run.edits().keySet()).containsExactly("deploy/b.yaml");
    assertThat(Objects.requireNonNull(run.edits().get("deploy/b.yaml")).apply(NAMESPACE))
        .containsOnlyOnce("kind: Ledger");
    assertThat(run.refused()).isEmpty();
  }

  @Test
  void newFilesAreNamedAndNotAmongTheEdits() {
    FixRun run = all(adding(new Placement.NewFile("ledger.yaml")), A, B);
    assertThat(run.edits()).isEmpty();
    assertThat(run.created()).containsOnlyKeys("deploy/ledger.yaml");
    assertThat(run.fixed()).hasSize(2);
    assertThat(run.after().manifest("deploy/ledger.yaml")).isPresent();
  }

  @Test
  void anObjectThatIsThereWithAnotherContentIsNotReplaced() {
    Manifest other =
        Manifest.of(
            "deploy/c.yaml",
            """
            apiVersion: books.example/v2
            kind: Ledger
            metadata: {name: ledger, namespace: shop}
            """);
    Fix fix = adding(new Placement.InFile("deploy/b.yaml"));
    Analysis analysis = analyzer(fix).analyze(List.of(A, B));
    assertThat(Fixer.apply(List.of(A, B, other), A, analysis.findings().getFirst(), fix))
        .isEqualTo(new FixOutcome.Refused("Ledger ledger is there already, with another content"));
  }

  @Test
  void anEmptyFileTakesNoDocument() {
    Fix fix = adding(new Placement.InFile("deploy/empty.yaml"));
    Analysis analysis = analyzer(fix).analyze(List.of(A, Manifest.of("deploy/empty.yaml", "")));
    assertThat(Fixer.apply(analysis.manifests(), A, analysis.findings().getFirst(), fix))
        .isEqualTo(
            new FixOutcome.Refused(
                "deploy/empty.yaml holds no document that another can be put behind"));
  }
}
