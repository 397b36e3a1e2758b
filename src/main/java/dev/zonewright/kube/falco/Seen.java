package dev.zonewright.kube.falco;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;

/**
 * Where something of Falco is written.
 *
 * @param object of a file of rules by itself, one of the kind {@link #FILE} that is called as its
 *     first rule
 * @param path from the root of the object's document
 */
public record Seen(ObjectRef object, YamlPath path) {
  /** What stands for the kind of a file of rules, which has none. */
  public static final String FILE = "Falco rules";

  /** What a file of rules by itself is called. */
  static ObjectRef file(String firstRule) {
    return new ObjectRef("", FILE, "", firstRule);
  }

  static Seen at(KubeObject object, YamlCursor at) {
    return new Seen(ObjectRef.of(object), at.path());
  }
}
