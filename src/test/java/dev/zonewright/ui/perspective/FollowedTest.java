package dev.zonewright.ui.perspective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.review.Reviews;
import dev.zonewright.ui.review.compare.SideSource;
import dev.zonewright.ui.tree.TreeModel;
import dev.zonewright.ui.tree.TreeNode;
import dev.zonewright.workspace.ManifestStore;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** What is chosen in the tree is what the pages show, or they say why not. */
class FollowedTest {
  private final ReviewFacts facts =
      Reviews.of(
          Reviews.TWO_TENANTS
              + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: words, namespace: empty}\n"
              + "---\napiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: edera}\n"
              + "handler: edera\n",
          "");

  private String note(ReviewPage page, String title, boolean workload, String tenant) {
    return new Followed(title, workload, Optional.ofNullable(tenant.isEmpty() ? null : tenant))
        .note(page, facts);
  }

  @Test
  void beforeTheFirstAnalysisNothingIsSaidOfWhatWasChosen() {
    Followed chosen = new Followed("web", false, Optional.empty());
    for (ReviewPage page : ReviewPage.values()) {
      assertThat(chosen.note(page, ReviewFacts.NONE)).isEmpty();
    }
  }

  @Test
  void whatIsNoWorkloadIsSaidWhereWorkloadsAreShown() {
    assertThat(Followed.NOTHING.note(ReviewPage.REACHABILITY, facts)).isEmpty();
    assertThat(note(ReviewPage.REACHABILITY, "api", true, "shop")).isEmpty();
    assertThat(note(ReviewPage.REACHABILITY, "shop", false, "shop")).isEmpty();
    assertThat(note(ReviewPage.ACCESS, "wide", false, "shop"))
        .isEqualTo("wide is not a workload; one of shop is shown");
    assertThat(note(ReviewPage.ACCESS, "words", false, "empty"))
        .isEqualTo("No workload of empty is opened");
    assertThat(note(ReviewPage.ACCESS, "edera", false, ""))
        .isEqualTo("edera is not a workload and belongs to no tenant");
    assertThat(note(ReviewPage.OVERVIEW, "edera", false, ""))
        .isEqualTo("edera belongs to no tenant");
    assertThat(note(ReviewPage.OVERVIEW, "wide", false, "shop")).isEmpty();
    assertThat(note(ReviewPage.EXCEPTIONS, "wide", false, "shop")).isNotEmpty();
  }

  @Test
  void thePagesTurnToTheTenantThatIsChosen() {
    ReviewModel model =
        new ReviewModel(
            Reviews.runner(),
            new SimpleObjectProperty<>(),
            Reviews.closing(),
            new SideSource(
                new ManifestStore(),
                new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE),
                ReviewApplication.of(ControlCatalogue.all())));
    model.show(facts);
    TreeModel tree = new TreeModel();
    tree.show(facts.analysis());
    model.open(ReviewPage.REACHABILITY);
    for (String tenant : new String[] {"bank", "shop"}) {
      model.follow(
          tree.rootsProperty().get().stream()
              .filter(r -> r.title().equals(tenant))
              .findFirst()
              .orElseThrow());
      assertThat(model.reach().workload()).startsWith(tenant + "/");
      assertThat(model.followedProperty().get().note(ReviewPage.REACHABILITY, facts)).isEmpty();
    }
    TreeNode closed =
        tree.rootsProperty().get().stream()
            .flatMap(r -> Stream.concat(Stream.of(r), r.children().stream()))
            .filter(r -> r.title().equals("closed"))
            .findFirst()
            .orElseThrow();
    model.follow(closed);
    assertThat(model.reach().workload()).startsWith("bank/");
    assertThat(model.followedProperty().get().note(ReviewPage.REACHABILITY, facts))
        .isEqualTo("closed is not a workload; one of bank is shown");

    // everything is closed, and something else opened
    model.show(ReviewFacts.NONE);
    model.show(facts);
    assertThat(model.followedProperty().get().note(ReviewPage.REACHABILITY, facts)).isEmpty();
  }
}
