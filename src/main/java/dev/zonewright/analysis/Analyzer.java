package dev.zonewright.analysis;

import dev.zonewright.control.Control;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.Tenants;
import dev.zonewright.text.TextRange;
import dev.zonewright.text.Unreadable;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Runs controls over manifests. Pure: the same manifests give the same analysis. Given the analysis
 * before, it looks again only at documents that changed, and at those that asked about an object
 * that did.
 */
public final class Analyzer {
  private static final int WORTH_TWO_CORES = 64;

  /** Documents between two looks at how many findings there are. */
  private static final int STRETCH = 4_096;

  private final DocumentAnalyzer documents;
  private final long mostFindings;

  public Analyzer(List<Control> controls, Profile profile) {
    this(controls, profile, Long.MAX_VALUE);
  }

  /**
   * Makes an analyzer that gives up with {@link TooManyFindings} before the memory is full.
   *
   * @param mostFindings how many there is room for
   */
  public Analyzer(List<Control> controls, Profile profile, long mostFindings) {
    this.documents = new DocumentAnalyzer(controls, profile);
    this.mostFindings = mostFindings;
  }

  public Analysis analyze(List<Manifest> manifests) {
    return analyze(manifests, List.of(), Analysis.empty());
  }

  /**
   * Analyses manifests.
   *
   * @param unreadable files that are no text, for the account
   * @param before an earlier analysis, whose results are used again where they still hold
   */
  public Analysis analyze(List<Manifest> manifests, List<Unreadable> unreadable, Analysis before) {
    List<Manifest> ordered =
        manifests.stream().sorted((a, b) -> a.file().compareTo(b.file())).toList();
    List<Placed> placed = new ArrayList<>();
    for (Manifest manifest : ordered) {
      manifest.stream().parts().forEach(part -> placed.add(new Placed(manifest, part)));
    }
    List<List<KubeObject>> objects =
        over(0, placed.size())
            .mapToObj(i -> {
              YamlDocument document = placed.get(i).part().document();
              DocumentResult known = before.cache().get(document);
              return known == null ? KubeObject.in(document.cursor()) : known.objects();
            })
            .toList();
    FileNamespaces files = new FileNamespaces();
    for (int i = 0; i < placed.size(); i++) {
      Placed at = placed.get(i);
      files.add(at.manifest().file(), at.part().document(), objects.get(i));
    }
    ObjectIndex index = new ObjectIndex(objects, before.cache().objects(), files);
    IntFunction<DocumentResult> look =
        i -> {
          YamlDocument document = placed.get(i).part().document();
          DocumentResult known = before.cache().get(document);
          return known != null && known.stillHolds(index)
              ? known
              : documents.analyze(document, objects.get(i), index);
        };
    return assemble(ordered, unreadable, placed, results(placed.size(), look), index);
  }

  private List<DocumentResult> results(int all, IntFunction<DocumentResult> look) {
    List<DocumentResult> results = new ArrayList<>(all);
    long findings = 0;
    for (int from = 0; from < all; from += STRETCH) {
      for (DocumentResult result :
          over(from, Math.min(all, from + STRETCH)).mapToObj(look).toList()) {
        findings += result.findings().size();
        results.add(result);
      }
      if (findings > mostFindings) {
        throw new TooManyFindings(mostFindings, results.size());
      }
    }
    return results;
  }

  /** A document in its manifest. */
  private record Placed(Manifest manifest, YamlStream.Part part) {}

  private static IntStream over(int from, int to) {
    IntStream indices = IntStream.range(from, to);
    return to - from >= WORTH_TWO_CORES ? indices.parallel() : indices;
  }

  private static Analysis assemble(
      List<Manifest> manifests,
      List<Unreadable> unreadable,
      List<Placed> placed,
      List<DocumentResult> results,
      ObjectIndex index) {
    List<CoverageItem> rows =
        over(0, placed.size())
            .mapToObj(i -> {
              Placed at = placed.get(i);
              return CoverageRows.of(at.manifest(), at.part(), results.get(i).objects());
            })
            .toList();
    IdentityHashMap<YamlDocument, DocumentResult> cache = new IdentityHashMap<>(placed.size());
    List<LocatedFinding> findings = new ArrayList<>();
    List<Workload> workloads = new ArrayList<>();
    List<LocatedObject> objects = new ArrayList<>();
    List<CoverageItem> coverage = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < placed.size(); i++) {
      Placed at = placed.get(i);
      DocumentResult result = results.get(i);
      cache.put(at.part().document(), result);
      coverage.add(rows.get(i));
      result.objects().forEach(o -> objects.add(locate(at, o)));
      result.pods().forEach(p -> workloads.add(locate(at, p)));
      result.findings().forEach(f -> findings.add(locate(at, f, seen)));
    }
    manifests.stream()
        .filter(m -> m.stream().parts().isEmpty())
        .forEach(m -> coverage.add(CoverageRows.ofEmpty(m)));
    unreadable.forEach(u -> coverage.add(CoverageRows.of(u)));
    coverage.sort(Analyzer::inOrder);
    return new Analysis(
        manifests,
        findings,
        workloads,
        objects,
        new Coverage(coverage),
        new ResultCache(cache, index.byKind()));
  }

  private static int inOrder(CoverageItem a, CoverageItem b) {
    int files = a.file().compareTo(b.file());
    return files != 0 ? files : Integer.compare(a.document(), b.document());
  }

  private static LocatedObject locate(Placed at, KubeObject object) {
    int start = object.root().place().range().start();
    return new LocatedObject(
        at.manifest().file(),
        at.part().number(),
        at.part().offset(),
        at.manifest().stream().positionOf(at.part(), start),
        object);
  }

  private static Workload locate(Placed at, DocumentResult.Pod pod) {
    KubeObject object = pod.view().object();
    int start = object.root().get("kind").place().range().start();
    return new Workload(
        at.manifest().file(),
        at.part().number(),
        at.part().offset(),
        at.manifest().stream().positionOf(at.part(), start),
        object.tenant().orElse(Tenants.DEFAULT),
        pod.zone(),
        pod.pss(),
        pod.view());
  }

  private static LocatedFinding locate(
      Placed at, DocumentResult.Marked marked, Map<String, Integer> seen) {
    TextRange range = marked.finding().range();
    YamlStream stream = at.manifest().stream();
    int times = seen.merge(marked.fingerprint(), 1, Integer::sum);
    return new LocatedFinding(
        at.manifest().file(),
        at.part().number(),
        range.shift(at.part().offset()),
        stream.positionOf(at.part(), range.start()),
        stream.positionOf(at.part(), range.end()),
        times == 1 ? marked.fingerprint() : marked.fingerprint() + "-" + times,
        marked.finding());
  }
}
