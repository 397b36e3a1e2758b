package dev.zonewright.control;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;

/**
 * Another place that a finding rests on, in any file. It is named by object and path, so that it
 * stays true while the text around it moves.
 *
 * @param path from the root of the object's document
 * @param role what the place does for the finding, in a few words: “binds the role”
 */
public record Related(ObjectRef object, YamlPath path, String role) {
  public Related {
    role = Masked.within(role);
  }

  /** A place in an object that was read. */
  public static Related at(KubeObject object, YamlCursor at, String role) {
    return new Related(ObjectRef.of(object), at.path(), role);
  }
}
