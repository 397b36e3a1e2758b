package dev.zonewright.analysis.across;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents that hold an object, by its name. */
final class ObjectPlaces {
  private final Map<ObjectRef, List<At>> byName = new HashMap<>();

  /** A document in a file. */
  record At(String file, YamlDocument document) {}

  ObjectPlaces(Iterable<Manifest> manifests) {
    for (Manifest manifest : manifests) {
      manifest.stream()
          .parts()
          .forEach(part -> {
            for (KubeObject object : KubeObject.in(part.document().cursor(), manifest.home())) {
              byName
                  .computeIfAbsent(ObjectRef.of(object), _ -> new ArrayList<>(1))
                  .add(new At(manifest.file(), part.document()));
            }
          });
    }
  }

  /**
   * The one document that holds an object.
   *
   * @throws FixStop when it is not opened, or opened more than once
   */
  At only(ObjectRef object) {
    List<At> at = of(object);
    if (at.size() != 1) {
      throw new FixStop(
          object.label() + (at.isEmpty() ? " is not opened" : " is opened more than once"));
    }
    return at.getFirst();
  }

  /** All of them; of one object more than one when it is opened twice. */
  List<At> of(ObjectRef object) {
    return byName.getOrDefault(object, List.of());
  }
}
