package dev.zonewright.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When two rows of the table are the same. */
class FindingRowTest {
  private static List<LocatedFinding> findings(String before) {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: acme}
        spec: {hostPID: true, containers: [{name: api, image: 'registry.example/api:1'}]}
        """;
    return new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
        .analyze(List.of(Manifest.of("a.yaml", before + pod)))
        .findings();
  }

  @Test
  void theSameFindingIsTheSameRow() {
    LocatedFinding first = findings("").getFirst();
    LocatedFinding again = first.movedTo(first.range(), first.start(), first.end());
    var row = new FindingRow.Item(first, true);
    assertThat(row).isEqualTo(new FindingRow.Item(again, true));
    assertThat(row).hasSameHashCodeAs(new FindingRow.Item(again, true));
  }

  @Test
  void anotherPlaceOrKernelOrFindingIsAnotherRow() {
    var row = new FindingRow.Item(findings("").getFirst(), true);
    LocatedFinding moved = findings("# a line\n").getFirst();
    assertThat(moved.fingerprint()).isEqualTo(row.at().fingerprint());
    assertThat(row).isNotEqualTo(new FindingRow.Item(moved, true));
    assertThat(row).isNotEqualTo(new FindingRow.Item(row.at(), false));
    assertThat(row).isNotEqualTo(new FindingRow.Item(findings("").getLast(), true));
  }
}
