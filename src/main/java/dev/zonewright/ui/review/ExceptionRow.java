package dev.zonewright.ui.review;

import static dev.zonewright.ui.review.WrittenEntries.has;
import static dev.zonewright.ui.review.WrittenEntries.text;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.review.ExceptionUse;
import dev.zonewright.review.ReviewControls;
import dev.zonewright.review.Reviewed;
import dev.zonewright.review.RiskException;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An exception as it is written, with what the audit of the review file says of it. Entries that
 * cannot be used are among them: nobody may take them for ones that hold.
 *
 * @param expires as written; empty where nothing is
 * @param covered the findings that it covers, or would if it were not over
 * @param why what is wrong with it, and what to do; empty where nothing is
 */
public record ExceptionRow(
    State state,
    String control,
    String scope,
    String reason,
    String owner,
    String expires,
    List<Place> covered,
    String why,
    YamlPath path) {
  /** How soon an end is soon, in days. */
  public static final int SOON = 30;

  private static final String SECTION = "exceptions";

  public ExceptionRow {
    covered = List.copyOf(covered);
  }

  /** What an exception is worth today; each has one of these. */
  public enum State implements EntryState {
    EXPIRED("expired", "expired"),
    INVALID("invalid", "invalid"),
    SOON("expires soon", "expiring within " + ExceptionRow.SOON + " days"),
    OVERLONG("too long", "longer than the profile allows"),
    IN_FORCE("in force", "in force"),
    UNUSED("unused", "unused");

    private final String word;
    private final String ofMany;

    State(String word, String ofMany) {
      this.word = word;
      this.ofMany = ofMany;
    }

    @Override
    public String word() {
      return word;
    }

    @Override
    public String ofMany() {
      return ofMany;
    }
  }

  /** All that the file writes down, in its order. */
  static List<ExceptionRow> of(Reviewed review, Analysis analysis, LocalDate today) {
    WrittenEntries entries = new WrittenEntries(review.file(), analysis, SECTION);
    List<ExceptionRow> out = new ArrayList<>();
    Set<YamlPath> read = new LinkedHashSet<>();
    for (ExceptionUse use : review.exceptions()) {
      YamlPath path = use.exception().path();
      read.add(path);
      out.add(used(use, entries.said(path), today));
    }
    for (YamlCursor at : entries.all()) {
      if (!read.contains(at.path())) {
        out.add(unread(at, entries.said(at.path())));
      }
    }
    return List.copyOf(out);
  }

  private static ExceptionRow used(ExceptionUse use, List<Finding> said, LocalDate today) {
    RiskException entry = use.exception();
    return new ExceptionRow(
        stateOf(use, said, today),
        entry.control(),
        entry.scope().key()
            + " "
            + entry.scope().text()
            + entry.value().map(v -> ", " + v).orElse(""),
        entry.reason(),
        entry.owner(),
        entry.expires().toString(),
        use.findings().stream().map(ExceptionRow::placeOf).toList(),
        WrittenEntries.words(said),
        entry.path());
  }

  private static Place placeOf(LocatedFinding at) {
    return new Place(at.file(), at.start().line(), at.range());
  }

  private static State stateOf(ExceptionUse use, List<Finding> said, LocalDate today) {
    if (has(said, ReviewControls.INVALID.id())) {
      return State.INVALID;
    }
    if (use.state() == ExceptionUse.State.EXPIRED) {
      return State.EXPIRED;
    }
    if (use.state() == ExceptionUse.State.UNUSED || has(said, ReviewControls.UNUSED.id())) {
      return State.UNUSED;
    }
    if (has(said, ReviewControls.OVERLONG.id())) {
      return State.OVERLONG;
    }
    return use.exception().expires().isAfter(today.plusDays(SOON)) ? State.IN_FORCE : State.SOON;
  }

  /** An entry that the reader had to leave out, shown as far as it is written. */
  private static ExceptionRow unread(YamlCursor at, List<Finding> said) {
    String scope =
        Stream.of("container", "object", "namespace", "tenant")
            .filter(key -> at.get(key).exists())
            .map(key -> key + " " + text(at, key))
            .findFirst()
            .orElse("");
    return new ExceptionRow(
        State.INVALID,
        text(at, "control"),
        scope,
        text(at, "reason"),
        text(at, "owner"),
        text(at, "expires"),
        List.of(),
        WrittenEntries.words(said),
        at.path());
  }
}
