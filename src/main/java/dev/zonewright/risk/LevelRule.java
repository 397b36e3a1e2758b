package dev.zonewright.risk;

import dev.zonewright.risk.Evidence.State;
import java.util.List;
import java.util.Locale;

/** The rule by which a level comes about; published in {@code docs/residual-risk.md}. */
final class LevelRule {
  /** The rule in words. */
  static final String TEXT =
      "A row is open when something in the manifests raises its risk; undetermined when something"
          + " that decides is not known; not assessed when no workload of the tenant is opened;"
          + " reduced when a mitigation is missing or no manifest can show it; controlled when"
          + " every mitigation is in place or attested. A tenant has the worst level of its"
          + " assessed rows.";

  private LevelRule() {}

  static ResidualLevel of(List<Evidence> evidence) {
    if (has(evidence, State.EXPOSURE)) {
      return ResidualLevel.OPEN;
    }
    if (has(evidence, State.UNDETERMINED)) {
      return ResidualLevel.UNDETERMINED;
    }
    if (has(evidence, State.NOT_ASSESSED) || evidence.isEmpty()) {
      return ResidualLevel.NOT_ASSESSED;
    }
    return has(evidence, State.MISSING) || has(evidence, State.NOT_VISIBLE)
        ? ResidualLevel.REDUCED
        : ResidualLevel.CONTROLLED;
  }

  /** The worst level of rows that are assessed; not assessed when none is. */
  static ResidualLevel worst(List<RiskRow> rows) {
    return rows.stream()
        .map(RiskRow::level)
        .min(ResidualLevel::compareTo)
        .orElse(ResidualLevel.NOT_ASSESSED);
  }

  static String why(ResidualLevel level, List<Evidence> evidence) {
    return switch (level) {
      case OPEN -> count(evidence, State.EXPOSURE, "thing raises it", "things raise it");
      case UNDETERMINED ->
          count(evidence, State.UNDETERMINED, "thing is not known", "things are not known");
      case REDUCED ->
          "Some mitigations are in place; the others are missing, or no manifest can show them";
      case CONTROLLED -> "Every mitigation is in place";
      case NOT_ASSESSED -> "No workload of the tenant is opened";
    };
  }

  private static boolean has(List<Evidence> evidence, State state) {
    return evidence.stream().anyMatch(e -> e.state() == state);
  }

  private static String count(List<Evidence> evidence, State state, String one, String many) {
    long count = evidence.stream().filter(e -> e.state() == state).count();
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
