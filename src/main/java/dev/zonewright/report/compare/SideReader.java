package dev.zonewright.report.compare;

import dev.zonewright.control.Severity;
import dev.zonewright.report.BaselineMarks;
import dev.zonewright.report.ReviewShare;
import dev.zonewright.report.Version;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.review.Day;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RowLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a version that was written earlier: a baseline, or a review in JSON. */
public final class SideReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SideReader() {}

  /**
   * Reads it.
   *
   * @return empty for any other text
   * @throws UnusableBaselineException when it is one, but does not hold all that a version needs
   */
  public static Optional<Side> read(String text) throws UnusableBaselineException {
    JsonNode root;
    try {
      root = text.stripLeading().startsWith("{") ? JSON.readTree(text) : JSON.missingNode();
    } catch (JacksonException _) {
      return Optional.empty();
    }
    boolean written =
        root.path("tool").path("name").asString("").equals(Version.TOOL)
            && root.path("findings").isArray();
    if (!written) {
      return Optional.empty();
    }
    JsonNode baseline = root.path(Baseline.PROPERTY);
    if (baseline.isObject() && baseline.path(Baseline.FORMAT).asInt(0) != Baseline.CURRENT) {
      throw new UnusableBaselineException(
          "this version does not know the format of this baseline. Write it again.");
    }
    if (root.has(ReviewShare.PROPERTY)) {
      throw new UnusableBaselineException(
          "this is a share of a review. Join all shares with `zonewright merge` first.");
    }
    if (root.path(BaselineMarks.PROPERTY).path(BaselineMarks.LEFT_OUT).asInt(0) > 0) {
      throw new UnusableBaselineException(
          "this review was written with --new-only, so the older findings are not in it. Write it"
              + " without --new-only.");
    }
    return Optional.of(side(root, baseline.isObject()));
  }

  /** The day on which a baseline was written; empty for any other text. */
  public static Optional<LocalDate> dateOf(String text) {
    try {
      String date = JSON.readTree(text).path(Baseline.PROPERTY).path("date").asString("");
      return Day.parse(date);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Side side(JsonNode root, boolean baseline) throws UnusableBaselineException {
    HeldObjects.Gatherer objects = new HeldObjects.Gatherer();
    for (JsonNode item : root.path("coverage").path("items")) {
      objects.add(path(item), item.path("file").asString(HeldObjects.UNKNOWN));
    }
    root.path(Baseline.OBJECTS).forEach(o -> objects.add(o.asString(""), HeldObjects.UNKNOWN));
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (JsonNode finding : root.path("findings")) {
      number++;
      Entry entry = entry(finding, baseline);
      if (entry.fingerprint().isEmpty()) {
        throw new UnusableBaselineException(
            "its finding %d has no fingerprint. Write it again.".formatted(number));
      }
      objects.addMissing(entry.object(), entry.file());
      entries.add(entry);
    }
    return new Side(
        entries,
        objects.done(),
        List.of(),
        levels(root.path(Baseline.RISK)),
        Optional.empty(),
        WayJson.read(root),
        root.path("coverage").path("documents").asInt(0),
        root.path("coverage").path("analysed").asInt(0));
  }

  private static List<RowLevel> levels(JsonNode risk) {
    List<RowLevel> out = new ArrayList<>();
    for (Map.Entry<String, JsonNode> tenant : risk.properties()) {
      for (Map.Entry<String, JsonNode> row : tenant.getValue().properties()) {
        String word = row.getValue().asString("");
        Arrays.stream(ResidualLevel.values())
            .filter(l -> l.word().equals(word))
            .forEach(l -> out.add(new RowLevel(tenant.getKey(), row.getKey(), l)));
      }
    }
    return out;
  }

  private static Entry entry(JsonNode finding, boolean baseline) {
    String word = finding.path("severity").asString("");
    return new Entry(
        finding.path("fingerprint").asString(""),
        finding.path("control").asString(""),
        Arrays.stream(Severity.values())
            .filter(s -> s.word().equals(word))
            .findFirst()
            .orElse(Severity.NOTE),
        baseline ? finding.path("object").asString("") : path(finding),
        finding.path("container").asString(""),
        Side.withoutPositions(finding.path("path").asString("")),
        finding.path("file").asString(""),
        finding.path("start").path("line").asInt(0),
        finding.path("message").asString(""),
        finding.has(Baseline.ACCEPTED));
  }

  private static String path(JsonNode item) {
    return item.path("namespace").asString("")
        + "/"
        + item.path("kind").asString("")
        + "/"
        + item.path("name").asString("");
  }
}
