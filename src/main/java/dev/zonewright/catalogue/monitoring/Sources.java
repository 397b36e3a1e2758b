package dev.zonewright.catalogue.monitoring;

import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Severity;
import java.util.List;

/** What all controls of the family have in common. */
final class Sources {
  private Sources() {}

  static ControlInfo info(Class<?> control, String title, String summary, String source) {
    return new ControlInfo(
        ControlInfo.idOf(control),
        Family.MONITORING,
        title,
        summary,
        Severity.MEDIUM,
        EderaEffect.OPERATOR,
        List.of("Edera security reference architecture: Monitoring and detection", source));
  }
}
