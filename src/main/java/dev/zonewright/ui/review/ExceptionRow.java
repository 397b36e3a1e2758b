package dev.zonewright.ui.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.review.ExceptionUse;
import dev.zonewright.review.ReviewControls;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.Reviewed;
import dev.zonewright.review.RiskException;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An exception as it is written, with what the audit of the review file says of it. Entries that
 * cannot be used are among them: nobody may take them for ones that hold.
 *
 * @param expires as written; empty where nothing is
 * @param covers how many findings it covers, or would if it were not over
 * @param why what is wrong with it, and what to do; empty where nothing is
 */
public record ExceptionRow(
    State state,
    String control,
    String scope,
    String reason,
    String owner,
    String expires,
    int covers,
    String why,
    YamlPath path) {
  /** How soon an end is soon, in days. */
  public static final int SOON = 30;

  private static final String SECTION = "exceptions";

  /** What an exception is worth today; each has one of these. */
  public enum State {
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

    /** Said of one. */
    public String word() {
      return word;
    }

    /** Said after a number of them. */
    public String ofMany() {
      return ofMany;
    }
  }

  /** All that the file writes down, in its order. */
  static List<ExceptionRow> of(Reviewed review, Analysis analysis, LocalDate today) {
    ReviewFile file = review.file();
    List<Finding> audit =
        analysis.findings().stream()
            .filter(f -> f.file().equals(file.manifest().file()))
            .map(LocatedFinding::finding)
            .toList();
    List<ExceptionRow> out = new ArrayList<>();
    Set<YamlPath> read = new LinkedHashSet<>();
    for (ExceptionUse use : review.exceptions()) {
      read.add(use.exception().path());
      out.add(used(use, audit, today));
    }
    for (YamlPath path : entries(file)) {
      if (!read.contains(path)) {
        out.add(unread(file, path, audit));
      }
    }
    return List.copyOf(out);
  }

  private static ExceptionRow used(ExceptionUse use, List<Finding> audit, LocalDate today) {
    RiskException entry = use.exception();
    List<Finding> said = audit.stream().filter(f -> f.path().startsWith(entry.path())).toList();
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
        use.findings().size(),
        words(said),
        entry.path());
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

  private static boolean has(List<Finding> said, String control) {
    return said.stream().anyMatch(f -> f.control().id().equals(control));
  }

  private static String words(List<Finding> said) {
    List<String> out = new ArrayList<>();
    for (Finding finding : said) {
      out.add(finding.message() + (finding.guidance().isEmpty() ? "" : ". " + finding.guidance()));
    }
    return String.join("\n", out);
  }

  /** The places of all entries, be they of use or not. */
  private static List<YamlPath> entries(ReviewFile file) {
    Optional<YamlCursor> section =
        file.manifest().stream().parts().stream()
            .findFirst()
            .map(YamlStream.Part::document)
            .map(d -> d.cursor().get(SECTION));
    return section.filter(YamlCursor::isSequence).map(YamlCursor::items).orElse(List.of()).stream()
        .map(YamlCursor::path)
        .toList();
  }

  /** An entry that the reader had to leave out, shown as far as it is written. */
  private static ExceptionRow unread(ReviewFile file, YamlPath path, List<Finding> audit) {
    YamlCursor at = file.manifest().stream().parts().getFirst().document().cursor().at(path);
    String scope =
        List.of("container", "object", "namespace", "tenant").stream()
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
        0,
        words(audit.stream().filter(f -> f.path().startsWith(path)).toList()),
        path);
  }

  private static String text(YamlCursor at, String key) {
    return at.get(key).isScalar() ? at.get(key).raw() : "";
  }
}
