package dev.zonewright.review;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlPath;
import java.util.Optional;

/**
 * A workload of which a review says that it is an AI agent.
 *
 * @param path of the entry in the review file
 */
public record DeclaredAgent(String namespace, String kind, String name, YamlPath path) {
  /**
   * Reads {@code NAMESPACE/KIND/NAME}.
   *
   * @return empty where the text has another form
   */
  static Optional<DeclaredAgent> parse(String text, YamlPath path) {
    return Scope.parse("object", text)
        .map(Scope.OfObject.class::cast)
        .map(Scope.OfObject::object)
        .map(o -> new DeclaredAgent(o.namespace(), o.kind(), o.name(), path));
  }

  /**
   * Whether it is this object.
   *
   * @param home the namespace in which the object lives, written or not
   */
  boolean names(ObjectRef object, String home) {
    return kind.equals(object.kind())
        && name.equals(object.name())
        && (namespace.equals(object.namespace()) || namespace.equals(home));
  }

  /** As the file writes it. */
  String text() {
    return namespace + "/" + kind + "/" + name;
  }
}
