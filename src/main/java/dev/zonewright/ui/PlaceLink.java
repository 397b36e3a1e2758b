package dev.zonewright.ui;

import dev.zonewright.report.Printable;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.FileNames;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/** A link to a place: the last part of the file's name and the line; the rest is in the tooltip. */
public final class PlaceLink extends Hyperlink {
  /**
   * Builds the link.
   *
   * @param go shows the place in its text
   */
  public PlaceLink(Place place, String id, Consumer<Place> go) {
    this(place, FileNames.last(place.toString()), id, go);
  }

  /** The same with words of its own. */
  public PlaceLink(Place place, String words, String id, Consumer<Place> go) {
    super(Printable.of(words));
    setId(id);
    setAccessibleText("Show " + place);
    setTooltip(new Tooltip(place.toString()));
    setOnAction(_ -> go.accept(place));
  }
}
