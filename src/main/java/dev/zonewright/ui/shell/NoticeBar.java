package dev.zonewright.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.jspecify.annotations.Nullable;

/** Tells notices at the foot of what it wraps; each stays until it is closed or acted upon. */
final class NoticeBar extends NotificationPane {
  NoticeBar(Node content, ObservableValue<@Nullable Notice> notices) {
    super(content);
    setShowFromTop(false);
    notices.addListener((_, _, now) -> {
      if (now != null) {
        tell(now);
      }
    });
  }

  private void tell(Notice notice) {
    getStyleClass().removeAll("warning-notice", "info-notice");
    getStyleClass().add(notice.tone() == Notice.Tone.WARNING ? "warning-notice" : "info-notice");
    getActions()
        .setAll(notice.choices().stream().map(choice -> action(choice)).toArray(Action[]::new));
    setText(notice.text());
    show();
  }

  private Action action(Notice.Choice choice) {
    return new Action(
        choice.label(),
        _ -> {
          hide();
          choice.action().run();
        });
  }
}
