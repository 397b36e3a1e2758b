package dev.zonewright.ui.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.Checklist;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.ui.Jump;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The checklist beside the residual risk: it follows the tenant, and leads to its evidence. */
class ChecklistWindowTest extends ApplicationTest {
  private static final String TEXT =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        hostPID: true
        containers: [{name: api, image: 'registry.example/api:1'}]
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: bank}
      """;

  private final RiskModel model = new RiskModel();
  private final List<Jump> jumps = new ArrayList<>();

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new RiskPane(model, jumps::add), 420, 700));
    stage.show();
    Analysis analysis =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
            .analyze(List.of(Manifest.of("a.yaml", TEXT)));
    model.show(ResidualRisk.of(analysis));
    model.showChecklists(Checklist.of(analysis));
    model.choose("shop");
  }

  private String text(String query) {
    return lookup(query).<Labeled>query().getText();
  }

  @Test
  void itShowsEveryItemOfTheTenantAndLeadsToItsLine() {
    clickOn("#risk-view-checklist");
    for (ChecklistItem item : ChecklistItem.values()) {
      assertThat(lookup("#checklist-" + item.id()).tryQuery()).as(item.id()).isPresent();
    }
    assertThat(text("#checklist-counts")).contains("of 22 closed");
    Node row = lookup("#checklist-host-pid-refused").query();
    assertThat(from(row).lookup(".row-title").<Labeled>query().getAccessibleText())
        .isEqualTo("hostPID refused, violated");
    interact(() -> from(row).lookup("#evidence-12").<Hyperlink>query().fire());
    assertThat(jumps).singleElement().extracting(Jump::file).isEqualTo("a.yaml");
  }

  @Test
  void itFollowsTheTenantAndTheRisksComeBack() {
    clickOn("#risk-view-checklist");
    String shop = text("#checklist-counts");
    interact(() -> model.choose("bank"));
    assertThat(text("#checklist-counts")).isNotEqualTo(shop);
    clickOn("#risk-view-risk");
    assertThat(lookup("#risk-verdict").tryQuery()).isPresent();
    assertThat(lookup("#checklist-counts").tryQuery()).isEmpty();
  }
}
