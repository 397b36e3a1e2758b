package dev.zonewright.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** How the table looks with many rows, or with little room. */
class FindingsLookTest extends FindingsInWindow {
  /** The heading that stays is where the row of the group would be, and leaves the bar free. */
  @Test
  void theHeadingThatStaysLooksAsTheRowOfItsGroup() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      many.append(TWO.replace("one", "pod" + i)).append("---\n");
    }
    for (double scale : new double[] {1, 1.5}) {
      interact(() -> {
        model.scaleProperty().set(scale);
        model.groupingProperty().set(Grouping.TENANT);
        model.show(analysis(many.toString()));
      });
      interact(() -> {
        table().scrollTo(0);
        table().applyCss();
        table().layout();
      });
      WaitForAsyncUtils.waitForFxEvents();
      Text row =
          from(table()).lookup(".group-row .text").queryAllAs(Text.class).stream()
              .filter(text -> text.getText().equals("acme"))
              .findFirst()
              .orElseThrow();
      double x = left(row);
      double size = row.getFont().getSize();

      interact(() -> table().scrollTo(model.rows().size() - 1));
      WaitForAsyncUtils.waitForFxEvents();
      Node heading = lookup("#findings-group-heading").query();
      Text title = from(heading).lookup(".group-heading-title .text").queryAs(Text.class);
      assertThat(left(title)).isEqualTo(x);
      assertThat(title.getFont().getSize()).isEqualTo(size);
      Node bar =
          from(table()).lookup(".scroll-bar").queryAllAs(ScrollBar.class).stream()
              .filter(b -> b.getOrientation() == Orientation.VERTICAL)
              .findFirst()
              .orElseThrow();
      assertThat(heading.localToScene(heading.getLayoutBounds()).getMaxX())
          .isLessThanOrEqualTo(left(bar));
    }
  }

  private static double left(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMinX();
  }

  /** One that is a pixel high can neither be seen nor be grasped. */
  @Test
  void theThumbOfTheScrollBarIsLongEnoughBesideThousandsOfRows() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      many.append(TWO.replace("one", "pod" + i)).append("---\n");
    }
    interact(() -> {
      model.show(analysis(many.toString()));
      table().layout();
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(from(table()).lookup(".thumb").queryAllAs(Node.class))
        .anySatisfy(thumb -> assertThat(thumb.getLayoutBounds().getHeight()).isBetween(24.0, 60.0));
  }

  @Test
  void aKindWithoutRoomIsNoEllipsisByItself() {
    interact(() -> {
      model.show(analysis(TWO.replace("one", "a-name-as-long-as-the-column")));
      table().getColumns().get(2).setPrefWidth(60);
      table().layout();
    });
    WaitForAsyncUtils.waitForFxEvents();
    interact(() -> table().layout());
    assertThat(from(table()).lookup(".object-cell .faint").queryAllAs(Node.class))
        .isNotEmpty()
        .noneMatch(Node::isVisible);
  }
}
