package dev.zonewright.kube.query;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.Optional;

/**
 * The first of several manifests that write one object, as the later ones see it.
 *
 * @param object its name, with the namespace as it is written there
 * @param root where it stands in its document
 * @param otherFile the file that it stands in; empty where that is the file of the later one
 */
public record Earlier(ObjectRef object, YamlPath root, Optional<String> otherFile) {
  /**
   * Whether it is certain what the object is called: kind, API version, namespace and name are
   * written out, and the API server makes up no name for it. Source: Kubernetes, Object Names and
   * IDs.
   */
  public static boolean isNamed(KubeObject object) {
    YamlCursor root = object.root();
    YamlCursor metadata = root.get("metadata");
    return !metadata.get("name").string().orElse("").isBlank()
        && !UnknownValue.isPlaceholder(metadata.get("name"))
        && !UnknownValue.isPlaceholder(metadata.get("namespace"))
        && !UnknownValue.isPlaceholder(root.get("kind"))
        && !UnknownValue.isPlaceholder(root.get("apiVersion"));
  }
}
