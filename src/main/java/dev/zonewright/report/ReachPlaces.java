package dev.zonewright.report;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.Step;
import dev.zonewright.text.Position;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the lines of what answers name by object and path. */
final class ReachPlaces {
  private final Map<ObjectRef, LocatedObject> objects = new HashMap<>();
  private final Analysis analysis;

  /** A line of a file. */
  record Place(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  ReachPlaces(Analysis analysis) {
    this.analysis = analysis;
    analysis.objects().forEach(o -> objects.putIfAbsent(ObjectRef.of(o.object()), o));
  }

  Optional<Place> of(Step step) {
    return step.object().flatMap(o -> of(o, step.path()));
  }

  private Optional<Place> of(ObjectRef ref, Optional<YamlPath> given) {
    LocatedObject at = objects.get(ref);
    if (at == null) {
      return Optional.empty();
    }
    YamlPath path = given.orElse(at.object().root().path());
    YamlCursor root = at.object().root().document().cursor();
    Optional<Manifest> manifest = analysis.manifest(at.file());
    return manifest.map(m -> {
      YamlStream stream = m.stream();
      YamlStream.Part part = stream.parts().get(at.document() - 1);
      Position position = stream.positionOf(part, root.at(path).place().range().start());
      return new Place(at.file(), position.line());
    });
  }
}
