package dev.zonewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnrenderedFilesTest {
  @Test
  void theNameOfAChartIsNoOptionOfHelm() {
    Manifest template =
        Manifest.of("-rf/templates/a.yaml", "kind: Pod\n{{- if x }}\na: b\n{{- end }}\n");
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
    assertThat(UnrenderedFiles.of(analyzer.analyze(List.of(template)).findings()).notes())
        .singleElement()
        .asString()
        .contains("helm template ./-rf |");
  }
}
