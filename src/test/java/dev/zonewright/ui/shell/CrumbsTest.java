package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ZoneState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way to the caret in words. */
class CrumbsTest {
  private static final String TEXT =
      "---\nkind: Namespace\nmetadata: {name: acme}\n---\n" + Bench.DEPLOYMENT;
  private static final Analysis ANALYSIS =
      new Analyzer(List.of(), Profile.EDERA_REFERENCE).analyze(List.of(Manifest.of("a", TEXT)));

  private static Crumbs at(String mark) {
    return Crumbs.at(ANALYSIS, "a", TEXT.indexOf(mark));
  }

  @Test
  void namesListItemsByTheirName() {
    Crumbs crumbs = at("privileged");

    assertThat(crumbs.object()).isEqualTo("Deployment acme/api");
    assertThat(crumbs.path())
        .containsExactly(
            "spec", "template", "spec", "containers", "api", "securityContext", "privileged");
    assertThat(crumbs.zone()).contains(ZoneState.EDERA);
  }

  @Test
  void anObjectWithoutPodsHasNoZone() {
    Crumbs crumbs = at("Namespace");

    assertThat(crumbs.object()).isEqualTo("Namespace acme");
    assertThat(crumbs.path()).containsExactly("kind");
    assertThat(crumbs.zone()).isEmpty();
  }

  @Test
  void anObjectWithoutANameIsCalledByItsKind() {
    String text = "apiVersion: v1\nkind: Pod\nmetadata: {namespace: acme}\nspec: {}\n";
    Analysis analysis =
        new Analyzer(List.of(), Profile.EDERA_REFERENCE).analyze(List.of(Manifest.of("b", text)));

    assertThat(Crumbs.at(analysis, "b", text.indexOf("spec")).object()).isEqualTo("Pod");
  }

  @Test
  void anItemOfAListIsAnObjectOfItsOwn() {
    String list =
        """
        kind: List
        items:
          - kind: Secret
            metadata: {name: one, namespace: a}
          - kind: Secret
            metadata: {name: two, namespace: a}
        """;
    Analysis analysis =
        new Analyzer(List.of(), Profile.EDERA_REFERENCE).analyze(List.of(Manifest.of("l", list)));

    assertThat(Crumbs.at(analysis, "l", list.indexOf("two")).object()).isEqualTo("Secret a/two");
  }

  @Test
  void anUnknownFileLeadsNowhere() {
    assertThat(Crumbs.at(ANALYSIS, "other", 3)).isEqualTo(Crumbs.NONE);
  }
}
