package dev.zonewright.ui.perspective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.review.Reviews;
import dev.zonewright.ui.review.compare.SideSource;
import dev.zonewright.workspace.ManifestStore;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** Which page is on show, and what it is about. */
class ReviewModelTest {
  private final ReviewModel model =
      new ReviewModel(
          Reviews.runner(),
          new SimpleObjectProperty<>(),
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
