package dev.zonewright.ui.findings;

import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;

/**
 * What Edera makes of a finding, in a word and a colour.
 *
 * @param tone the style class of the chip
 * @param explanation one sentence, for the tooltip
 */
public record EffectChip(String word, String tone, String explanation) {
  /**
   * The chip of a control.
   *
   * @param onHost whether the pod is known to run outside of any zone, where a zone helps nothing
   */
  public static EffectChip of(ControlInfo control, boolean onHost) {
    EderaEffect effect = control.edera();
    if (onHost && (effect.isSafeOnlyInZone() || control.family() == Family.ZONE)) {
      return new EffectChip(
          "on the host",
          "bad",
          "A zone would keep this away from the host, but the pod does not run in a zone");
    }
    return switch (effect) {
      case REJECTS -> new EffectChip("rejected", "warn", "Edera refuses to start the pod");
      case IGNORES -> new EffectChip("ignored", "quiet", "The field has no effect in a zone");
      case HONOURS -> new EffectChip("honoured", "bad", "The field also takes effect on Edera");
      case IN_ZONE ->
          new EffectChip(
              "in zone",
              "zone",
              "Takes effect inside the zone and widens the attack surface there");
      case OPERATOR ->
          new EffectChip(
              "operator", "quiet", "The operator's responsibility, whatever the runtime does");
    };
  }
}
