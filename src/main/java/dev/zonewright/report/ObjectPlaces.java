package dev.zonewright.report;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.Step;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the lines of what answers name by object and path. */
public final class ObjectPlaces {
  private final Map<ObjectRef, LocatedObject> objects = new HashMap<>();
  private final Analysis analysis;

  public ObjectPlaces(Analysis analysis) {
    this.analysis = analysis;
    for (LocatedObject located : analysis.objects()) {
      ObjectRef ref = ObjectRef.of(located.object());
      objects.putIfAbsent(ref, located);
      // an object that names no namespace lives in the default one, and may be named by that
      located
          .object()
          .tenant()
          .ifPresent(t ->
              objects.putIfAbsent(new ObjectRef(ref.group(), ref.kind(), t, ref.name()), located));
    }
  }

  /** The object itself; empty when it is not opened. */
  public Optional<LocatedObject> object(ObjectRef ref) {
    return Optional.ofNullable(objects.get(ref));
  }

  /** Where a step can be read; empty where nothing is written. */
  public Optional<Place> of(Step step) {
    return step.object().flatMap(o -> of(o, step.path()));
  }

  /**
   * Where something of an object stands.
   *
   * @param path empty for the object as a whole
   */
  public Optional<Place> of(ObjectRef ref, Optional<YamlPath> path) {
    return object(ref).flatMap(at -> of(at, path.orElse(at.object().root().path())));
  }

  /** The key, with the whole of what stands below it; of the object itself its first key. */
  private Optional<Place> of(LocatedObject at, YamlPath path) {
    YamlCursor cursor = at.object().root().document().cursor().at(path);
    TextRange key = at.rangeOf(cursor);
    boolean whole = path.equals(at.object().root().path());
    TextRange range =
        cursor
            .node()
            .filter(n -> !whole && n.end() + at.documentOffset() > key.end())
            .map(n -> new TextRange(key.start(), n.end() + at.documentOffset()))
            .orElse(key);
    return analysis
        .manifest(at.file())
        .map(m -> new Place(at.file(), m.stream().lines().positionOf(range.start()).line(), range));
  }
}
