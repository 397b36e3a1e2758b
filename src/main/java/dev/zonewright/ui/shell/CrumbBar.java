package dev.zonewright.ui.shell;

import dev.zonewright.kube.PssLevel;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.files.OpenFile;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Under the tabs: the way to the caret, and where the pod around it runs. */
final class CrumbBar extends HBox {
  // about how wide things are, in pixels
  private static final double LETTER = 6.6;
  private static final double GAP = 18;
  private static final double CHIPS = 230;
  // letters of a key that is never cut
  private static final int WHOLE = 30;

  private final ShellModel model;
  private @Nullable Shown shown;
  private final ChangeListener<Number> onCaret = (_, _, _) -> update();

  /** What the bar is built from; {@code from}: the first key that there is room for. */
  private record Shown(String file, Crumbs crumbs, int from) {}

  CrumbBar(ShellModel model) {
    this.model = model;
    setId("crumbs");
    getStyleClass().add("crumbs");
    setAlignment(Pos.CENTER_LEFT);
    model.tabs().activeProperty().addListener((_, was, now) -> follow(was, now));
    model.analysisProperty().addListener((_, _, _) -> update());
    widthProperty().addListener((_, _, _) -> update());
    follow(null, model.tabs().activeProperty().get());
  }

  private void follow(@Nullable OpenFile was, @Nullable OpenFile now) {
    if (was != null) {
      was.editor().caretProperty().removeListener(onCaret);
    }
    if (now != null) {
      now.editor().caretProperty().addListener(onCaret);
    }
    update();
  }

  private void update() {
    OpenFile file = model.tabs().activeProperty().get();
    Crumbs crumbs =
        file == null
            ? Crumbs.NONE
            : Crumbs.at(
                model.analysisProperty().get(), file.name(), file.editor().caretProperty().get());
    Shown now = new Shown(file == null ? "" : file.name(), crumbs, firstThatFits(crumbs));
    // most keys leave the caret in its mapping, and new labels cost a key more than its text does
    if (!now.equals(shown)) {
      shown = now;
      build(now.file(), crumbs, now.from());
    }
  }

  private void build(String file, Crumbs crumbs, int from) {
    getChildren().clear();
    if (crumbs.object().isEmpty()) {
      getChildren().add(Widgets.label(file, "crumb"));
      return;
    }
    getChildren().add(crumb(crumbs.object(), crumbs.path().isEmpty()));
    if (from > 0) {
      getChildren().addAll(Widgets.label("›", "faint"), Widgets.label("…", "faint"));
    }
    for (int i = from; i < crumbs.path().size(); i++) {
      getChildren().add(Widgets.label("›", "faint"));
      getChildren().add(crumb(crumbs.path().get(i), i == crumbs.path().size() - 1));
    }
    getChildren().add(Widgets.spacer());
    crumbs.zone().ifPresent(zone -> getChildren().add(chip(zone)));
    crumbs
        .pss()
        .filter(pss -> pss != PssLevel.UNDETERMINED)
        .ifPresent(pss -> getChildren().add(Widgets.chip("PSS " + pss.word(), "quiet")));
  }

  /** Of a long way the end counts: keys at its start are left out where there is no room. */
  private int firstThatFits(Crumbs crumbs) {
    double room = getWidth() - CHIPS - crumbs.object().length() * LETTER;
    int from = crumbs.path().size();
    while (from > 0 && (room > 0 || from == crumbs.path().size())) {
      room -= crumbs.path().get(from - 1).length() * LETTER + GAP;
      from -= room >= 0 || from == crumbs.path().size() ? 1 : 0;
    }
    return from;
  }

  private static Label crumb(String text, boolean last) {
    Label label = Widgets.label(text, last ? "last-crumb" : "crumb");
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    // the end of the way counts: what comes before it gives way first
    label.setMinWidth(last && text.length() <= WHOLE ? USE_PREF_SIZE : 0);
    return label;
  }

  private static Label chip(ZoneState zone) {
    Label chip =
        switch (zone) {
          case EDERA -> Widgets.chip("in a zone", "zone");
          case HOST -> Widgets.chip("host kernel", "bad");
          case UNDETERMINED -> Widgets.chip("zone undetermined", "quiet");
        };
    if (zone != ZoneState.UNDETERMINED) {
      chip.setGraphic(Widgets.hexagon(zone == ZoneState.EDERA));
    }
    return chip;
  }
}
