package dev.zonewright.ui.perspective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.Workload;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.ObjectPlace;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.review.Reviews;
import dev.zonewright.ui.review.compare.SideSource;
import dev.zonewright.workspace.ManifestStore;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which page is on show, and what it is about. */
class ReviewModelTest {
  private final SimpleObjectProperty<@Nullable String> tenant = new SimpleObjectProperty<>();

  private final ReviewModel model =
      new ReviewModel(
          Reviews.runner(),
          tenant,
          Reviews.closing(),
          new SideSource(
              new ManifestStore(),
              new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE),
              ReviewApplication.of(ControlCatalogue.all())));

  private static Optional<Jump> at(String words) {
    int offset = Reviews.TWO_TENANTS.indexOf(words);
    return Optional.of(new Jump("a.yaml", TextRange.at(offset)));
  }

  @Test
  void theWorkloadAroundTheCaretIsAskedAbout() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));

    for (String within : new String[] {"registry.example/worker:1", "name: worker"}) {
      model.openReachability(at("registry.example/ledger:1"));
      assertThat(model.reach().workload()).isEqualTo("bank/Pod/ledger");
      model.openReachability(at(within));
      assertThat(model.reach().workload()).as(within).isEqualTo("shop/Pod/worker");
    }
    assertThat(model.perspectiveProperty().get()).isEqualTo(Perspective.REVIEW);
    assertThat(model.pageProperty().get()).isEqualTo(ReviewPage.REACHABILITY);
  }

  @Test
  void aCaretInNoWorkloadLeavesThePageAsItIs() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    model.openReachability(at("registry.example/worker:1"));
    model.openReachability(at("0.0.0.0/0"));

    assertThat(model.reach().workload()).isEqualTo("shop/Pod/worker");
  }

  @Test
  void thePagesAskAboutTheWorkloadThatWasLookedAtInTheManifests() {
    ReviewFacts facts = Reviews.of(Reviews.TWO_TENANTS, "");
    model.show(facts);
    for (Workload workload : facts.analysis().workloads()) {
      model.comeFrom(Optional.of(ObjectPlace.of(workload)));
      assertThat(model.reach().workload()).isEqualTo(workload.path());
    }

    // what was asked about since is kept while the person looks at the same in the manifests
    Workload last = facts.analysis().workloads().getLast();
    model.reach().choose("bank/Pod/ledger");
    model.comeFrom(Optional.of(ObjectPlace.of(last)));
    assertThat(model.reach().workload()).isEqualTo("bank/Pod/ledger");
  }

  @Test
  void aTenantThatIsChosenOnTheOverviewIsAskedAbout() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    model.openReachability(at("registry.example/worker:1"));
    // a place was followed from the page: what it asks stays
    tenant.set("bank");
    assertThat(model.reach().workload()).isEqualTo("shop/Pod/worker");

    model.open(ReviewPage.OVERVIEW);
    tenant.set("shop");
    assertThat(model.reach().workload()).isEqualTo("shop/Pod/worker");
    tenant.set("bank");
    assertThat(model.reach().workload()).isEqualTo("bank/Pod/ledger");
  }

  @Test
  void onlyThePageOnShowWorks() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    model.open(ReviewPage.OVERVIEW);
    assertThat(model.overview().onShowProperty().get()).isTrue();
    model.open(ReviewPage.ACCESS);
    assertThat(model.overview().onShowProperty().get()).isFalse();
    assertThat(model.access().onShowProperty().get()).isTrue();
    model.perspectiveProperty().set(Perspective.MANIFESTS);
    assertThat(model.access().onShowProperty().get()).isFalse();
  }
}
