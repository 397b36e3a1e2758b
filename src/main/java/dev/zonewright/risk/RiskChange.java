package dev.zonewright.risk;

/**
 * A row of a tenant that came to another level.
 *
 * @param row the id of the row
 */
public record RiskChange(
    String tenant, String row, String title, ResidualLevel from, ResidualLevel to) {
  /** Whether less risk is left than before; no answer where one of them is not assessed. */
  public boolean isBetter() {
    return isKnown() && to.compareTo(from) > 0;
  }

  /** Whether it is better or worse; what was, or is, not assessed is neither. */
  public boolean isKnown() {
    return from != ResidualLevel.NOT_ASSESSED && to != ResidualLevel.NOT_ASSESSED;
  }
}
