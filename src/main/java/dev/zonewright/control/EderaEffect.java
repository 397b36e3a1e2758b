package dev.zonewright.control;

/** What Edera's runtime does with the field that a control looks at. */
public enum EderaEffect {
  /** The runtime refuses the pod. */
  REJECTS("rejects"),
  /** The field has no effect in a zone. */
  IGNORES("ignores"),
  /** The field takes effect, and the danger is real. */
  HONOURS("honours"),
  /** The field takes effect inside the zone only, and widens the attack surface there. */
  IN_ZONE("in-zone"),
  /** Not up to the runtime: the operator owns it. */
  OPERATOR("operator");

  private final String word;

  EderaEffect(String word) {
    this.word = word;
  }

  /** The word used in reports. */
  public String word() {
    return word;
  }

  /** Whether a pod outside a zone is worse off than the control's severity says. */
  public boolean isSafeOnlyInZone() {
    return this == IGNORES || this == IN_ZONE;
  }
}
