package dev.zonewright.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The review file that is open says which workloads are agents, from the moment it is written. */
class DeclaredAgentsTest {
  private final Analyzer analyzer =
      new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
          .declaring(new OpenReview()::agents);
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
  void aFileThatIsNoYamlDeclaresNothing() {
    Analysis broken = analyse(List.of(pods, review("agents: [shop/Pod/api\n")), Analysis.empty());
    assertThat(broken.workloads()).noneMatch(w -> w.pod().object().listedAsAgent());
  }
}
