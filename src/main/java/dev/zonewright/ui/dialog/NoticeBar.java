package dev.zonewright.ui.dialog;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.Widgets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.jspecify.annotations.Nullable;

/**
 * Tells notices at the foot of what it wraps. Each stays until it is closed, acted upon or no
 * longer true; one that only tells of what was done goes by itself after a while. One that asks for
 * something is never pushed aside by the next, which waits, unless that is a warning or an answer.
 */
public final class NoticeBar extends NotificationPane {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Long enough to be read twice. */
  private static final int PASSES_AFTER = 12;

  private final BackgroundRunner.Quiet look;
  private final Deque<Notice> waiting = new ArrayDeque<>();
  private @Nullable Notice shown;
  // what had the keyboard before somebody answered the notice
  private @Nullable Node before;
  // how often the one on show was looked at
  private int looks;

  public NoticeBar(
      Node content, ObservableValue<@Nullable Notice> notices, BackgroundRunner runner) {
    StackPane room = new StackPane(content);
    super(room);
    look = runner.quiet(LOOK, this::look);
    setShowFromTop(false);
    setFocusTraversable(false);
    setOnHidden(_ -> next());
    sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::focused);
    showingProperty()
        .addListener((_, _, now) -> {
          if (!now) {
            handBack();
          }
        });
    notices.addListener((_, _, now) -> {
      if (now != null) {
        tell(now);
      }
    });
    Notice first = notices.getValue();
    if (first != null) {
      tell(first);
    }
    // what was told before there was a window waits for it
    skinProperty()
        .addListener(_ -> {
          if (lookup(".notification-bar") instanceof Region bar) {
            // the bar lies over what it wraps: nothing of that is below it
            room.paddingProperty()
                .bind(bar.heightProperty().map(high -> new Insets(0, 0, high.doubleValue(), 0)));
          }
          if (shown != null) {
            show();
          }
        });
  }

  private void focused(@Nullable Node owner) {
    if (owner != null && !isInBar(owner)) {
      before = owner;
    }
  }

  /** The keyboard goes back to where it was: the toolkit would give it to whatever comes next. */
  private void handBack() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    if (owner != null && isInBar(owner) && before != null) {
      before.requestFocus();
    }
  }

  private static boolean isInBar(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("notification-bar")) {
        return true;
      }
    }
    return false;
  }

  private void tell(Notice notice) {
    // what waits tells how the matter stood before
    waiting.removeIf(notice::isNewsOf);
    Notice last = shown;
    if (last != null && isStillToBeRead() && !last.choices().isEmpty() && !notice.isNewsOf(last)) {
      if (notice.isWorseThan(last) || (notice.asked() && !last.isWorseThan(notice))) {
        // what failed or was asked for is told at once; what was offered is offered again later
        waiting.addFirst(last);
        put(notice);
      } else {
        waiting.add(notice);
      }
    } else {
      put(notice);
    }
  }

  /** What is not true any more goes, and so does what was there long enough to be read. */
  private void look() {
    waiting.removeIf(notice -> !notice.holds().getAsBoolean());
    Notice now = shown;
    if (now == null || !isStillToBeRead()) {
      return;
    }
    // nothing goes from under the mouse or the keyboard
    looks = isHeld() ? 0 : looks + 1;
    boolean passed = now.isPassing() && looks >= PASSES_AFTER;
    if (!now.holds().getAsBoolean() || passed) {
      hide();
    } else {
      look.restart();
    }
  }

  private boolean isHeld() {
    Node bar = lookup(".notification-bar");
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    return (bar != null && bar.isHover()) || (owner != null && isInBar(owner));
  }

  private boolean isStillToBeRead() {
    return isShowing() || getSkin() == null;
  }

  // one that was put up while the last was going away stays
  private void next() {
    if (isShowing()) {
      return;
    }
    shown = null;
    waiting.removeIf(waits -> !waits.holds().getAsBoolean());
    Notice notice = waiting.poll();
    if (notice != null) {
      put(notice);
    }
  }

  private void put(Notice notice) {
    shown = notice;
    looks = 0;
    getStyleClass().removeAll("warning-notice", "info-notice");
    getStyleClass().add(notice.tone() == Notice.Tone.WARNING ? "warning-notice" : "info-notice");
    getActions()
        .setAll(notice.choices().stream().map(choice -> action(choice)).toArray(Action[]::new));
    setText(Widgets.shown(notice.text()));
    if (getSkin() != null) {
      show();
    }
    look.restart();
  }

  private Action action(Notice.Choice choice) {
    return new Action(
        Widgets.shown(choice.label()),
        _ -> {
          hide();
          choice.action().run();
        });
  }
}
