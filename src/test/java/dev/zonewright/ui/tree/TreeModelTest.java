package dev.zonewright.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.review.Reviews;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three trees of the same objects. */
class TreeModelTest {
  private static final Manifest RENDERED =
      Manifest.of(
          "out/chart.yaml",
          """
          ---
          # Source: shop/templates/web.yaml
          apiVersion: v1
          kind: Pod
          metadata: {name: web, namespace: shop}
          spec:
            containers: [{name: web, image: web}]
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: web, namespace: shop}
          ---
          # Source: shop/charts/redis/templates/cache.yaml
          apiVersion: v1
          kind: Pod
          metadata: {name: cache, namespace: shop}
          spec:
            runtimeClassName: edera
            containers: [{name: cache, image: cache}]
          """);
  private static final Manifest CLUSTER =
      Manifest.of(
          "zone.yaml",
          """
          apiVersion: node.k8s.io/v1
          kind: RuntimeClass
          metadata: {name: edera}
          handler: edera
          scheduling: {nodeSelector: {runtime: edera}}
          ---
          a: [
          ---
          replicas: 1
          """);

  private static TreeModel showing(TreeModel.View view, Manifest... manifests) {
    Analysis analysis =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE).analyze(List.of(manifests));
    TreeModel model = new TreeModel();
    model.viewProperty().set(view);
    model.show(analysis);
    return model;
  }

  private static String draw(TreeModel model) {
    StringBuilder out = new StringBuilder();
    model.rootsProperty().get().forEach(n -> draw(n, 0, out));
    return out.toString();
  }

  private static void draw(TreeNode node, int depth, StringBuilder out) {
    out.append("  ".repeat(depth)).append(node.mark()).append(' ').append(node.title());
    out.append(node.isClean() ? " ok" : "").append('\n');
    node.children().forEach(c -> draw(c, depth + 1, out));
  }

  @Test
  void tenantsThenClusterThenWhatWasNotAnalysed() {
    assertThat(draw(showing(TreeModel.View.TENANTS, RENDERED, CLUSTER)))
        .isEqualTo(
            """
            TENANT shop
              ZONE cache
              HOST web
              OBJECT web ok
            CLUSTER Cluster
              OBJECT edera
            NOT_ANALYSED_GROUP Not analysed
              NOT_ANALYSED zone.yaml
            NOT_ANALYSED_GROUP Nothing to analyse
              NOT_ANALYSED zone.yaml
            """);
  }

  @Test
  void aTreeThatWaitsForItsObjectsDoesNotAskForAFile() {
    TreeModel model = new TreeModel();
    model.awaits(true);
    assertThat(model.emptyTextProperty().get()).isEqualTo("Analysing…");
    model.awaits(false);
    assertThat(model.emptyTextProperty().get()).startsWith("Open a manifest");
  }

  @Test
  void filesStandInTheirFolders() {
    assertThat(draw(showing(TreeModel.View.FILES, RENDERED)))
        .isEqualTo(
            """
            FOLDER out
              FILE chart.yaml
                HOST web
                OBJECT web ok
                ZONE cache
            """);
  }

  @Test
  void chartsHoldTemplatesAndADocumentWithoutASourceBelongsToTheOneBefore() {
    assertThat(draw(showing(TreeModel.View.CHARTS, RENDERED, CLUSTER)))
        .isEqualTo(
            """
            CHART shop
              TEMPLATE web.yaml
                HOST web
                OBJECT web ok
            CHART shop › redis
              TEMPLATE cache.yaml
                ZONE cache
            """);
  }

  @Test
  void anEmptyTreeSaysWhy() {
    TreeModel charts = showing(TreeModel.View.CHARTS, CLUSTER);

    assertThat(charts.rootsProperty().get()).isEmpty();
    assertThat(charts.emptyTextProperty().get()).contains("helm template");
    assertThat(new TreeModel().emptyTextProperty().get()).startsWith("Open a manifest");
  }

  @Test
  void countsOfAGroupAreTheSumOfItsRows() {
    TreeNode tenant = showing(TreeModel.View.TENANTS, RENDERED).rootsProperty().get().getFirst();

    assertThat(tenant.counts()).isEqualTo(TreeRows.sum(tenant.children())).isNotEmpty();
  }

  @Test
  void aRefusedDocumentLeadsToItsLine() {
    TreeNode refused =
        showing(TreeModel.View.TENANTS, CLUSTER)
            .rootsProperty()
            .get()
            .getLast()
            .children()
            .getLast();

    assertThat(refused.detail()).contains("no kind");
    assertThat(refused.jump().orElseThrow().range().start())
        .isEqualTo(CLUSTER.stream().text().indexOf("replicas"));
  }

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      """;
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        containers: [{name: web, image: web}]
      """;

  @Test
  void foldersAreATreeAndOneThatHoldsOnlyAnotherIsARowWithIt() {
    TreeModel model =
        showing(
            TreeModel.View.FILES,
            Manifest.of("/home/a/apps/shop/base/web.yaml", POD),
            Manifest.of("/home/a/apps/shop/prod/web.yaml", POD),
            Manifest.of("/home/a/apps/top.yaml", POD),
            Manifest.of("loose.yaml", POD));
    assertThat(draw(model).replaceAll("(?m)^ *HOST .*\\n", ""))
        .isEqualTo(
            """
            FOLDER /home/a/apps
              FOLDER shop
                FOLDER base
                  FILE web.yaml
                FOLDER prod
                  FILE web.yaml
              FILE top.yaml
            FILE loose.yaml
            """);
  }

  @Test
  void namesWithNumbersStandInTheOrderOfTheirNumbers() {
    Manifest[] manifests =
        Stream.of(10, 1, 2)
            .map(i ->
                Manifest.of(
                    "app-" + i + "/web-" + i + ".yaml",
                    POD.replace("name: web,", "name: web-" + i + ",")))
            .toArray(Manifest[]::new);
    assertThat(draw(showing(TreeModel.View.FILES, manifests)))
        .containsSubsequence("app-1\n", "app-2\n", "app-10\n");
    assertThat(draw(showing(TreeModel.View.TENANTS, manifests)))
        .containsSubsequence("web-1\n", "web-2\n", "web-10\n");
  }

  @Test
  void namesThatRepeatSayWhatTellsThemApart() {
    TreeModel model =
        showing(
            TreeModel.View.TENANTS,
            Manifest.of("apps/base/web.yaml", POD),
            Manifest.of("apps/prod/web.yaml", POD + "---\n" + POD.replace("Pod", "Service")),
            Manifest.of("twice.yaml", POD + "---\n" + POD));
    assertThat(model.rootsProperty().get().getFirst().children())
        .extracting(TreeNode::detail)
        .containsExactly(
            "Pod · base/web.yaml",
            "Pod · prod/web.yaml",
            "Pod · line 1",
            "Pod · line 7",
            "Service");
  }

  @Test
  void aFileThatIsNotSavedHasAMarkAndSoHaveTheFoldersAboveIt() {
    TreeModel model =
        showing(
            TreeModel.View.FILES, Manifest.of("a/b/web.yaml", POD), Manifest.of("a/c.yaml", POD));
    TreeNode top = model.rootsProperty().get().getFirst();
    assertThat(top.holdsAny(Set.of())).isFalse();
    assertThat(top.holdsAny(Set.of("a/b/web.yaml"))).isTrue();
    assertThat(top.children())
        .extracting(row -> row.title() + " " + row.holdsAny(Set.of("a/b/web.yaml")))
        .containsExactly("b true", "c.yaml false");
  }

  @Test
  void thePlatformStandsApartFromTheTenants() {
    TreeModel model = new TreeModel();
    model.show(Reviews.of(Reviews.TWO_TENANTS, "platform: [bank]\n").analysis());
    assertThat(model.rootsProperty().get())
        .extracting(row -> row.mark() + " " + row.title())
        .startsWith("TENANT shop", "PLATFORM Platform");
    assertThat(model.rootsProperty().get().get(1).children())
        .extracting(TreeNode::title)
        .containsExactly("bank");
  }

  @Test
  void aTickIsOnlyForWhatWasChecked() {
    TreeModel model =
        showing(
            TreeModel.View.FILES,
            Manifest.of("none.yaml", "a: 1\n"),
            Manifest.of("part.yaml", SERVICE + "---\na: [\n"),
            Manifest.of("whole.yaml", SERVICE.replace("web", "api")));
    assertThat(draw(model))
        .isEqualTo(
            """
            FILE none.yaml
            FILE part.yaml
              OBJECT web ok
            FILE whole.yaml ok
              OBJECT api ok
            NOT_ANALYSED_GROUP Not analysed
              NOT_ANALYSED part.yaml
            NOT_ANALYSED_GROUP Nothing to analyse
              NOT_ANALYSED none.yaml
            """);
  }

  @Test
  void whatIsBuiltOfOtherFilesStandsAtTheFootWithWhatItChanges() {
    TreeModel model =
        showing(
            TreeModel.View.FILES,
            Manifest.of("api.yaml", SERVICE),
            Manifest.of("kustomization.yaml", "resources: [api.yaml]\nnamespace: prod\n"));
    assertThat(draw(model))
        .endsWith(
            """
            NOT_ANALYSED_GROUP Built from other files
              NOT_ANALYSED kustomization.yaml
            """);
  }
}
