package dev.zonewright.ui.tree;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Coverage;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.text.FileNames;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.ObjectPlace;
import dev.zonewright.ui.tree.TreeNode.Mark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that all three trees are made of: objects, and documents that were not analysed. */
final class TreeRows {
  private final Analysis analysis;
  private final Map<ObjectPlace, List<LocatedFinding>> findings = new HashMap<>();
  private final Map<ObjectPlace, Integer> accepted = new HashMap<>();
  private final Map<ObjectPlace, ZoneState> zones = new HashMap<>();
  private final Map<String, Manifest> manifests = new HashMap<>();
  private final Set<String> refused = new HashSet<>();

  TreeRows(Analysis analysis) {
    this.analysis = analysis;
    for (LocatedFinding f : analysis.findings()) {
      if (f.accepted().isPresent()) {
        accepted.merge(ObjectPlace.of(f), 1, Integer::sum);
      } else {
        findings.computeIfAbsent(ObjectPlace.of(f), _ -> new ArrayList<>()).add(f);
      }
    }
    for (Workload w : analysis.workloads()) {
      zones.merge(
          ObjectPlace.of(w),
          w.zone(),
          (a, b) -> a == ZoneState.HOST || b == ZoneState.HOST ? ZoneState.HOST : a);
    }
    analysis.manifests().forEach(m -> manifests.put(m.file(), m));
    analysis.coverage().notAnalysed().forEach(item -> refused.add(item.file()));
  }

  Analysis analysis() {
    return analysis;
  }

  Optional<Manifest> manifest(String file) {
    return Optional.ofNullable(manifests.get(file));
  }

  /** Whether all that a file holds was analysed. */
  boolean isWhole(String file) {
    return !refused.contains(file);
  }

  TreeNode object(LocatedObject at, String parent) {
    ObjectPlace place = ObjectPlace.of(at);
    Mark mark =
        switch (zones.get(place)) {
          case null -> Mark.OBJECT;
          case EDERA -> Mark.ZONE;
          case HOST -> Mark.HOST;
          case UNDETERMINED -> Mark.ZONE_UNKNOWN;
        };
    String name = at.object().name();
    boolean named = !name.isEmpty();
    return new TreeNode(
        idOf(parent, place, at.start().line()),
        Optional.of(place),
        mark,
        named ? name : at.object().kind(),
        named ? at.object().kind() : "no name",
        Counts.of(findings.getOrDefault(place, List.of())),
        Optional.of(new Jump(at.file(), at.rangeOf(at.object().root()))),
        List.of(),
        accepted.getOrDefault(place, 0));
  }

  /**
   * The groups at the foot of every tree: what could not be looked at, what holds nothing to look
   * at, and what changes the files that it names.
   */
  List<TreeNode> notAnalysed() {
    Coverage coverage = analysis.coverage();
    List<TreeNode> out = new ArrayList<>();
    refused("not-analysed", "Not analysed", coverage.missed()).ifPresent(out::add);
    refused("nothing-to-analyse", "Nothing to analyse", coverage.withoutMatter())
        .ifPresent(out::add);
    refused("built", "Built from other files", coverage.built()).ifPresent(out::add);
    return out;
  }

  private Optional<TreeNode> refused(String id, String title, List<CoverageItem> items) {
    List<TreeNode> rows = items.stream().map(this::refused).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TreeNode(
                id,
                Optional.empty(),
                Mark.NOT_ANALYSED_GROUP,
                title,
                "%,d".formatted(rows.size()),
                Map.of(),
                Optional.empty(),
                rows));
  }

  private TreeNode refused(CoverageItem item) {
    Optional<Jump> jump =
        manifest(item.file())
            .map(m -> {
              int line = Math.clamp(item.line() - 1, 0, m.stream().lines().lineCount() - 1);
              return new Jump(item.file(), TextRange.at(m.stream().lines().startOf(line)));
            });
    boolean failed = item.status() == CoverageItem.Status.FAILED && item.document() > 0;
    boolean partly = item.status() == CoverageItem.Status.PARTLY_ANALYSED;
    return new TreeNode(
        "not-analysed\n" + item.file() + "\n" + item.document(),
        Optional.empty(),
        Mark.NOT_ANALYSED,
        FileNames.last(item.file()),
        (failed ? "line " + item.line() + ": " : partly ? "partly analysed: " : "") + item.reason(),
        Map.of(),
        jump,
        List.of());
  }

  static Map<Severity, Integer> sum(List<TreeNode> nodes) {
    Map<Severity, Integer> out = new EnumMap<>(Severity.class);
    nodes.forEach(n -> n.counts().forEach((severity, c) -> out.merge(severity, c, Integer::sum)));
    return out;
  }

  /** A row that only holds others. */
  static TreeNode group(
      String id, Mark mark, String title, String detail, List<TreeNode> children) {
    return new TreeNode(
        id, Optional.empty(), mark, title, detail, sum(children), Optional.empty(), children);
  }

  // lists may hold objects of one name, which their lines tell apart
  private static String idOf(String parent, ObjectPlace at, int line) {
    return String.join(
        "\n",
        parent,
        at.file(),
        Integer.toString(at.document()),
        at.object().path(),
        Integer.toString(line));
  }
}
