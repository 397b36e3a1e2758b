package dev.zonewright.bench;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.checklist.Checklist;
import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.report.closing.ClosingTrials;
import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.report.export.ReviewDocument;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.TenantRisk;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a review costs beside its analysis: 200 tenants with some 20,000 findings. */
final class ReviewBench {
  private static final int TENANTS = 200;
  private static final int WORKLOADS = 9;
  private static final int ROUNDS = 7;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);

  private ReviewBench() {}

  /** The rows of the table; the middle of several rounds in one machine, after the first. */
  static List<Row> measure() {
    ReviewBench bench = new ReviewBench();
    List<Double> analysis = new ArrayList<>();
    List<Double> overview = new ArrayList<>();
    List<Double> export = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      Analysis analysed = bench.analyzer.analyze(manifests());
      long first = System.nanoTime();
      List<TenantRisk> risks = ResidualRisk.of(analysed);
      List<TenantChecklist> checklists = Checklist.of(analysed);
      long second = System.nanoTime();
      ReviewDocument document =
          new ReviewDocument(
                  analysed, LocalDate.EPOCH, risks, checklists, Optional.empty(), List.of())
              .tried(ClosingTrials.of(analysed, new Fixer(bench.analyzer), a -> a, () -> false));
      ExportFormat.HTML.write(document, OutputStream.nullOutputStream());
      long third = System.nanoTime();
      analysis.add((first - start) / NANOS_PER_MILLI);
      overview.add((second - first) / NANOS_PER_MILLI);
      export.add((third - second) / NANOS_PER_MILLI);
    }
    return List.of(
        new Row(
            "200 tenants: residual risk and checklists ÷ analysing",
            middle(overview),
            middle(analysis),
            "≤ 0.2"),
        new Row(
            "200 tenants: the HTML report, with its trials of changes ÷ analysing",
            middle(export),
            middle(analysis),
            "≤ 3"));
  }

  private static double middle(List<Double> times) {
    List<Double> warm = times.subList(1, times.size()).stream().sorted().toList();
    return warm.get(warm.size() / 2);
  }

  private static List<Manifest> manifests() {
    List<Manifest> out = new ArrayList<>();
    for (int tenant = 0; tenant < TENANTS; tenant++) {
      StringBuilder text = new StringBuilder();
      text.append("apiVersion: v1\nkind: Namespace\nmetadata: {name: t%d}\n".formatted(tenant));
      for (int i = 0; i < WORKLOADS; i++) {
        text.append(
            """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: w%1$d, namespace: t%2$d}
            spec:
              selector: {matchLabels: {app: w%1$d}}
              template:
                metadata: {labels: {app: w%1$d}}
                spec:
                  hostPID: %3$s
                  containers:
                  - name: a
                    image: registry.example/a:1
                  - name: b
                    image: registry.example/b:1
            """
                .formatted(i, tenant, i % 3 == 0));
      }
      out.add(Manifest.of("t" + tenant + ".yaml", text.toString()));
    }
    return out;
  }
}
