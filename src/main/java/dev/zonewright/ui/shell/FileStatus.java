package dev.zonewright.ui.shell;

import dev.zonewright.text.Position;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.files.Tabs;
import dev.zonewright.ui.status.StatusModel;
import org.jspecify.annotations.Nullable;

/** Says in the status line where the caret is, and how the file on show is written. */
final class FileStatus {
  private FileStatus() {}

  static void follow(Tabs tabs, StatusModel status) {
    tabs.activeProperty().addListener((_, _, now) -> show(now, status));
  }

  private static void show(@Nullable OpenFile now, StatusModel status) {
    status.placeProperty().unbind();
    status.placeProperty().set("");
    status.lineEndsProperty().set(now == null ? "" : now.lineEnds());
    status.encodingProperty().set(now == null ? "" : now.encoding());
    if (now != null) {
      status.placeProperty().bind(now.editor().positionProperty().map(FileStatus::words));
    }
  }

  private static String words(Position at) {
    return "Ln %,d, Col %,d".formatted(at.line(), at.column());
  }
}
