package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.keys.KeyFocus;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewPage;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * Whoever uses keys sees where they are: each stop of Tab looks different while it has the focus.
 */
class FocusSeenWindowTest extends AnswerPages {
  private static final int MOST_STOPS = 150;

  @Test
  void everyStopOfThePagesOfAReviewShowsTheFocus() throws Exception {
    Files.writeString(
        folder.resolve("zonewright-review.yaml"),
        """
        exceptions:
          - {control: root-user, tenant: globex, reason: r, owner: o, expires: 2199-12-04}
        attestations:
          - {item: dom0-restricted, by: W, date: 2020-10-02}
        """);
    interact(() -> model.files().closeAll());
    interact(() -> model.open(List.of(folder)));
    until(() -> model.review().factsProperty().get().review().isPresent());
    Set<String> unseen = new LinkedHashSet<>();
    for (ReviewPage page : ReviewPage.values()) {
      interact(() -> model.review().perspectiveProperty().set(Perspective.REVIEW));
      interact(() -> model.review().open(page));
      until(() -> lookup("#" + page.id()).tryQuery().filter(Node::isVisible).isPresent());
      unseen.addAll(unseen("#review-tab-" + page.id()));
    }
    assertThat(unseen).isEmpty();
  }

  /** What looks the same with the focus and without it, of all that Tab leads through. */
  private List<String> unseen(String from) {
    interact(() -> KeyFocus.give(lookup(from).query()));
    Node first = focus();
    List<String> out = new ArrayList<>();
    for (int i = 0; i < MOST_STOPS; i++) {
      Node node = focus();
      Bounds at = boundsOf(node);
      WritableImage with = picture();
      push(KeyCode.TAB);
      if (at.equals(boundsOf(node)) && isSame(with, picture(), at)) {
        out.add(node.getClass().getSimpleName() + "#" + node.getId() + node.getStyleClass());
      }
      if (focus().equals(first)) {
        break;
      }
    }
    return out;
  }

  private static Bounds boundsOf(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private WritableImage picture() {
    List<WritableImage> out = new ArrayList<>();
    interact(() -> {
      scene().getRoot().applyCss();
      scene().getRoot().layout();
      out.add(scene().snapshot(null));
    });
    return out.getFirst();
  }

  private static boolean isSame(WritableImage one, WritableImage other, Bounds at) {
    PixelReader a = one.getPixelReader();
    PixelReader b = other.getPixelReader();
    int right = (int) Math.min(one.getWidth(), at.getMaxX() + 3);
    int foot = (int) Math.min(one.getHeight(), at.getMaxY() + 3);
    for (int y = (int) Math.max(0, at.getMinY() - 3); y < foot; y++) {
      for (int x = (int) Math.max(0, at.getMinX() - 3); x < right; x++) {
        if (a.getArgb(x, y) != b.getArgb(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  private Scene scene() {
    return window(0).getScene();
  }

  private Node focus() {
    Node focus = scene().getFocusOwner();
    assertThat(focus).isNotNull();
    return focus;
  }
}
