package dev.zonewright.kube.access;

import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;

/**
 * A subject of a binding.
 *
 * @param kind {@code ServiceAccount}, {@code User} or {@code Group}
 * @param namespace of a ServiceAccount, as written
 * @param path to the subject from the root of its document
 */
public record AccessSubject(String kind, String namespace, String name, YamlPath path) {
  /** Whether it means somebody; a ServiceAccount without a namespace means nobody. */
  public boolean means(Identity who) {
    return switch (kind) {
      case "User" -> name.equals(who.user());
      case "Group" -> who.groups().contains(name);
      case "ServiceAccount" ->
          !namespace.isEmpty() && who.user().equals(Identity.ACCOUNT + namespace + ":" + name);
      default -> false;
    };
  }

  /** The account that it names, as {@code NAMESPACE/NAME}; some bindings name it as a user. */
  public Optional<String> account() {
    if (kind.equals("User") && name.startsWith(Identity.ACCOUNT)) {
      String label = new Identity(name, List.of()).label();
      return Identity.parse(label).filter(who -> who.user().equals(name)).map(_ -> label);
    }
    return kind.equals("ServiceAccount") && !namespace.isEmpty()
        ? Optional.of(namespace + "/" + name)
        : Optional.empty();
  }

  /**
   * As people write it: {@code ServiceAccount shop/release}; users and groups have no namespace.
   */
  public String label() {
    boolean placed = kind.equals("ServiceAccount") && !namespace.isEmpty();
    return kind + " " + (placed ? namespace + "/" + name : name);
  }
}
