package dev.zonewright.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.Workload;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The review file that is open says which workloads are agents, from the moment it is written. */
class DeclaredAgentsTest {
  private final Analyzer analyzer =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
          .declaring(new OpenReview()::declared);
  private final Manifest pods = Manifest.of("pods.yaml", Reviews.TWO_TENANTS);

  private static Manifest review(String text) {
    return Manifest.of("zonewright-review.yaml", text);
  }

  private Analysis analyse(List<Manifest> manifests, Analysis before) {
    return analyzer.analyze(manifests, List.of(), before);
  }

  private static List<String> said(Analysis analysis) {
    return analysis.findings().stream().map(LocatedFinding::fingerprint).sorted().toList();
  }

  @Test
  void anEntryThatComesOrGoesIsJudgedAsInAFreshAnalysis() {
    List<Manifest> without = List.of(pods, review("platform: []\n"));
    List<Manifest> with = List.of(pods, review("agents: [shop/Pod/api]\n"));
    Analysis first = analyse(without, Analysis.empty());
    Analysis second = analyse(with, first);
    Analysis third = analyse(without, second);

    assertThat(said(second)).isEqualTo(said(analyse(with, Analysis.empty())));
    assertThat(said(second)).isNotEqualTo(said(first));
    assertThat(said(third)).isEqualTo(said(first));
  }

  @Test
  void whatIsNoAgentKeepsItsResults() {
    Analysis first = analyse(List.of(pods, review("platform: []\n")), Analysis.empty());
    Analysis second = analyse(List.of(pods, review("agents: [shop/Pod/api]\n")), first);
    assertThat(second.workloads().get(1).pod()).isSameAs(first.workloads().get(1).pod());
    assertThat(second.workloads().getFirst().pod()).isNotSameAs(first.workloads().getFirst().pod());
  }

  @Test
  void aDefaultNamespaceThatComesOrGoesIsJudgedAsInAFreshAnalysis() {
    Manifest open = Manifest.of("open.yaml", Reviews.TWO_TENANTS.replace(", namespace: shop", ""));
    List<Manifest> without = List.of(open, review("platform: []\n"));
    List<Manifest> with = List.of(open, review("defaultNamespace: home\n"));
    Analysis first = analyse(without, Analysis.empty());
    Analysis second = analyse(with, first);
    Analysis third = analyse(without, second);

    assertThat(said(second)).isEqualTo(said(analyse(with, Analysis.empty())));
    assertThat(said(second)).isNotEqualTo(said(first));
    assertThat(said(third)).isEqualTo(said(first));
    assertThat(second.workloads()).extracting(Workload::home).contains("home");
  }

  @Test
  void aFixFindsAnObjectThatGoesToTheDefaultNamespace() {
    String text = Reviews.TWO_TENANTS.replace(", namespace: shop", "");
    Analysis analysis =
        analyse(
            List.of(Manifest.of("open.yaml", text), review("defaultNamespace: home\n")),
            Analysis.empty());
    LocatedFinding finding =
        analysis.findings().stream()
            .filter(f -> f.finding().namespace().equals("home"))
            .filter(f -> f.finding().control().id().equals("missing-edera-runtime"))
            .findFirst()
            .orElseThrow();
    // the window has read the text anew since, with something more in it
    Manifest now = Manifest.of("open.yaml", "# later\n" + text);
    assertThat(
            Fixer.apply(analysis.manifests(), now, finding, finding.finding().fixes().getFirst()))
        .isInstanceOf(FixOutcome.Applied.class);
  }

  @Test
  void aFileThatIsNoYamlDeclaresNothing() {
    Analysis broken = analyse(List.of(pods, review("agents: [shop/Pod/api\n")), Analysis.empty());
    assertThat(broken.workloads()).noneMatch(w -> w.pod().object().listedAsAgent());
  }
}
