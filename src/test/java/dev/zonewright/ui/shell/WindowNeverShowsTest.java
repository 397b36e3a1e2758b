package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Related;
import dev.zonewright.planted.PlantedSecrets;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.dialog.Unexpected;
import dev.zonewright.ui.findings.FindingRow;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.Reviews;
import dev.zonewright.ui.tree.TreeModel;
import dev.zonewright.ui.tree.TreeNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No word of the window shows more of a credential than its first three characters. */
class WindowNeverShowsTest {
  @TempDir Path folder;
  @TempDir Path settings;

  private final PlantedSecrets secrets = new PlantedSecrets();
  private final StringBuilder words = new StringBuilder();

  private void say(Object word) {
    words.append(word).append('\n');
  }

  private void node(TreeNode node) {
    say(node.title() + " " + node.detail());
    node.children().forEach(this::node);
  }

  private void finding(LocatedFinding at) {
    say(at.finding().message());
    say(at.finding().guidance());
    say(at.finding().objectLabel());
    at.finding().related().stream().map(Related::role).forEach(this::say);
    for (Fix fix : at.finding().fixes()) {
      say(fix.title() + " " + fix.reason());
    }
  }

  @Test
  void inTableTreeRiskAndChecklist() {
    ReviewFacts facts = Reviews.of(secrets.text(), "");
    facts.analysis().findings().forEach(this::finding);
    for (TreeModel.View view : TreeModel.View.values()) {
      TreeModel tree = new TreeModel();
      tree.viewProperty().set(view);
      tree.show(facts.analysis());
      tree.rootsProperty().get().forEach(this::node);
    }
    for (TenantRisk tenant : facts.tenants()) {
      say(tenant.verdict());
      for (RiskRow row : tenant.rows()) {
        say(row.why());
        row.evidence().forEach(e -> say(e.text()));
      }
      facts
          .checklist(tenant.tenant())
          .orElseThrow()
          .items()
          .forEach(i -> i.evidence().forEach(e -> say(e.text())));
    }
    assertThat(words).contains("“ghp…” (40 characters)", "hostPath");
    secrets.assertHiddenIn("the window", words.toString());
  }

  @Test
  void inReportsOfFailuresAndInSettings() throws IOException {
    String line = secrets.text().lines().filter(l -> l.contains("image:")).findFirst().orElse("");
    Unexpected told = Unexpected.of(new IllegalStateException("at " + line), 0, Optional.empty());
    secrets.assertHiddenIn("a failure", told.summary() + told.details());

    Bench bench = Bench.keeping(folder, settings);
    bench.open(bench.write("planted.yaml", secrets.text()));
    for (FindingRow row : bench.model.findings().rows()) {
      if (row instanceof FindingRow.Item(LocatedFinding at, boolean _)) {
        bench.model.findings().selectedProperty().set(at);
        break;
      }
    }
    bench.model.files().ended();
    try (Stream<Path> kept = Files.walk(settings)) {
      for (Path file : kept.filter(Files::isRegularFile).toList()) {
        secrets.assertHiddenIn(file.getFileName().toString(), Files.readString(file));
      }
    }
  }
}
