package dev.zonewright.report.compare;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.report.Version;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.TenantRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of two versions: manifests that were analysed, or a review that was written as JSON.
 *
 * @param objects what is there, as {@code NAMESPACE/KIND/NAME}
 * @param risks by tenant; empty for a review in JSON, which does not hold them
 * @param documents how many there are, and how many of them were analysed
 */
public record Side(
    List<Entry> entries,
    Set<String> objects,
    Optional<List<TenantRisk>> risks,
    int documents,
    int analysed) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A finding, as far as both forms hold it.
   *
   * @param fingerprint the same in both versions for the same finding
   * @param object {@code NAMESPACE/KIND/NAME}
   * @param place file and line
   */
  public record Entry(
      String fingerprint,
      String control,
      Severity severity,
      String object,
      String container,
      String place,
      String message) {}

  public Side {
    entries = List.copyOf(entries);
    objects = Set.copyOf(objects);
  }

  /** Manifests as they are; what exceptions cover is left out. */
  public static Side of(Analysis analysis) {
    Set<String> objects = new HashSet<>();
    analysis.objects().forEach(o -> objects.add(ObjectRef.of(o.object()).path()));
    return new Side(
        analysis.open().stream().map(Side::entry).toList(),
        objects,
        Optional.of(ResidualRisk.of(analysis)),
        analysis.coverage().documents(),
        analysis.coverage().analysed());
  }

  private static Entry entry(LocatedFinding located) {
    return new Entry(
        located.fingerprint(),
        located.finding().control().id(),
        located.finding().severity(),
        located.finding().object().path(),
        located.finding().container(),
        located.place(),
        located.finding().message());
  }

  /** A review that was written with {@code --format json}; empty for any other text. */
  public static Optional<Side> ofJson(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException _) {
      return Optional.empty();
    }
    boolean review =
        root.path("tool").path("name").asString("").equals(Version.TOOL)
            && root.path("findings").isArray();
    if (!review) {
      return Optional.empty();
    }
    Set<String> objects = new HashSet<>();
    for (JsonNode item : root.path("coverage").path("items")) {
      objects.add(path(item));
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonNode finding : root.path("findings")) {
      objects.add(path(finding));
      if (!finding.has("accepted")) {
        entries.add(entry(finding));
      }
    }
    return Optional.of(
        new Side(
            entries,
            objects,
            Optional.empty(),
            root.path("coverage").path("documents").asInt(0),
            root.path("coverage").path("analysed").asInt(0)));
  }

  private static Entry entry(JsonNode finding) {
    String word = finding.path("severity").asString("");
    return new Entry(
        finding.path("fingerprint").asString(""),
        finding.path("control").asString(""),
        Arrays.stream(Severity.values())
            .filter(s -> s.word().equals(word))
            .findFirst()
            .orElse(Severity.NOTE),
        path(finding),
        finding.path("container").asString(""),
        finding.path("file").asString("") + ":" + finding.path("start").path("line").asInt(0),
        finding.path("message").asString(""));
  }

  private static String path(JsonNode item) {
    return item.path("namespace").asString("")
        + "/"
        + item.path("kind").asString("")
        + "/"
        + item.path("name").asString("");
  }
}
