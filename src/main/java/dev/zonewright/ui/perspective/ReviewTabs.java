package dev.zonewright.ui.perspective;

import dev.zonewright.ui.FirstThatFits;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ReviewPage;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The tabs of the review, one for each page, and what is to be said beside them. */
final class ReviewTabs extends HBox {
  private final ReviewModel model;

  /** Builds the row of tabs. */
  ReviewTabs(ReviewModel model) {
    this.model = model;
    setId("review-tabs");
    getStyleClass().add("review-tabs");
    setAlignment(Pos.CENTER_LEFT);
    ToggleGroup group = new ToggleGroup();
    for (ReviewPage page : ReviewPage.values()) {
      ToggleButton tab = new ToggleButton(page.title());
      tab.setId("review-tab-" + page.id());
      tab.setMinWidth(USE_PREF_SIZE);
      tab.getStyleClass().add("review-tab");
      tab.setToggleGroup(group);
      tab.setSelected(page == model.pageProperty().get());
      model.pageProperty().addListener((_, _, now) -> tab.setSelected(page == now));
      tab.selectedProperty()
          .addListener((_, _, now) -> {
            if (now) {
              model.pageProperty().set(page);
            }
          });
      tab.setOnAction(_ -> tab.setSelected(true));
      count(page, tab);
      getChildren().add(tab);
    }
    getChildren().addAll(Widgets.spacer(), note());
  }

  /** Says why the page on show is not about what was chosen in the tree. */
  private Node note() {
    StackPane place = new StackPane();
    place.setId("review-note");
    place.setMinWidth(0);
    Runnable say =
        () -> {
          Label note =
              Widgets.label(
                  model
                      .followedProperty()
                      .get()
                      .note(model.pageProperty().get(), model.factsProperty().get()),
                  "muted",
                  "review-note");
          place.getChildren().setAll(FirstThatFits.orNothing(note));
        };
    model.followedProperty().addListener((_, _, _) -> say.run());
    model.pageProperty().addListener((_, _, _) -> say.run());
    model.factsProperty().addListener((_, _, _) -> say.run());
    return place;
  }

  // a number stands only where there is something to see
  private void count(ReviewPage page, ToggleButton tab) {
    model
        .factsProperty()
        .addListener((_, _, now) -> {
          int count =
              switch (page) {
                case EXCEPTIONS -> now.exceptionRows().size();
                case ATTESTATIONS -> now.attestationRows().size();
                case OVERVIEW, REACHABILITY, ACCESS, COMPARE -> 0;
              };
          tab.setText(page.title() + (count > 0 ? "  %,d".formatted(count) : ""));
        });
  }
}
