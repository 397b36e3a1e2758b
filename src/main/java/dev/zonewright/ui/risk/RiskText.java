package dev.zonewright.ui.risk;

import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The residual risk of a tenant in words, to be pasted into a mail or a ticket. */
public final class RiskText {
  private RiskText() {}

  /** A line of a reason: the rows of one level, and what decided it for all of them. */
  public record Reason(List<RiskRow> rows, Evidence evidence) {
    public Reason {
      rows = List.copyOf(rows);
    }
  }

  /** What made the level what it is: what decided, each thing once, with the rows that have it. */
  public static List<Reason> reasons(TenantRisk risk) {
    Map<Evidence, List<RiskRow>> rowsOf = new LinkedHashMap<>();
    for (RiskRow row : risk.rows()) {
      if (row.level() == risk.level()) {
        deciding(row)
            .map(e -> new Evidence(e.state(), e.text(), e.place()))
            .ifPresent(e -> rowsOf.computeIfAbsent(e, _ -> new ArrayList<>()).add(row));
      }
    }
    return rowsOf.entrySet().stream().map(e -> new Reason(e.getValue(), e.getKey())).toList();
  }

  private static Optional<Evidence> deciding(RiskRow row) {
    return row.evidence().stream().filter(e -> decides(row.level(), e.state())).findFirst();
  }

  private static boolean decides(ResidualLevel level, Evidence.State state) {
    return switch (level) {
      case OPEN -> state == Evidence.State.EXPOSURE;
      case UNDETERMINED -> state == Evidence.State.UNDETERMINED;
      case REDUCED -> state == Evidence.State.MISSING || state == Evidence.State.NOT_VISIBLE;
      case CONTROLLED -> state == Evidence.State.IN_PLACE || state == Evidence.State.ATTESTED;
      case NOT_ASSESSED -> state == Evidence.State.NOT_ASSESSED;
    };
  }

  /** All of it: the verdict, then each row with its level and its evidence. */
  public static String of(TenantRisk risk) {
    StringBuilder out = new StringBuilder();
    out.append("Tenant ").append(risk.tenant()).append(": ").append(risk.level().word());
    out.append("\n").append(risk.verdict()).append("\n");
    risk.sections().forEach(part -> section(out, part.title(), part.rows()));
    out.append("\n").append(risk.rule()).append("\n");
    return out.toString();
  }

  private static void section(StringBuilder out, String title, List<RiskRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    out.append("\n").append(title).append("\n");
    for (RiskRow row : rows) {
      out.append("- ").append(row.title()).append(": ").append(row.level().word()).append("\n");
      for (Evidence evidence : row.evidence()) {
        out.append("    ").append(EvidenceLine.words(evidence.state())).append(": ");
        out.append(evidence.text());
        evidence.place().ifPresent(place -> out.append(" (").append(place).append(")"));
        out.append("\n");
      }
    }
  }
}
