package dev.zonewright.control;

import java.util.Set;

/**
 * The controls that could not judge because of what a finding says.
 *
 * @param all whether nothing of the object can be judged
 * @param controls their ids
 */
public record Unjudged(boolean all, Set<String> controls) {
  /** The finding hides nothing from other controls. */
  public static final Unjudged NONE = new Unjudged(false, Set.of());

  /** Nothing of the object can be judged. */
  public static final Unjudged ALL = new Unjudged(true, Set.of());

  public Unjudged {
    controls = Set.copyOf(controls);
  }

  /** These controls could not judge. */
  public static Unjudged by(Set<String> controls) {
    return new Unjudged(false, controls);
  }

  /** Whether a control is among them. */
  public boolean holds(String control) {
    return all || controls.contains(control);
  }
}
