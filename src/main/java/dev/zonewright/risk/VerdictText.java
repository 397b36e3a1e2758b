package dev.zonewright.risk;

import dev.zonewright.risk.Evidence.State;
import java.util.List;
import java.util.Locale;

/** Says the most severe reason of a tenant's level in a sentence. */
final class VerdictText {
  private VerdictText() {}

  static String of(TenantFacts facts, ResidualLevel level, List<RiskRow> rows) {
    WorkloadCounts counts = WorkloadCounts.of(facts.workloads());
    int all = counts.all();
    if (all == 0) {
      return "No workload of this tenant is opened.";
    }
    int host = counts.onHost();
    int unknown = counts.unknown();
    if (host > 0) {
      String with = facts.others().isEmpty() ? "" : " with " + RowBuilder.names(facts.others());
      return "%s the host kernel%s; nothing below applies until that is fixed."
          .formatted(some(host, all, "shares", "share"), with);
    }
    if (level == ResidualLevel.OPEN) {
      RiskRow open =
          rows.stream().filter(r -> r.level() == ResidualLevel.OPEN).findFirst().orElseThrow();
      Evidence first =
          open.evidence().stream()
              .filter(e -> e.state() == State.EXPOSURE)
              .findFirst()
              .orElseThrow();
      String what = MidSentence.of(first.text());
      return unknown > 0
          ? "Where %s is not known, and %s."
              .formatted(MidSentence.of(some(unknown, all, "runs", "run")), what)
          : "%s, but %s.".formatted(inZones(all), what);
    }
    if (unknown > 0) {
      return "Where %s is not known.".formatted(MidSentence.of(some(unknown, all, "runs", "run")));
    }
    return switch (level) {
      case UNDETERMINED -> inZones(all) + ", but deciding values are not known.";
      case REDUCED ->
          inZones(all) + "; some mitigations are missing, or no manifest can show them.";
      case CONTROLLED -> inZones(all) + " and every mitigation is in place.";
      case OPEN, NOT_ASSESSED -> inZones(all) + ".";
    };
  }

  /** What may be hidden in documents that could not be read is not known of any tenant. */
  static String unread(int documents) {
    return switch (documents) {
      case 0 -> "";
      case 1 -> " 1 document could not be read and is not counted.";
      default -> " " + number(documents) + " documents could not be read and are not counted.";
    };
  }

  private static String some(int part, int all, String verb, String verbs) {
    if (part == all) {
      return all == 1 ? "The only workload " + verb : "All " + number(all) + " workloads " + verbs;
    }
    return number(part) + " of " + number(all) + " workloads " + (part == 1 ? verb : verbs);
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String inZones(int all) {
    return all == 1
        ? "The only workload runs in a zone"
        : "All " + number(all) + " workloads run in zones";
  }
}
