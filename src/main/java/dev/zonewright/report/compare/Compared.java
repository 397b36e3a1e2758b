package dev.zonewright.report.compare;

import dev.zonewright.report.Printable;
import dev.zonewright.report.compare.Pairing.Pair;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two versions and all that differs between them, with the words that every form of it uses. */
public record Compared(
    Side before,
    Side after,
    Comparison comparison,
    Causes causes,
    WayChanges ways,
    List<TenantChange> tenants,
    List<RiskMove> moves,
    FileChanges files) {
  public Compared {
    tenants = List.copyOf(tenants);
    moves = List.copyOf(moves);
  }

  /** Compares two versions. */
  public static Compared of(Side before, Side after) {
    Comparison comparison = Comparison.of(before, after);
    Causes causes = Causes.of(before, after);
    return new Compared(
        before,
        after,
        comparison,
        causes,
        WayChanges.of(before, after),
        TenantChange.of(before, after),
        RiskMove.of(before, after, comparison.risk()),
        FileChanges.of(before, after, causes.changed()));
  }

  /** Whether both versions say at which level the rows of their tenants are. */
  public boolean holdsRisk() {
    return before.holdsRisk() && after.holdsRisk();
  }

  /** Whether nothing at all moved. */
  boolean isSame() {
    return comparison.isSame()
        && ways.ways().isEmpty()
        && ways.rights().isEmpty()
        && tenants.isEmpty();
  }

  String nothing() {
    return "Nothing changed: the same %s, %s and %s."
        .formatted(
            say(comparison.unchanged(), "finding"),
            say(after.levels().size(), "row"),
            say(after.documents(), "document"));
  }

  static String say(int count, String thing) {
    return count == 1 ? "1 " + thing : count + " " + thing + "s";
  }

  String silence() {
    return ways.silence().isEmpty() ? "" : ways.silence() + "\n";
  }

  /** A row that was, or is, not assessed is neither better nor worse. */
  static String trend(RiskChange row) {
    boolean assessed =
        row.from() != ResidualLevel.NOT_ASSESSED && row.to() != ResidualLevel.NOT_ASSESSED;
    if (!assessed) {
      return "not comparable";
    }
    return row.isBetter() ? "better" : "worse";
  }

  static String coverage(Side side) {
    return "%d of %d documents analysed".formatted(side.analysed(), side.documents());
  }

  String counts() {
    int worse = comparison.worse().size();
    int accepted = comparison.accepted().size();
    return "%d added%s, %d fixed%s, %d removed with their object, %d moved, %d unchanged."
        .formatted(
            comparison.added().size(),
            worse == 0 ? "" : ", %d more severe".formatted(worse),
            comparison.fixed().size(),
            accepted == 0 ? "" : ", %d accepted".formatted(accepted),
            comparison.removed().size(),
            comparison.moved().size(),
            comparison.unchanged());
  }

  static String by(String decides, Optional<Place> place) {
    String words = Printable.brief(decides);
    String where = place.map(p -> Printable.brief(p.toString())).orElse("");
    return Stream.of(words, where)
        .filter(w -> !w.isEmpty())
        .map(w -> "  " + w)
        .collect(Collectors.joining());
  }

  static String subject(Entry entry) {
    if (!entry.isOfObject()) {
      return "";
    }
    return entry.container().isEmpty() ? entry.object() : entry.object() + "/" + entry.container();
  }

  static String subject(Pair pair) {
    Entry was = pair.before();
    Entry is = pair.after();
    if (was.severity() != is.severity()) {
      return subject(is) + " (was %s)".formatted(was.severity().word());
    }
    boolean renamed = !was.container().equals(is.container());
    return subject(is) + (renamed ? " (was %s)".formatted(was.container()) : "");
  }
}
