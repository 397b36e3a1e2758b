package dev.zonewright.ui.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** What the risk panel says of a tenant: the reason first, and all that is asked for. */
class RiskPanelWindowTest extends ApplicationTest {
  private static final String TEXT =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        hostPID: true
        nodeSelector: {pool: shop}
        tolerations:
          - {key: dedicated, operator: Equal, value: shop, effect: NoSchedule}
          - operator: Exists
        containers: [{name: api, image: 'registry.example/api:1'}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        runtimeClassName: edera
        containers: [{name: web, image: 'registry.example/web:1'}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: ledger, namespace: vault}
      spec:
        runtimeClassName: edera
        containers: [{name: ledger, image: 'registry.example/ledger:1'}]
      """;

  private final RiskModel model = new RiskModel();
  private final List<Jump> jumps = new ArrayList<>();

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new RiskPane(model, jumps::add), 420, 700));
    stage.show();
    show(TEXT);
  }

  private void show(String text) {
    Analysis analysis =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
            .analyze(List.of(Manifest.of("a.yaml", text)));
    model.showPlacement(Placement.of(analysis));
    model.show(ResidualRisk.of(analysis));
  }

  private TenantRisk shop() {
    return Objects.requireNonNull(model.currentProperty().get());
  }

  @Test
  void theReasonStandsBeforeTheRuleAndEachHasItsLine() {
    clickOn("#risk-why");
    Node reasons = lookup("#risk-reasons").query();
    assertThat(reasons.isVisible()).isTrue();
    List<RiskText.Reason> open = RiskText.reasons(shop());
    List<RiskRow> rows = open.stream().flatMap(r -> r.rows().stream()).toList();
    assertThat(rows).isNotEmpty().allMatch(row -> row.level() == ResidualLevel.OPEN);
    assertThat(from(reasons).lookup(".row-title").<Labeled>query().getText())
        .isEqualTo("Open because of " + rows.size() + " rows:");
    // what decides several rows is said once
    assertThat(open).doesNotHaveDuplicates().hasSizeLessThan(rows.size());
    assertThat(open).extracting(r -> r.evidence().text()).doesNotHaveDuplicates();
    assertThat(from(reasons).lookup(".evidence").queryAll()).hasSameSizeAs(open);
    assertThat(lookup("#risk-rule").<Labeled>query().getText()).startsWith("A row is open when");

    interact(() -> from(reasons).lookup(".hyperlink").<ButtonBase>query().fire());
    assertThat(jumps).singleElement().extracting(Jump::file).isEqualTo("a.yaml");
  }

  @Test
  void whileTheFirstAnalysisRunsThePanelSaysSo() {
    interact(() -> {
      model.show(List.of());
      model.awaits(true);
    });
    assertThat(words()).isEqualTo("Analysing…");
    interact(() -> model.viewProperty().set(RiskView.CHECKLIST));
    assertThat(words()).isEqualTo("Analysing…");

    interact(() -> model.awaits(false));
    assertThat(words()).startsWith("No tenant yet");
  }

  private String words() {
    return lookup("#risk-scroll .empty-text").<Labeled>query().getText();
  }

  @Test
  void aPanelThatIsFoldedAwayIsFilledWhenItComesBack() {
    Node pane = lookup("#risk-pane").query();
    Node before = lookup("#risk-verdict").query();
    interact(() -> {
      pane.setVisible(false);
      show(TEXT.replace("vault", "depot"));
    });
    assertThat(pane.lookup("#risk-verdict")).isSameAs(before);

    interact(() -> pane.setVisible(true));
    assertThat(pane.lookup("#risk-verdict").getAccessibleText()).contains("depot");
  }

  @Test
  void onlyOpenRowsAreShownWhereThatIsAskedFor() {
    List<RiskRow> others =
        shop().rows().stream().filter(r -> r.level() != ResidualLevel.OPEN).toList();
    assertThat(others).isNotEmpty();
    clickOn("#risk-open-only");
    for (RiskRow row : shop().rows()) {
      assertThat(lookup("#risk-row-" + row.id()).tryQuery().isPresent())
          .as(row.title())
          .isEqualTo(row.level() == ResidualLevel.OPEN);
    }
  }

  @Test
  void rowsThatAreNotAssessedAreOneLine() {
    RiskRow none =
        new RiskRow("x", "Row of tomorrow", ResidualLevel.NOT_ASSESSED, "no control", List.of());
    TenantRisk shop = shop();
    interact(() -> model.show(List.of(with(shop, none))));
    Node row = lookup("#risk-row-x").query();
    assertThat(row.getParent().isVisible()).isFalse();
    assertThat(lookup("#risk-not-assessed").<Labeled>query().getText())
        .isEqualTo("1 row is not assessed");
    interact(() -> lookup("#risk-not-assessed").<ButtonBase>query().fire());
    assertThat(row.getParent().isVisible()).isTrue();
  }

  private static TenantRisk with(TenantRisk risk, RiskRow more) {
    List<RiskRow> rows = new ArrayList<>(risk.operator());
    rows.add(more);
    return new TenantRisk(
        risk.tenant(),
        risk.level(),
        risk.verdict(),
        risk.rule(),
        risk.workloads(),
        risk.inZone(),
        risk.sharedResources(),
        risk.edera(),
        rows,
        risk.agents());
  }

  @Test
  void aTableSaysWhatEachWorkloadRunsOn() {
    assertThat(model.runsOn())
        .extracting(
            RunsOn::name, RunsOn::classWords, RunsOn::selectorWords, RunsOn::tolerationWords)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "api", "none (host kernel)", "pool=shop", "dedicated=shop:NoSchedule, every taint"),
            org.assertj.core.groups.Tuple.tuple("web", "edera", "any node", "none"));
    assertThat(lookup("#runs-on").tryQuery()).isPresent();
  }

  @Test
  void aPictureShowsWhoCanShareItsNodes() {
    interact(() -> model.choose("shop"));
    Node picture = lookup("#co-tenants").query();
    assertThat(picture.getAccessibleText())
        .isEqualTo(
            "Can share nodes: Pod api, on the host kernel can meet Pod ledger of vault, in a zone:"
                + " a kernel on one side");
    assertThat(from(picture).lookup(".graph-curve").<Node>queryAll())
        .singleElement()
        .satisfies(curve -> assertThat(curve.getStyleClass()).contains("bad"));
    assertThat(words("#co-tenants-table .evidence-text"))
        .containsExactly("api", "vault", "ledger", "a kernel on one side");
    ButtonBase theirs = lookup("#co-tenant-vault/Pod/ledger").query();
    interact(theirs::fire);
    assertThat(jumps).hasSize(1);
  }

  @Test
  void aPictureOfNobodySaysWhy() {
    interact(() -> show(TEXT.substring(0, TEXT.lastIndexOf("---"))));
    assertThat(lookup("#co-tenants").tryQuery()).isEmpty();
    assertThat(words("#co-tenants-none"))
        .singleElement()
        .asString()
        .startsWith("Only one tenant is opened");
    interact(() ->
        show(
            TEXT.replace("hostPID: true", "hostPID: false")
                .replace(
                    "runtimeClassName: edera",
                    "runtimeClassName: edera\n  nodeSelector: {pool: NAMED}")
                .replaceFirst("NAMED", "shop")
                .replaceFirst("NAMED", "vault")));
    assertThat(words("#co-tenants-none"))
        .singleElement()
        .asString()
        .startsWith("No other tenant can share a node: ");
  }

  @Test
  void whereOnlyPlacesMoveTheNodesStayAndTheirLinksFollow() {
    List<Node> before = nodes();
    interact(() -> show("# one\n# two\n" + TEXT));
    assertThat(nodes()).hasSizeGreaterThan(20).containsExactlyElementsOf(before);
    ButtonBase api = lookup("#runs-on-api").query();
    interact(api::fire);
    RunsOn moved = model.runsOn().getFirst();
    assertThat(jumps).containsExactly(new Jump("a.yaml", moved.place().range()));
    assertThat(Tip.words(api)).endsWith("a.yaml:4");
    assertThat(lookup("#evidence-7").tryQuery()).isPresent();

    interact(() -> show(TEXT.replace("hostPID: true", "hostPID: false")));
    assertThat(nodes()).doesNotContainAnyElementsOf(before);
  }

  private List<Node> nodes() {
    return lookup(".risk-body").<javafx.scene.Parent>query().getChildrenUnmodifiable().stream()
        .flatMap(child -> from(child).lookup((Node _) -> true).queryAll().stream())
        .toList();
  }

  @Test
  void aListOutOfSightIsBuiltWhenItIsAskedFor() {
    interact(() -> {
      model.viewProperty().set(RiskView.CHECKLIST);
      show(TEXT.replace("hostPID: true", "hostPID: false"));
      model.viewProperty().set(RiskView.RISK);
    });
    for (RiskRow row : shop().rows()) {
      Node box = lookup("#risk-row-" + row.id()).query();
      String level = row.level().word();
      assertThat(from(box).lookup(".chip").<Labeled>query().getText()).isEqualToIgnoringCase(level);
    }
  }

  private List<String> words(String query) {
    return lookup(query).<Labeled>queryAll().stream().map(Labeled::getText).toList();
  }

  @Test
  void aTenantHasItsLevelInTheChoiceAndTheTextHasEverything() {
    assertThat(model.levelOf("shop")).contains(ResidualLevel.OPEN);
    assertThat(from(lookup("#risk-tenant").<Node>query()).lookup(".level-icon").tryQuery())
        .isPresent();
    String text = RiskText.of(shop());
    assertThat(text)
        .startsWith("Tenant shop: open\n")
        .contains("api runs on the host kernel (a.yaml:");
    for (RiskRow row : shop().rows()) {
      assertThat(text).contains("- " + row.title() + ": " + row.level().word() + "\n");
    }
  }
}
