package dev.zonewright.control;

import java.time.LocalDate;

/**
 * That somebody bears the risk of a finding.
 *
 * @param reason why
 * @param owner who answers for it
 * @param expires the last day on which it holds
 */
public record Acceptance(String reason, String owner, LocalDate expires) {}
