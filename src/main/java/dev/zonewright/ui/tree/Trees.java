package dev.zonewright.ui.tree;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.kube.HelmSource;
import dev.zonewright.kube.PodViews;
import dev.zonewright.text.FileNames;
import dev.zonewright.text.NaturalOrder;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.Jump;
import dev.zonewright.ui.tree.TreeNode.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three ways to look at the same objects. */
final class Trees {
  private static final Comparator<LocatedObject> BY_NAME =
      Comparator.comparing((LocatedObject o) -> o.object().name(), NaturalOrder.NAMES)
          .thenComparing(o -> o.object().kind())
          .thenComparing(LocatedObject::file, NaturalOrder.NAMES)
          .thenComparing(LocatedObject::start);

  private Trees() {}

  /** The tree of one view. */
  static List<TreeNode> of(Analysis analysis, TreeModel.View view) {
    TreeRows rows = new TreeRows(analysis);
    return switch (view) {
      case TENANTS -> tenants(rows);
      case FILES -> files(rows);
      case CHARTS -> charts(rows);
    };
  }

  /** Tenants by name, then what belongs to the whole cluster, then what was not analysed. */
  static List<TreeNode> tenants(TreeRows rows) {
    Map<String, List<LocatedObject>> byTenant = new TreeMap<>(NaturalOrder.NAMES);
    List<LocatedObject> cluster = new ArrayList<>();
    for (LocatedObject at : rows.analysis().objects()) {
      at.object()
          .tenant()
          .map(t -> byTenant.computeIfAbsent(t, _ -> new ArrayList<>()))
          .orElse(cluster)
          .add(at);
    }
    List<TreeNode> out = new ArrayList<>();
    List<TreeNode> platform = new ArrayList<>();
    byTenant.forEach((tenant, objects) -> {
      String id = "tenant\n" + tenant;
      TreeNode row = TreeRows.group(id, Mark.TENANT, tenant, "", leaves(rows, objects, id));
      (rows.analysis().platform().contains(tenant) ? platform : out).add(row);
    });
    if (!platform.isEmpty()) {
      out.add(TreeRows.group("platform", Mark.PLATFORM, "Platform", "no tenants", platform));
    }
    if (!cluster.isEmpty()) {
      out.add(
          TreeRows.group(
              "cluster", Mark.CLUSTER, "Cluster", "no tenant", leaves(rows, cluster, "cluster")));
    }
    out.addAll(rows.notAnalysed());
    return out;
  }

  /** Folders, their files, and the objects of these in the order of the text. */
  static List<TreeNode> files(TreeRows rows) {
    Map<String, List<LocatedObject>> byFile = new TreeMap<>();
    rows.analysis().manifests().forEach(m -> byFile.put(m.file(), new ArrayList<>()));
    rows.analysis()
        .objects()
        .forEach(o -> byFile.computeIfAbsent(o.file(), _ -> new ArrayList<>()).add(o));
    FolderTree folders = new FolderTree();
    byFile.forEach((file, objects) -> folders.add(file, file(rows, file, objects)));
    List<TreeNode> out = new ArrayList<>(folders.nodes());
    out.addAll(rows.notAnalysed());
    return out;
  }

  /** Charts, their templates, and what these rendered; empty when nothing came from Helm. */
  static List<TreeNode> charts(TreeRows rows) {
    Map<String, Map<String, List<LocatedObject>>> byChart = new TreeMap<>(NaturalOrder.NAMES);
    Map<String, Map<Integer, HelmSource>> sources = new HashMap<>();
    rows.analysis().manifests().forEach(m -> sources.put(m.file(), HelmSource.in(m.stream())));
    for (LocatedObject at : rows.analysis().objects()) {
      Optional.ofNullable(sources.getOrDefault(at.file(), Map.of()).get(at.document()))
          .ifPresent(source ->
              byChart
                  .computeIfAbsent(source.chart(), _ -> new TreeMap<>(NaturalOrder.NAMES))
                  .computeIfAbsent(source.template(), _ -> new ArrayList<>())
                  .add(at));
    }
    List<TreeNode> out = new ArrayList<>();
    byChart.forEach((chart, templates) -> {
      List<TreeNode> below = new ArrayList<>();
      templates.forEach((template, objects) -> {
        String id = "chart\n" + chart + "\n" + template;
        List<TreeNode> leaves = objects.stream().map(o -> rows.object(o, id)).toList();
        below.add(
            new TreeNode(
                id,
                Optional.empty(),
                Mark.TEMPLATE,
                FileNames.last(template),
                "",
                TreeRows.sum(leaves),
                leaves.getFirst().jump(),
                leaves));
      });
      String title = chart.replace("/charts/", " › ");
      out.add(TreeRows.group("chart\n" + chart, Mark.CHART, title, "", below));
    });
    return out;
  }

  private static TreeNode file(TreeRows rows, String file, List<LocatedObject> objects) {
    String id = "file\n" + file;
    List<TreeNode> below = objects.stream().map(o -> rows.object(o, id)).toList();
    Optional<Jump> top = Optional.of(new Jump(file, TextRange.at(0)));
    return new TreeNode(
        id,
        Optional.empty(),
        Mark.FILE,
        FileNames.last(file),
        rows.isWhole(file) ? "" : "not all analysed",
        TreeRows.sum(below),
        top,
        below);
  }

  private static List<TreeNode> leaves(TreeRows rows, List<LocatedObject> objects, String parent) {
    // workloads first: they are what the rest of a tenant is about; looked for once for each object
    Map<Boolean, List<LocatedObject>> byRunning =
        objects.stream()
            .sorted(BY_NAME)
            .collect(Collectors.partitioningBy(at -> !PodViews.of(at.object()).isEmpty()));
    return SameNames.apart(
        Stream.of(true, false)
            .flatMap(runs -> byRunning.getOrDefault(runs, List.of()).stream())
            .map(at -> rows.object(at, parent))
            .toList());
  }
}
