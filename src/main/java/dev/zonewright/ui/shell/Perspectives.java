package dev.zonewright.ui.shell;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.risk.Evidence;
import dev.zonewright.ui.Segments;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.perspective.ReviewView;
import dev.zonewright.ui.review.AttestationRow;
import dev.zonewright.ui.review.ExceptionRow;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.compare.CompareModel;
import dev.zonewright.ui.review.compare.ComparePage;
import dev.zonewright.ui.review.records.Removing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Manifests and review in the same place, and the switch between them over both. */
final class Perspectives extends StackPane {
  private final ShellModel model;
  private final UserDialogs dialogs;

  Perspectives(
      ShellModel model,
      Node manifests,
      Consumer<Evidence.Place> go,
      FixCommands fixes,
      UserDialogs dialogs,
      Executor frames) {
    this.model = model;
    this.dialogs = dialogs;
    ReviewView review =
        new ReviewView(
            model.review(),
            go,
            change -> model.fixRequests().preview(change, dialogs),
            (item, tenant) -> model.decisions().attest(item, tenant, dialogs),
            removing(),
            asking(),
            fixes.overReview(),
            frames);
    fixes.inReview(review::showFixes, review::acceptRisk);
    review.setVisible(false);
    Segments change = change();
    model
        .review()
        .perspectiveProperty()
        .addListener((_, _, now) -> {
          if (now == Perspective.REVIEW) {
            model.review().comeFrom(model.selection().currentProperty().get().object());
          }
          review.setVisible(now == Perspective.REVIEW);
          manifests.setVisible(now == Perspective.MANIFESTS);
        });
    model
        .emptyProperty()
        .addListener((_, _, empty) -> {
          if (empty) {
            model.review().perspectiveProperty().set(Perspective.MANIFESTS);
          }
        });
    getChildren().setAll(manifests, review, change);
  }

  private Segments change() {
    Segments change =
        new Segments(
            List.of(Perspective.values()),
            Perspective::title,
            Perspective::id,
            model.review().perspectiveProperty());
    change.getStyleClass().add("perspective-switch");
    change.visibleProperty().bind(model.emptyProperty().not());
    change.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(change, Pos.TOP_LEFT);
    return change;
  }

  private Removing removing() {
    return new Removing() {
      @Override
      public void remove(ExceptionRow row) {
        model.decisions().remove(row, dialogs);
      }

      @Override
      public void remove(AttestationRow row) {
        model.decisions().remove(row, dialogs);
      }
    };
  }

  private ComparePage.Choosing asking() {
    return new ComparePage.Choosing() {
      @Override
      public Optional<Path> file() {
        return dialogs.chooseFile("Compare with a baseline, a review in JSON or a manifest");
      }

      @Override
      public Optional<Path> folder() {
        return dialogs.chooseFolder("Compare with a folder of manifests");
      }

      @Override
      public Optional<Supplier<CompareModel.Result>> revision() {
        return dialogs
            .ask("Compare with a revision", "Branch, tag or commit", "HEAD")
            .map(revision -> () -> model.decisions().revision(revision));
      }

      @Override
      public void export(Compared compared) {
        model.decisions().export(compared, dialogs);
      }
    };
  }
}
