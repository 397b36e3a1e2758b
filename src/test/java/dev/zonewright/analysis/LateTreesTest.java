package dev.zonewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.parse.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents whose trees are read again say what those say whose trees are kept. */
class LateTreesTest {
  private final Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  /** Of a group of files: account, workloads, findings, and what fixing all of them changes. */
  private List<Object> said(Map<String, String> texts, int kept) {
    Analysis analysis =
        analyzer.analyze(
            texts.entrySet().stream()
                .map(e -> Manifest.of(e.getKey(), e.getValue(), kept))
                .toList());
    FixRun fixes = new Fixer(analyzer).fixAll(analysis, _ -> true, true, () -> false);
    return List.of(
        analysis.coverage().items(),
        analysis.workloads().stream().map(w -> w.tenant() + w.zone() + w.pss()).toList(),
        analysis.findings().stream()
            .map(f -> f.key() + " " + f.range() + f.finding().message() + f.related())
            .toList(),
        fixes.edits(),
        fixes.created());
  }

  @Test
  void sayTheSame() throws IOException {
    for (String folder : List.of("assets/samples", "src/test/resources/kubernetes")) {
      Map<String, String> texts = new TreeMap<>();
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
          texts.put(file.toString(), Files.readString(file));
        }
      }
      assertThat(texts).isNotEmpty();
      List<Object> late = said(texts, 0);
      List<Object> usual = said(texts, Integer.MAX_VALUE);
      assertThat(late).isEqualTo(usual);
    }
  }

  @Test
  void giveTheSameTreeToAllWhoHoldOne() {
    YamlDocument document =
        YamlStream.parse("a: {b: 1}\n---\nc: [2]\n", 5).parts().getLast().document();
    YamlCursor root = document.cursor();
    YamlCursor below = root.get("c").at(0);
    assertThat(root.exists()).isTrue();
    assertThat(root.isMapping()).isTrue();
    assertThat(root.entries()).hasSize(1);
    YamlNode held = below.node().orElseThrow();
    System.gc();
    assertThat(document.cursor().get("c").at(0).node().orElseThrow()).isSameAs(held);
    assertThat(below.parent().orElseThrow().parent().orElseThrow().node()).isEqualTo(root.node());
  }
}
