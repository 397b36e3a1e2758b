package dev.zonewright.ui.review.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.review.Reviews;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** A card of the picture, where its window gets narrower. */
class GraphCardTest extends ApplicationTest {
  private static final double WIDE = 300;
  private static final double NARROW = 110;

  private final Pane place = new Pane();

  @Override
  public void start(Stage stage) {
    ReachModel model = new ReachModel(Reviews.runner());
    model.onShowProperty().set(true);
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    model.choose("shop/Pod/api");
    ReachModel.Answers answers = model.answersProperty().get();
    GraphEnd own = GraphEnd.own(answers, answers.pod().orElseThrow(), model.shown());
    GraphCard card = new GraphCard(own, true, _ -> {});
    card.setManaged(false);
    place.getChildren().setAll(card);
    stage.setScene(new Scene(place, WIDE, WIDE));
    stage.show();
  }

  @Test
  void thePartsOfACardThatWasWiderStayInIt() {
    for (double width : new double[] {WIDE, NARROW}) {
      // twice: the parts learn of the new width when they are laid out
      for (int i = 0; i < 2; i++) {
        interact(() -> {
          Parent card = (Parent) place.getChildren().getFirst();
          card.resize(width, WIDE);
          card.layout();
        });
      }
      assertThat(lookup(".graph-part").queryAllAs(Labeled.class))
          .isNotEmpty()
          .allSatisfy(
              part -> assertThat(part.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width));
    }
  }
}
