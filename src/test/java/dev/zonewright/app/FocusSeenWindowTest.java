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
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * Whoever uses keys sees where they are: each stop of Tab looks different while it has the focus.
 */
class FocusSeenWindowTest extends AnswerPages {
  private static final int MOST_STOPS = 150;

  // a ring stands outside what it is drawn around
  private static final int AROUND = 3;

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
      WritableImage with = picture(at);
      push(KeyCode.TAB);
      if (at.equals(boundsOf(node)) && isSame(with, picture(at))) {
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

  /** What can be seen where a node is, and close around it; all of the window would take long. */
  private WritableImage picture(Bounds at) {
    List<WritableImage> out = new ArrayList<>();
    interact(() -> {
      Parent root = scene().getRoot();
      root.applyCss();
      root.layout();
      double left = Math.max(0, Math.floor(at.getMinX() - AROUND));
      double top = Math.max(0, Math.floor(at.getMinY() - AROUND));
      double right = Math.min(scene().getWidth(), Math.ceil(at.getMaxX() + AROUND));
      double foot = Math.min(scene().getHeight(), Math.ceil(at.getMaxY() + AROUND));
      SnapshotParameters part = new SnapshotParameters();
      part.setViewport(
          new Rectangle2D(left, top, Math.max(1, right - left), Math.max(1, foot - top)));
      out.add(root.snapshot(part, null));
    });
    return out.getFirst();
  }

  private static boolean isSame(WritableImage one, WritableImage other) {
    PixelReader a = one.getPixelReader();
    PixelReader b = other.getPixelReader();
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
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
