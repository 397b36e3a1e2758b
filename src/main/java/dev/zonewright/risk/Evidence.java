package dev.zonewright.risk;

import dev.zonewright.kube.secret.Masked;
import dev.zonewright.text.TextRange;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that the manifests show, or do not, on which a risk row rests.
 *
 * @param text what it is, short: “api runs on the host kernel”
 * @param place where it stands; empty for what stands nowhere
 * @param control the id of the control whose finding it is; empty for what is no finding
 */
public record Evidence(State state, String text, Optional<Place> place, Optional<String> control) {
  public Evidence {
    text = Masked.within(text);
  }

  /** What is no finding. */
  public Evidence(State state, String text, Optional<Place> place) {
    this(state, text, place, Optional.empty());
  }

  /** The same as the finding of a control at this place. */
  public Evidence of(String id) {
    return new Evidence(state, text, place, Optional.of(id));
  }

  /** What the thing does to the risk. */
  public enum State {
    /** Raises the risk. */
    EXPOSURE,
    /** A mitigation that is there. */
    IN_PLACE,
    /** A mitigation that is not there. */
    MISSING,
    /** A value that decides is a placeholder, or cannot be read. */
    UNDETERMINED,
    /** A person attests it. */
    ATTESTED,
    /** No manifest shows it. */
    NOT_VISIBLE,
    /** No control for it is analysed yet. */
    NOT_ASSESSED;

    /** The word used in reports, with hyphens: {@code not-visible}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Where evidence stands.
   *
   * @param line from 1
   * @param range in offsets of the file's text
   */
  public record Place(String file, int line, TextRange range) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }
}
