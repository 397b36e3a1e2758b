package dev.zonewright.analysis;

import dev.zonewright.control.Related;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the results of documents and tenants back into their files: only here places get offsets,
 * lines and columns.
 */
final class Assembly {
  /** A document in its manifest. */
  record Placed(Manifest manifest, YamlStream.Part part) {
    /** The document's text. */
    String text() {
      return manifest.stream().textOf(part);
    }
  }

  private final List<Placed> placed;
  private final List<DocumentResult> results;
  private final IdentityHashMap<YamlDocument, Placed> places;
  private final Map<String, Integer> seen = new HashMap<>();
  private Map<ObjectRef, KubeObject> named = Map.of();

  Assembly(List<Placed> placed, List<DocumentResult> results) {
    this.placed = placed;
    this.results = results;
    this.places = new IdentityHashMap<>(placed.size());
    placed.forEach(p -> places.put(p.part().document(), p));
  }

  /** All findings in the order of files and characters. */
  List<LocatedFinding> findings(Iterable<TenantResult> tenants) {
    List<LocatedFinding> out = new ArrayList<>();
    boolean strays = false;
    for (int i = 0; i < placed.size(); i++) {
      for (DocumentResult.Marked marked : results.get(i).findings()) {
        strays |= marked.document() != placed.get(i).part().document();
        out.add(locate(marked));
      }
    }
    for (TenantResult tenant : tenants) {
      for (DocumentResult.Marked marked : tenant.findings()) {
        strays = true;
        out.add(locate(marked));
      }
    }
    if (strays) {
      out.sort(Assembly::byPlace);
    }
    return out;
  }

  // by hand: comparators that are put together cannot be kept ready between starts
  private static int byPlace(LocatedFinding one, LocatedFinding other) {
    int files = one.file().compareTo(other.file());
    if (files != 0) {
      return files;
    }
    int documents = Integer.compare(one.document(), other.document());
    if (documents != 0) {
      return documents;
    }
    int ranges = one.range().compareTo(other.range());
    if (ranges != 0) {
      return ranges;
    }
    int controls = one.finding().control().id().compareTo(other.finding().control().id());
    return controls != 0 ? controls : one.finding().path().compareAsWritten(other.finding().path());
  }

  private LocatedFinding locate(DocumentResult.Marked marked) {
    Placed at = places.get(marked.document());
    if (at == null) {
      throw new IllegalStateException(
          "control %s points into a document that is not among the manifests"
              .formatted(marked.finding().control().id()));
    }
    TextRange range = marked.finding().range();
    YamlStream stream = at.manifest().stream();
    int times = seen.merge(marked.fingerprint(), 1, Integer::sum);
    return new LocatedFinding(
        at.manifest().file(),
        at.part().number(),
        range.shift(at.part().offset()),
        stream.positionOf(at.part(), range.start()),
        stream.positionOf(at.part(), range.end()),
        marked.finding().related().stream().flatMap(r -> locate(r).stream()).toList(),
        times == 1 ? marked.fingerprint() : marked.fingerprint() + "-" + times,
        marked.finding());
  }

  private Optional<LocatedRelated> locate(Related related) {
    KubeObject object = named().get(related.object());
    if (object == null) {
      return Optional.empty();
    }
    YamlDocument document = object.root().document();
    Placed at = places.get(document);
    if (at == null) {
      return Optional.empty();
    }
    TextRange range = document.cursor().at(related.path()).place().range();
    YamlStream stream = at.manifest().stream();
    return Optional.of(
        new LocatedRelated(
            related.role(),
            at.manifest().file(),
            at.part().number(),
            range.shift(at.part().offset()),
            stream.positionOf(at.part(), range.start()),
            stream.positionOf(at.part(), range.end()),
            related.object()));
  }

  /**
   * The first object of each name, a patch only where nothing whole has it; gathered when the first
   * related place asks for it.
   */
  private Map<ObjectRef, KubeObject> named() {
    if (named.isEmpty()) {
      named = new HashMap<>();
      for (boolean patches : new boolean[] {false, true}) {
        results.forEach(result ->
            result.objects().stream()
                .filter(o -> Patch.is(o) == patches)
                .forEach(o -> named.putIfAbsent(ObjectRef.of(o), o)));
      }
    }
    return named;
  }

  LocatedObject locate(Placed at, KubeObject object) {
    int start = object.root().place().range().start();
    return new LocatedObject(
        at.manifest().file(),
        at.part().number(),
        at.part().offset(),
        at.manifest().stream().positionOf(at.part(), start),
        object);
  }

  Workload locate(Placed at, DocumentResult.Pod pod) {
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
}
