package dev.zonewright.ui.review.overview;

import dev.zonewright.report.closing.ClosingChanges;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.Closing;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** What closes most, found out while somebody looks at it and at no other time. */
public final class ClosingModel {
  private final BackgroundRunner runner;
  private final Closing closing;
  private final BooleanProperty asked = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable ClosingChanges> changes =
      new ReadOnlyObjectWrapper<>();
  private ReviewFacts facts = ReviewFacts.NONE;
  private AtomicBoolean cancelled = new AtomicBoolean();

  public ClosingModel(BackgroundRunner runner, Closing closing) {
    this.runner = runner;
    this.closing = closing;
    asked.addListener((_, _, _) -> search());
  }

  /** Takes in new facts; what was found out before does not count any more. */
  public void show(ReviewFacts now) {
    facts = now;
    changes.set(null);
    search();
  }

  /** Whether somebody looks. */
  public BooleanProperty askedProperty() {
    return asked;
  }

  /** What was found out; null while it is not. */
  public ReadOnlyObjectProperty<@Nullable ClosingChanges> changesProperty() {
    return changes.getReadOnlyProperty();
  }

  private void search() {
    cancelled.set(true);
    if (!asked.get() || changes.get() != null) {
      return;
    }
    AtomicBoolean mine = new AtomicBoolean();
    cancelled = mine;
    ReviewFacts of = facts;
    // not where manifests are analysed: typing must not wait for it
    runner.io(
        () -> closing.of(of, mine::get),
        found -> {
          if (!mine.get()) {
            changes.set(found);
          }
        });
  }
}
