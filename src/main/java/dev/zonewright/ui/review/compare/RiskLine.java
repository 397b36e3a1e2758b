package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.compare.RiskMove;
import dev.zonewright.report.compare.TenantChange;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.risk.RowTitles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of the table of residual risk: a tenant, a row of it that moved, or one that did not. */
sealed interface RiskLine {
  /** A tenant, and in words what became of its rows. */
  record Tenant(String tenant, String words) implements RiskLine {}

  /** A row at another level. */
  record Moved(RiskMove move) implements RiskLine {}

  /** A row at the level that it had. */
  record Same(String title, ResidualLevel level) implements RiskLine {}

  /**
   * The rows by tenant, those that moved first.
   *
   * @param all whether those that did not move are listed too
   */
  static List<RiskLine> of(Compared compared, boolean all) {
    if (!compared.holdsRisk()) {
      return List.of();
    }
    Map<String, List<RiskMove>> moved = new LinkedHashMap<>();
    compared
        .moves()
        .forEach(m -> moved.computeIfAbsent(m.change().tenant(), _ -> new ArrayList<>()).add(m));
    Map<String, List<RowLevel>> rows = new LinkedHashMap<>();
    compared
        .after()
        .levels()
        .forEach(l -> rows.computeIfAbsent(l.tenant(), _ -> new ArrayList<>()).add(l));
    List<RiskLine> out = new ArrayList<>();
    rows.forEach((tenant, levels) -> {
      List<RiskMove> moves = moved.getOrDefault(tenant, List.of());
      if (moves.isEmpty() && !all) {
        return;
      }
      out.add(new Tenant(tenant, words(moves)));
      moves.forEach(m -> out.add(new Moved(m)));
      if (all) {
        levels.stream()
            .filter(l -> moves.stream().noneMatch(m -> m.change().row().equals(l.row())))
            .forEach(l -> out.add(new Same(RowTitles.of(l.row()), l.level())));
      }
    });
    for (TenantChange tenant : compared.tenants()) {
      out.add(new Tenant(tenant.tenant(), tenant.words()));
    }
    return out;
  }

  private static String words(List<RiskMove> moves) {
    long known = moves.stream().map(RiskMove::change).filter(RiskChange::isKnown).count();
    long better = moves.stream().map(RiskMove::change).filter(RiskChange::isBetter).count();
    return "%,d worse, %,d better".formatted(known - better, better);
  }
}
