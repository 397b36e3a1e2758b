package dev.zonewright.kube.falco;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;

/**
 * Where something of Falco is written.
 *
 * @param path from the root of the object's document
 */
public record Seen(ObjectRef object, YamlPath path) {
  static Seen at(KubeObject object, YamlCursor at) {
    return new Seen(ObjectRef.of(object), at.path());
  }
}
