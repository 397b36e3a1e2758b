package dev.zonewright.ui.shell;

import dev.zonewright.ui.keys.Command;
import dev.zonewright.ui.keys.Command.Group;
import dev.zonewright.ui.keys.Command.Where;
import dev.zonewright.ui.perspective.ReviewModel;
import dev.zonewright.ui.review.Perspective;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** What the window can be asked to show of the review. */
final class ReviewPageCommands {
  private ReviewPageCommands() {}

  static List<Command> of(ShellModel model) {
    List<Command> all = new ArrayList<>();
    ReviewModel review = model.review();
    ObservableValue<Boolean> none = model.emptyProperty();
    ObservableValue<Boolean> inManifests =
        review.perspectiveProperty().map(p -> p != Perspective.REVIEW);
    all.add(
        everywhere(
                "manifests",
                Group.VIEW,
                "Manifests",
                "Shortcut+1",
                () -> review.perspectiveProperty().set(Perspective.MANIFESTS))
            .unless(none));
    all.add(
        everywhere(
                "review",
                Group.VIEW,
                "Review",
                isMac() ? "Shortcut+2" : "Shortcut+2 Alt+Left",
                () -> review.perspectiveProperty().set(Perspective.REVIEW))
            .unless(none));
    all.add(
        everywhere(
                "reachability",
                Group.VIEW,
                "Reachability of this workload",
                "F7",
                () -> review.openReachability(model.placeLookedAt()))
            .unless(none));
    all.add(
        everywhere(
                "access",
                Group.VIEW,
                "Access of this workload’s account",
                "Shift+F7",
                () -> review.openAccess(model.placeLookedAt()))
            .unless(none));
    all.add(
        everywhere(
                "next-page",
                Group.VIEW,
                "Next page of the review",
                "Ctrl+Tab",
                () -> turn(model, 1))
            .unless(inManifests));
    all.add(
        everywhere(
                "previous-page",
                Group.VIEW,
                "Previous page of the review",
                "Ctrl+Shift+Tab",
                () -> turn(model, -1))
            .unless(inManifests));
    return List.copyOf(all);
  }

  // there, Alt with an arrow moves the caret by a word
  private static boolean isMac() {
    return System.getProperty("os.name", "").startsWith("Mac");
  }

  private static void turn(ShellModel model, int by) {
    model.review().pageProperty().set(model.review().pageProperty().get().next(by));
  }

  private static Command everywhere(
      String id, Group group, String title, String keys, Runnable action) {
    return Command.of(id, group, title, keys, Where.EVERYWHERE, action);
  }
}
