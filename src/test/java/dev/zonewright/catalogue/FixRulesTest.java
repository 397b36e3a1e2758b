package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.safety.FixRule;
import dev.zonewright.catalogue.safety.FixRules;
import dev.zonewright.control.Control;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every fix that the controls offer keeps to its rule, and the page in the docs is current. */
class FixRulesTest {
  @Test
  void isTheOneInTheDocs() throws IOException {
    Path fresh = Files.createDirectories(Path.of("target")).resolve("fix-safety.md");
    Files.writeString(fresh, FixRules.page());
    assertThat(Files.readString(Path.of("docs", "fix-safety.md")))
        .as("docs/fix-safety.md is out of date; copy %s over it", fresh)
        .isEqualTo(FixRules.page());
  }

  @Test
  void everyRuleIsOfAControlAndSaysWhenTheFixIsWhat() {
    Set<String> ids =
        ControlCatalogue.all().stream().map(c -> c.info().id()).collect(Collectors.toSet());
    assertThat(FixRules.all())
        .allSatisfy(rule -> {
          assertThat(ids).contains(rule.control());
          assertThat(rule.safe() + rule.review()).isNotEmpty();
        });
  }

  @Test
  void everyFixOfThePagesKeepsToItsRule() {
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
    List<String> broken = new ArrayList<>();
    for (Control control : ControlCatalogue.all()) {
      for (ControlPage.Block block : ControlPage.of(control.info().id()).blocks()) {
        if (block.info().startsWith("yaml")) {
          Analysis analysis = analyzer.analyze(List.of(Manifest.of("a.yaml", block.code())));
          for (LocatedFinding finding : analysis.findings()) {
            String id = finding.finding().control().id();
            finding.finding().fixes().forEach(fix -> check(id, fix).ifPresent(broken::add));
          }
        }
      }
    }
    assertThat(broken.stream().distinct()).isEmpty();
  }

  @Test
  void thePageOfAControlEndsItsFixWithTheRules() {
    assertThat(ControlPage.of("host-port").section("Fix"))
        .contains("- *Remove hostPort*: safe where an opened Service");
  }

  private static Optional<String> check(String control, Fix fix) {
    List<FixRule> rules =
        FixRules.all().stream()
            .filter(r -> r.control().equals(control) && r.isOf(fix.title()))
            .toList();
    boolean kept =
        rules.stream().anyMatch(r -> fix.safety() == FixSafety.REVIEW || !r.safe().isEmpty());
    return kept
        ? Optional.empty()
        : Optional.of("%s: %s (%s)".formatted(control, fix.title(), fix.safety().word()));
  }
}
