package dev.zonewright.analysis;

import dev.zonewright.control.Control;
import dev.zonewright.control.Declared;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.custom.PatchFiles;
import dev.zonewright.kube.evidence.UnreadBindings;
import dev.zonewright.kube.query.QueryStore;
import dev.zonewright.text.Unreadable;
import dev.zonewright.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

  private final List<Control> controls;
  private final PodFields fields;
  private final Function<List<Manifest>, Profile> profiles;
  private final long mostFindings;
  private final Function<List<Manifest>, Declared> declared;

  public Analyzer(List<Control> controls, Profile profile) {
    this(controls, profile, Long.MAX_VALUE);
  }

  /**
   * Makes an analyzer whose profile is among what it analyses.
   *
   * @param profiles what the manifests set; must give an equal profile for equal manifests
   */
  public Analyzer(List<Control> controls, Function<List<Manifest>, Profile> profiles) {
    this(controls, Control.readBy(controls), profiles, Long.MAX_VALUE, _ -> Declared.NOTHING);
  }

  /**
   * Makes an analyzer that gives up with {@link TooManyFindings} before the memory is full.
   *
   * @param mostFindings how many there is room for
   */
  public Analyzer(List<Control> controls, Profile profile, long mostFindings) {
    this(controls, Control.readBy(controls), _ -> profile, mostFindings, _ -> Declared.NOTHING);
  }

  private Analyzer(
      List<Control> controls,
      PodFields fields,
      Function<List<Manifest>, Profile> profiles,
      long mostFindings,
      Function<List<Manifest>, Declared> declared) {
    this.controls = List.copyOf(controls);
    this.fields = fields;
    this.profiles = profiles;
    this.mostFindings = mostFindings;
    this.declared = declared;
  }

  /**
   * The same, told of the objects what they do not say themselves.
   *
   * @param declared what tells it, from the manifests that are analysed
   */
  public Analyzer declaring(Function<List<Manifest>, Declared> declared) {
    return new Analyzer(controls, fields, profiles, mostFindings, declared);
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
    return analyze(manifests, unreadable, before, _ -> true);
  }

  /**
   * Analyses a share of the manifests: all of them answer what a control asks of other documents,
   * but only the share is looked at and accounted for.
   *
   * @param earlier an analysis whose results are used again where they still hold; none do where
   *     the profile is another
   * @param share whether a file, by its name, belongs to it
   */
  public Analysis analyze(
      List<Manifest> manifests,
      List<Unreadable> unreadable,
      Analysis earlier,
      Predicate<String> share) {
    Profile profile = profiles.apply(manifests);
    Declared said = declared.apply(manifests);
    Analysis before =
        earlier.cache().isOf(profile) && isPlaced(earlier, said.home())
            ? earlier
            : Analysis.empty();
    DocumentAnalyzer documents = new DocumentAnalyzer(controls, fields, profile);
    TenantAnalyzer tenants = new TenantAnalyzer(controls, fields, profile);
    List<Manifest> ordered =
        manifests.stream()
            .map(m -> m.placed(said.home()))
            .sorted((a, b) -> a.file().compareTo(b.file()))
            .toList();
    List<Assembly.Placed> placed = new ArrayList<>();
    for (Manifest manifest : ordered) {
      manifest.stream().parts().forEach(part -> placed.add(new Assembly.Placed(manifest, part)));
    }
    PatchFiles patches = new PatchFiles(() -> CoverageRows.files(manifests, unreadable));
    placed.forEach(at -> patches.add(at.manifest().file(), at.part().document().cursor()));
    List<List<KubeObject>> objects =
        over(0, placed.size())
            .mapToObj(i -> {
              YamlDocument document = placed.get(i).part().document();
              boolean patch = patches.contains(placed.get(i).manifest().file());
              List<KubeObject> known = before.cache().objects(document);
              return known == null || said.isOther(known, patch)
                  ? said.objectsIn(document, patch)
                  : known;
            })
            .toList();
    // a patch is no object that others could meet
    List<List<KubeObject>> whole = objects.stream().map(Analyzer::whole).toList();
    FileNamespaces files = new FileNamespaces();
    for (int i = 0; i < placed.size(); i++) {
      Assembly.Placed at = placed.get(i);
      files.add(at.manifest().file(), at.part().document(), objects.get(i));
    }
    Supplier<Optional<String>> unread = () -> UnreadBindings.first(ordered, objects, unreadable);
    ObjectIndex index =
        new ObjectIndex(whole, lists(placed, objects), unread, before.cache().objects(), files);
    QueryStore store = new QueryStore(index, before.cache().answers());
    Set<YamlDocument> others = Collections.newSetFromMap(new IdentityHashMap<>());
    placed.stream()
        .filter(p -> !share.test(p.manifest().file()))
        .forEach(p -> others.add(p.part().document()));
    IntFunction<DocumentResult> look =
        i -> {
          YamlDocument document = placed.get(i).part().document();
          if (others.contains(document)) {
            return new DocumentResult(objects.get(i), List.of(), List.of(), List.of(), "");
          }
          DocumentResult known = before.cache().get(document);
          return known != null && known.objects().equals(objects.get(i)) && known.stillHolds(store)
              ? known
              : documents.analyze(document, placed.get(i)::text, objects.get(i), store);
        };
    List<DocumentResult> results = results(placed.size(), look);
    Map<String, TenantResult> ofTenants =
        tenants.analyze(
            whole,
            store,
            before.cache().tenants(),
            tenant -> !others.contains(tenant.anchor().root().document()));
    return assemble(
        ordered.stream().filter(m -> share.test(m.file())).toList(),
        unreadable.stream().filter(u -> share.test(u.file())).toList(),
        placed,
        others,
        results,
        ofTenants,
        patches,
        index.known(),
        store,
        profile);
  }

  /** Documents that are a list and hold no object. */
  private static List<YamlDocument> lists(
      List<Assembly.Placed> placed, List<List<KubeObject>> objects) {
    List<YamlDocument> out = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      YamlDocument document = placed.get(i).part().document();
      if (objects.get(i).isEmpty() && document.cursor().isSequence()) {
        out.add(document);
      }
    }
    return out;
  }

  /** Whether an analysis is of files whose objects go there where they name no namespace. */
  private static boolean isPlaced(Analysis analysis, String home) {
    return analysis.manifests().stream().allMatch(m -> m.home().equals(home));
  }

  private static List<KubeObject> whole(List<KubeObject> objects) {
    return objects.stream().anyMatch(Patch::is)
        ? objects.stream().filter(o -> !Patch.is(o)).toList()
        : objects;
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

  private static IntStream over(int from, int to) {
    IntStream indices = IntStream.range(from, to);
    return to - from >= WORTH_TWO_CORES ? indices.parallel() : indices;
  }

  private static Analysis assemble(
      List<Manifest> manifests,
      List<Unreadable> unreadable,
      List<Assembly.Placed> placed,
      Set<YamlDocument> others,
      List<DocumentResult> results,
      Map<String, TenantResult> tenants,
      PatchFiles patches,
      ObjectIndex.Lists lists,
      QueryStore store,
      Profile profile) {
    Assembly assembly = new Assembly(placed, results);
    IdentityHashMap<YamlDocument, String> failures = new IdentityHashMap<>();
    tenants.values().forEach(t -> failures.put(t.tenant().anchor().root().document(), t.failure()));
    List<CoverageItem> rows =
        over(0, placed.size())
            .mapToObj(i -> {
              Assembly.Placed at = placed.get(i);
              String ofTenant = failures.getOrDefault(at.part().document(), "");
              return CoverageRows.of(at.manifest(), at.part(), results.get(i), ofTenant, patches);
            })
            .toList();
    IdentityHashMap<YamlDocument, DocumentResult> cache = new IdentityHashMap<>(placed.size());
    List<Workload> workloads = new ArrayList<>();
    List<LocatedObject> objects = new ArrayList<>();
    List<CoverageItem> coverage = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Assembly.Placed at = placed.get(i);
      DocumentResult result = results.get(i);
      if (others.contains(at.part().document())) {
        continue;
      }
      cache.put(at.part().document(), result);
      coverage.add(rows.get(i));
      result.objects().forEach(o -> objects.add(assembly.locate(at, o)));
      result.pods().stream()
          .filter(p -> !Patch.is(p.view().object()))
          .forEach(p -> workloads.add(assembly.locate(at, p)));
    }
    manifests.stream()
        .filter(m -> m.stream().parts().isEmpty())
        .forEach(m -> coverage.add(CoverageRows.ofEmpty(m)));
    unreadable.forEach(u -> coverage.add(CoverageRows.of(u)));
    coverage.sort(Analyzer::inOrder);
    return new Analysis(
        manifests,
        assembly.findings(tenants.values()),
        workloads,
        objects,
        new Coverage(coverage),
        new ResultCache(cache, tenants, lists, store.answers(), profile, unreadable));
  }

  private static int inOrder(CoverageItem a, CoverageItem b) {
    int files = a.file().compareTo(b.file());
    return files != 0 ? files : Integer.compare(a.document(), b.document());
  }
}
