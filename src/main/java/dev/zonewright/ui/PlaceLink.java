package dev.zonewright.ui;

import dev.zonewright.report.Printable;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.FileNames;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Hyperlink;

/**
 * A link to a place: the last part of the file's name and the line; the rest is in the tooltip. A
 * place that only moved is followed, so that the link stays where others would be made anew.
 */
public final class PlaceLink extends Hyperlink {
  private final Function<Place, String> words;
  private final Function<Place, String> id;
  private Function<Place, String> tipWords = Place::toString;
  private Function<Place, String> spoken = place -> "Show " + place;
  private Place place;

  /**
   * Builds the link.
   *
   * @param go shows the place in its text
   */
  public PlaceLink(Place place, String id, Consumer<Place> go) {
    this(place, at -> FileNames.last(at.toString()), _ -> id, go);
  }

  /** The same with words of its own. */
  public PlaceLink(Place place, String words, String id, Consumer<Place> go) {
    this(place, _ -> words, _ -> id, go);
  }

  /** The same with words and an id that are of the place. */
  public PlaceLink(
      Place place, Function<Place, String> words, Function<Place, String> id, Consumer<Place> go) {
    this.place = place;
    this.words = words;
    this.id = id;
    setOnAction(_ -> go.accept(this.place));
    follow(place);
  }

  /** Says other words in the tooltip and to screen readers. */
  public PlaceLink telling(Function<Place, String> tooltip, Function<Place, String> accessible) {
    tipWords = tooltip;
    spoken = accessible;
    follow(place);
    return this;
  }

  public Place place() {
    return place;
  }

  /** The same thing stands elsewhere now. */
  public void follow(Place now) {
    place = now;
    setText(Printable.of(words.apply(now)));
    setId(id.apply(now));
    setAccessibleText(Widgets.shown(spoken.apply(now)));
    Tip.set(this, tipWords.apply(now));
  }
}
