package dev.zonewright.report.export;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Verdict;
import dev.zonewright.report.BaselineMarks;
import dev.zonewright.report.Printable;
import dev.zonewright.report.Version;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes an analysis as reports of the OpenReports API: a Report for each namespace, a
 * ClusterReport for what belongs to none. Where nothing is found, one empty ClusterReport says so.
 */
public final class OpenReportsReport {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private OpenReportsReport() {}

  /** Writes them; beside a baseline, a first line counts what is new and each result says it. */
  public static void write(Analysis analysis, BaselineMarks marks, PrintWriter out) {
    marks.summary().ifPresent(words -> out.print("# " + words + "\n"));
    Map<String, List<LocatedFinding>> byNamespace = new TreeMap<>();
    analysis
        .findings()
        .forEach(f -> byNamespace.computeIfAbsent(namespace(f), _ -> new ArrayList<>()).add(f));
    byNamespace.putIfAbsent("", List.of());
    String separator = "";
    for (Map.Entry<String, List<LocatedFinding>> entry : byNamespace.entrySet()) {
      out.print(separator);
      out.print(
          YAML.writeValueAsString(
              shown(report(entry.getKey(), entry.getValue(), analysis, marks))));
      separator = "---\n";
    }
    out.flush();
  }

  /**
   * Paths, kinds and reasons are other people's words too, and YAML may hold almost any character
   * as it is: whatever is written is masked, and shows what would hide or act.
   */
  private static Object shown(Object value) {
    return switch (value) {
      case String text -> Printable.of(text);
      case List<?> items -> items.stream().map(OpenReportsReport::shown).toList();
      case Map<?, ?> entries -> {
        Map<Object, Object> out = new LinkedHashMap<>();
        entries.forEach((key, entry) -> out.put(key, shown(entry)));
        yield out;
      }
      default -> value;
    };
  }

  /** A namespace whose name the API server would refuse is counted for the whole cluster. */
  private static String namespace(LocatedFinding located) {
    String namespace = located.finding().namespace();
    return namespace.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?") ? namespace : "";
  }

  private static Map<String, Object> report(
      String namespace, List<LocatedFinding> findings, Analysis analysis, BaselineMarks marks) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", "zonewright");
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("apiVersion", "openreports.io/v1alpha1");
    out.put("kind", namespace.isEmpty() ? "ClusterReport" : "Report");
    out.put("metadata", metadata);
    out.put("source", Version.TOOL);
    List<CoverageItem> missed = namespace.isEmpty() ? analysis.coverage().missed() : List.of();
    out.put("summary", summary(findings, missed.size()));
    out.put(
        "results",
        Stream.concat(
                findings.stream().map(f -> result(f, analysis.isPlatform(f), marks)),
                missed.stream().map(OpenReportsReport::error))
            .toList());
    return out;
  }

  private static Map<String, Object> summary(List<LocatedFinding> findings, int missed) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (String outcome : List.of("pass", "fail", "warn", "error", "skip")) {
      long count = findings.stream().filter(f -> outcome(f).equals(outcome)).count();
      out.put(outcome, (int) count + (outcome.equals("error") ? missed : 0));
    }
    return out;
  }

  /** What was not, or not wholly, analysed: an error that the summary counts is also listed. */
  private static Map<String, Object> error(CoverageItem item) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("source", Version.TOOL);
    out.put("policy", item.status().word());
    out.put("result", "error");
    out.put("scored", false);
    out.put("message", item.reason());
    if (!item.kind().isEmpty()) {
      out.put("resources", List.of(resource(item.kind(), item.namespace(), item.name())));
    }
    out.put("properties", Map.of("place", item.file() + ":" + item.line()));
    return out;
  }

  private static Map<String, Object> result(
      LocatedFinding located, boolean platform, BaselineMarks marks) {
    Finding finding = located.finding();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("source", Version.TOOL);
    out.put("policy", finding.control().id());
    out.put("rule", finding.path().toString());
    out.put("category", finding.control().family().word());
    out.put("severity", severity(finding.severity()));
    out.put("result", outcome(located));
    out.put("scored", true);
    out.put("message", Printable.of(finding.message()));
    if (!finding.kind().isEmpty()) {
      out.put("resources", List.of(resource(finding.kind(), finding.namespace(), finding.name())));
    }
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("place", located.place());
    properties.put("tenant", finding.tenant().orElse(""));
    properties.put("container", Printable.of(finding.container()));
    properties.put("fingerprint", located.fingerprint());
    if (platform) {
      properties.put("platform", "true");
    }
    marks.state(located).ifPresent(state -> properties.put("baseline", state));
    located
        .accepted()
        .ifPresent(a -> {
          properties.put("accepted", a.reason());
          properties.put("owner", a.owner());
          properties.put("expires", a.expires().toString());
        });
    out.put("properties", properties);
    return out;
  }

  private static Map<String, Object> resource(String kind, String namespace, String name) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", kind);
    if (!namespace.isEmpty()) {
      out.put("namespace", namespace);
    }
    out.put("name", Printable.of(name));
    return out;
  }

  private static String outcome(LocatedFinding located) {
    if (located.accepted().isPresent()) {
      return "skip";
    }
    if (located.finding().verdict() == Verdict.UNDETERMINED) {
      return "warn";
    }
    return "fail";
  }

  private static String severity(Severity severity) {
    return severity == Severity.NOTE ? "info" : severity.word().toLowerCase(Locale.ROOT);
  }
}
