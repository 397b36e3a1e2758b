package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Related;
import dev.zonewright.control.Subject;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessSubject;
import dev.zonewright.kube.access.Identity;
import java.util.Optional;

/**
 * Somebody that a binding gives a role.
 *
 * @param object the binding as it was read
 */
record Holder(KubeObject object, AccessBinding binding, AccessSubject subject) {

  /** Who somebody is, as far as a name tells. */
  enum Kind {
    /** The ServiceAccount of a tenant. */
    TENANT,
    /** A group that holds every account, or everybody. */
    EVERYBODY,
    /** A part of Kubernetes itself. */
    PLATFORM,
    /** A user or group that is none of Kubernetes' own. */
    PERSON
  }

  Kind kind() {
    String name = subject.name();
    return switch (subject.kind()) {
      case "ServiceAccount" -> ofNamespace(subject.namespace());
      case "User" -> {
        if (name.startsWith(Identity.ACCOUNT)) {
          yield ofNamespace(name.substring(Identity.ACCOUNT.length()));
        }
        if (name.equals(Identity.ANONYMOUS)) {
          yield Kind.EVERYBODY;
        }
        yield name.startsWith("system:") ? Kind.PLATFORM : Kind.PERSON;
      }
      default -> {
        if (name.startsWith(Identity.ALL_ACCOUNTS + ":")) {
          boolean platform =
              ofNamespace(name.substring(Identity.ALL_ACCOUNTS.length() + 1)) == Kind.PLATFORM;
          yield platform ? Kind.PLATFORM : Kind.EVERYBODY;
        }
        boolean all =
            name.equals(Identity.ALL_ACCOUNTS)
                || name.equals(Identity.AUTHENTICATED)
                || name.equals(Identity.UNAUTHENTICATED);
        if (all) {
          yield Kind.EVERYBODY;
        }
        yield name.startsWith("system:") ? Kind.PLATFORM : Kind.PERSON;
      }
    };
  }

  private static Kind ofNamespace(String namespace) {
    return Tenants.isSystem(namespace) ? Kind.PLATFORM : Kind.TENANT;
  }

  /** Whose accounts these are: a namespace's, everybody's, or empty for people and Kubernetes. */
  Optional<String> namespace() {
    String name = subject.name();
    return switch (kind()) {
      case PERSON, PLATFORM -> Optional.empty();
      case EVERYBODY ->
          Optional.of(
              name.startsWith(Identity.ALL_ACCOUNTS + ":")
                  ? name.substring(Identity.ALL_ACCOUNTS.length() + 1)
                  : Subject.EVERYBODY);
      case TENANT -> {
        if (subject.kind().equals("ServiceAccount")) {
          yield Optional.of(subject.namespace());
        }
        String rest = name.substring(Identity.ACCOUNT.length());
        int colon = rest.indexOf(':');
        yield Optional.of(colon < 0 ? rest : rest.substring(0, colon));
      }
    };
  }

  /** Whether the role counts in this namespace. */
  boolean reaches(String namespace) {
    return binding.isClusterWide() || binding.ref().namespace().equals(namespace);
  }

  /** The line that names somebody, as a step of a chain. */
  Related step() {
    return new Related(
        ObjectRef.of(object), subject.path(), "gives the role to " + subject.label());
  }
}
