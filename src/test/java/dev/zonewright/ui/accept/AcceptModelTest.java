package dev.zonewright.ui.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.planted.PlantedSecrets;
import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.review.edit.ScopeChoice;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.Reviews;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accepting and attesting: what is needed, what is written, and what follows from it. */
class AcceptModelTest {
  private static final String REVIEW =
      """
      exceptions:
      - control: root-user
        namespace: bank
        reason: vendor image
        owner: bank team
        expires: 2027-01-01
      """;

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        containers:
        - name: api
          image: 'registry.example/api:1'
          securityContext:
            capabilities:
              add: [NET_ADMIN, SYS_TIME] # until the driver is gone
          env:
          - name: PASSWORD
            value: "hunter2-and-more # topsecrettail"
      """;

  private static AcceptModel model(String text, String review, String control) {
    ReviewFacts facts = Reviews.of(text, review);
    LocatedFinding at =
        facts.analysis().findings().stream()
            .filter(f -> f.finding().control().id().equals(control))
            .findFirst()
            .orElseThrow();
    return AcceptModel.of(at, ControlCatalogue.all(), facts, "new/zonewright-review.yaml")
        .orElseThrow();
  }

  private static String after(EntryModel model) {
    return model.stateProperty().get().made().map(ReviewEdit.Made::after).orElse("");
  }

  @Test
  void scopesBeginWithTheNarrowestAndSayWhatTheyCover() {
    AcceptModel model = model(POD, "", "undropped-capabilities");

    assertThat(model.scopes())
        .extracting(ScopeChoice::title)
        .containsExactly("Container api", "Pod api", "Namespace shop", "Tenant shop");
    assertThat(model.scopes().getFirst().note()).isEqualTo("1 finding");
    assertThat(model.scopes().getLast().isApt()).as("the same as the namespace").isFalse();
  }

  @Test
  void whatATenantLacksCanBeAcceptedForTheNamespaceOnly() {
    assertThat(model(POD, "", "missing-resource-quota").scopes())
        .extracting(ScopeChoice::title)
        .containsExactly("Namespace shop", "Tenant shop");
  }

  @Test
  void nothingIsWrittenBeforeReasonAndOwnerAreThere() {
    AcceptModel model = model(POD, "", "undropped-capabilities");

    assertThat(model.stateProperty().get().made()).isEmpty();
    assertThat(model.stateProperty().get().missing()).isEqualTo("Needed: a reason, an owner");
    model.reasonProperty().set("moves in May");
    model.ownerProperty().set("shop team");
    assertThat(after(model))
        .contains("container: shop/Pod/api/api")
        .contains("expires: 2027-02-26")
        .contains("recorded: 2026-11-28");
  }

  @Test
  void theDateObeysTheProfile() {
    AcceptModel model = model(POD, "", "undropped-capabilities");
    model.reasonProperty().set("moves in May");
    model.ownerProperty().set("shop team");

    assertThat(model.when()).isEqualTo("Friday, in 90 days. The profile allows at most 180 days.");
    model.expiresProperty().set("2028-01-01");
    assertThat(model.stateProperty().get().missing()).isEqualTo("Needed: a date within 180 days");
    model.expiresProperty().set("2026-11-27");
    assertThat(model.stateProperty().get().missing())
        .isEqualTo("Needed: a date that is not in the past");
    model.expiresProperty().set("soon");
    assertThat(model.when()).isEqualTo("The profile allows at most 180 days.");
    assertThat(model.stateProperty().get().missing())
        .isEqualTo("Needed: a date such as 2027-02-25");
  }

  @Test
  void ofSeveralFindingsOfAnObjectTheValueSaysWhich() {
    AcceptModel model = model(POD, "", "added-capability");
    model.ownerProperty().set("shop team");

    assertThat(model.value()).contains("NET_ADMIN");
    assertThat(model.comment()).contains("until the driver is gone");
    assertThat(after(model)).contains("value: NET_ADMIN").contains("until the driver is gone");
    model.onlyValueProperty().set(false);
    assertThat(after(model)).doesNotContain("value:");
  }

  @Test
  void aCredentialIsNeverWrittenDownAgain() {
    AcceptModel model = model(POD, "", "literal-credential");
    model.reasonProperty().set("moves to a store");
    model.ownerProperty().set("shop team");

    assertThat(model.comment()).isEmpty();
    assertThat(after(model))
        .contains("literal-credential")
        .doesNotContain("hunter2")
        .doesNotContain("topsecret");
  }

  @Test
  void onlyACommentIsTakenForAReason() {
    String text = "a: \"b # c\"\nd: e # why\n# whole\nf: |\n  g # h\n";
    assertThat(LineComment.on(text, 1)).isEmpty();
    assertThat(LineComment.on(text, 2)).contains("why");
    assertThat(LineComment.on(text, 3)).isEmpty();
    assertThat(LineComment.on(text, 5)).isEmpty();
  }

  @Test
  void countsChangeAndNoLevelDoes() {
    AcceptModel model = model(POD, "", "undropped-capabilities");

    assertThat(model.consequences().getFirst()).matches("shop: findings from (\\d+) to .*");
    assertThat(model.consequences().getFirst()).endsWith("accepted from 0 to 1");
    assertThat(model.consequences().getLast()).startsWith("No level changes");
  }

  @Test
  void ownersOfTheFileAreProposedAndAFindingOfTheFileIsNotAccepted() {
    ReviewFacts facts = Reviews.of(POD, REVIEW);
    assertThat(model(POD, REVIEW, "undropped-capabilities").owners()).containsExactly("bank team");

    LocatedFinding unused =
        facts.analysis().findings().stream()
            .filter(f -> f.finding().control().id().equals("unused-exception"))
            .findFirst()
            .orElseThrow();
    assertThat(AcceptModel.of(unused, ControlCatalogue.all(), facts, "r.yaml")).isEmpty();
  }

  @Test
  void anAttestationNamesWhoAndHowTheyKnow() {
    AttestModel model =
        new AttestModel(ChecklistItem.DOM0_RESTRICTED, "shop", Reviews.of(POD, REVIEW), "r.yaml");
    assertThat(model.stateProperty().get().missing())
        .isEqualTo("Needed: who attests, how they know");
    model.byProperty().set("M. Weber");
    model.noteProperty().set("access list");
    model.forAllProperty().set(false);

    assertThat(after(model))
        .startsWith(REVIEW)
        .endsWith(
            """
            attestations:
            - item: dom0-restricted
              tenants: ["shop"]
              by: M. Weber
              date: 2026-11-28
              note: access list
            """);
  }

  @Test
  void noCredentialIsWrittenIntoTheReviewFile() {
    PlantedSecrets secrets = new PlantedSecrets();
    ReviewFacts facts = Reviews.of(secrets.text(), "");
    StringBuilder written = new StringBuilder();
    for (LocatedFinding at : facts.analysis().findings()) {
      if (List.of("a1", "a14", "a15").contains(at.finding().name())) {
        AcceptModel.of(at, ControlCatalogue.all(), facts, "zonewright-review.yaml")
            .ifPresent(model -> {
              model.reasonProperty().set("known");
              model.ownerProperty().set("shop team");
              written.append(after(model));
            });
      }
    }

    assertThat(written).contains("host-path-volume");
    secrets.assertHiddenIn("the review file", written.toString());
  }
}
