package dev.zonewright.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.parse.YamlStream;
import org.junit.jupiter.api.Test;

/** The comments that Helm writes above what a template gave. */
class HelmSourceTest {
  @Test
  void readsTheCommentAboveADocument() {
    assertThat(HelmSource.leading("---\n# Source: shop/templates/web.yaml\nkind: Pod\n"))
        .contains(new HelmSource("shop", "templates/web.yaml"));
    assertThat(HelmSource.leading("---\r\n\n# note\n# Source: a/charts/b/templates/c/d.yaml\n"))
        .contains(new HelmSource("a/charts/b", "templates/c/d.yaml"));
    assertThat(HelmSource.leading("---\n# Source: shop/crds/x.yaml\nkind: Pod\n"))
        .contains(new HelmSource("shop", "crds/x.yaml"));
  }

  @Test
  void aCommentBelowContentIsNone() {
    assertThat(HelmSource.leading("kind: Pod\n# Source: shop/templates/web.yaml\n")).isEmpty();
    assertThat(HelmSource.leading("# Source: nowhere\nkind: Pod\n")).isEmpty();
    assertThat(HelmSource.leading("")).isEmpty();
  }

  @Test
  void documentsWithoutOneCarryTheLast() {
    var sources =
        HelmSource.in(
            YamlStream.parse("a: 1\n---\n# Source: s/templates/t.yaml\nb: 1\n---\nc: 1\n"));

    assertThat(sources).containsOnlyKeys(2, 3);
    assertThat(sources.get(3)).isEqualTo(new HelmSource("s", "templates/t.yaml"));
  }
}
