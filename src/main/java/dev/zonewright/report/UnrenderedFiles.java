package dev.zonewright.report;

import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files of which several documents are templates that were not rendered. A chart that is opened
 * as it is written has hundreds of such documents, all with the same cure: each file of them is
 * told once, with the lines where they start.
 */
public final class UnrenderedFiles {
  private static final String CONTROL = "unrendered-template";
  private static final String FOLDER = "templates/";

  private static final int NAMED = 20;

  private final Map<String, Set<Integer>> lines;
  private final List<String> charts;

  private UnrenderedFiles(Map<String, Set<Integer>> lines, List<String> charts) {
    this.lines = lines;
    this.charts = charts;
  }

  public static UnrenderedFiles of(Collection<LocatedFinding> findings) {
    Map<String, Set<Integer>> lines = new TreeMap<>();
    for (LocatedFinding finding : findings) {
      if (isUnread(finding)) {
        lines.computeIfAbsent(finding.file(), file -> new TreeSet<>()).add(finding.start().line());
      }
    }
    List<String> charts = charts(lines.keySet());
    lines.values().removeIf(some -> some.size() < 2);
    return new UnrenderedFiles(lines, charts);
  }

  /** Whether the finding is told with those of its file. */
  public boolean has(LocatedFinding finding) {
    return isUnread(finding) && has(finding.file(), finding.start().line());
  }

  /** Whether the row is told with those of its file. */
  public boolean has(CoverageItem item) {
    return item.status() == CoverageItem.Status.FAILED && has(item.file(), item.line());
  }

  /** Whether it is the one at which all of its file are told. */
  public boolean isFirst(LocatedFinding finding) {
    return isFirst(finding.file(), finding.start().line());
  }

  /** Whether it is the one at which all of its file are told. */
  public boolean isFirst(CoverageItem item) {
    return isFirst(item.file(), item.line());
  }

  private boolean isFirst(String file, int line) {
    return lines.getOrDefault(file, Set.of()).stream()
        .findFirst()
        .filter(n -> n == line)
        .isPresent();
  }

  /** Such as <code>4 documents are templates that were not rendered: lines 1, 9, 17, 25</code>. */
  public String words(String file) {
    Set<Integer> all = lines.getOrDefault(file, Set.of());
    String named = all.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    String more = all.size() > NAMED ? " and %d more".formatted(all.size() - NAMED) : "";
    return "%d documents are templates that were not rendered, so nothing in them was checked: lines %s%s"
        .formatted(all.size(), named, more);
  }

  /**
   * How to render what is a chart, a line for each; a folder is one by where its templates stand.
   * Source: Helm, "Charts" (the chart file structure).
   */
  public List<String> notes() {
    return charts.stream()
        .map(chart ->
            "%s has templates of a Helm chart. To review its output: helm template %s | zonewright review -"
                .formatted(chart.equals(".") ? "This folder" : chart, quoted(chart)))
        .toList();
  }

  /** As a shell takes it for one word, and Helm for a folder: never for an option. */
  private static String quoted(String chart) {
    String path = chart.startsWith("-") ? "./" + chart : chart;
    return path.matches("[\\w./+@:-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  private static List<String> charts(Set<String> files) {
    return files.stream()
        .filter(file -> file.startsWith(FOLDER) || file.contains("/" + FOLDER))
        .map(UnrenderedFiles::chartOf)
        .distinct()
        .toList();
  }

  private static String chartOf(String file) {
    int at = file.lastIndexOf("/" + FOLDER);
    return at < 0 ? "." : file.substring(0, at);
  }

  private boolean has(String file, int line) {
    return lines.getOrDefault(file, Set.of()).contains(line);
  }

  private static boolean isUnread(LocatedFinding finding) {
    return finding.finding().control().id().equals(CONTROL)
        && finding.finding().verdict() == Verdict.VIOLATED;
  }
}
