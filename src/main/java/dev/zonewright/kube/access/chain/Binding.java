package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessReader;
import dev.zonewright.kube.access.AccessRequest.OnResource;
import dev.zonewright.kube.access.AccessRole;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.Rights;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What it takes to bind a role to oneself: the verb {@code bind} on the role, and a binding that
 * can be created, or one of the role that is there and can be changed.
 */
final class Binding {
  private static final List<String> BIND = List.of("bind");
  private static final String ADMIN = "cluster-admin";

  // a role that is bound may let one bind others; more rounds than this are nobody's plan
  private static final int ROUNDS = 4;

  private Binding() {}

  /**
   * The grants that it takes; empty when they cannot.
   *
   * @param whole whether by a ClusterRoleBinding
   * @param namespace of the binding; empty for all
   */
  static Optional<List<Powers.Held>> of(
      Rights rights, ObjectRef role, boolean whole, String namespace) {
    String resource = role.kind().equals("Role") ? "roles" : "clusterroles";
    return rights
        .any(Power.CHANGE_ACCESS, BIND, AccessReader.GROUP, resource, role.name(), namespace)
        .flatMap(bind -> write(rights, role, whole, namespace).map(w -> List.of(bind, w)));
  }

  private static Optional<Powers.Held> write(
      Rights rights, ObjectRef role, boolean whole, String namespace) {
    String resource = whole ? "clusterrolebindings" : "rolebindings";
    Optional<Powers.Held> create = ask(rights, List.of("create"), resource, "", namespace);
    if (create.isPresent()) {
      return create;
    }
    List<String> change = List.of("update", "patch");
    boolean can =
        change.stream().anyMatch(v -> rights.some(v, AccessReader.GROUP, resource, namespace));
    return can
        ? there(rights, whole, namespace).stream()
            .filter(b -> b.role().equals(role))
            .flatMap(b -> ask(rights, change, resource, b.ref().name(), namespace).stream())
            .findFirst()
        : Optional.empty();
  }

  private static Optional<Powers.Held> ask(
      Rights rights, List<String> verbs, String resource, String name, String namespace) {
    return rights.any(Power.CHANGE_ACCESS, verbs, AccessReader.GROUP, resource, name, namespace);
  }

  /** The bindings that a server has of a kind in a namespace. */
  private static List<AccessBinding> there(Rights rights, boolean whole, String namespace) {
    return rights.graph().bindings().stream()
        .filter(b -> b.isClusterWide() == whole)
        .filter(b -> whole || namespace.isEmpty() || b.ref().namespace().equals(namespace))
        .filter(b -> rights.graph().objection(b.ref()).isEmpty())
        .toList();
  }

  /** The rules for named roles that let somebody bind them. */
  static List<Powers.Held> bind(Rights rights, String resource, String namespace) {
    return rights.named(
        Power.CHANGE_ACCESS,
        new OnResource("bind", AccessReader.GROUP, resource, "", "", namespace));
  }

  /** The same rights with all roles that somebody can bind to themselves, but the one of all. */
  static Rights lent(Rights first) {
    Rights rights = first;
    Set<String> had = new LinkedHashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Rights.Loan> more = new ArrayList<>();
      for (String namespace : rights.namespaces()) {
        for (ObjectRef role : candidates(rights, namespace)) {
          lend(rights, role, namespace)
              .filter(_ -> had.add(role.path() + " " + role.name() + "@" + namespace))
              .ifPresent(more::add);
        }
      }
      if (more.isEmpty()) {
        break;
      }
      rights = rights.with(more);
    }
    return rights;
  }

  private static Optional<Rights.Loan> lend(Rights rights, ObjectRef role, String namespace) {
    Optional<AccessRole> known =
        rights.graph().role(role).filter(_ -> rights.graph().objection(role).isEmpty());
    boolean whole = namespace.isEmpty() && role.kind().equals("ClusterRole");
    return known.flatMap(r ->
        (whole ? of(rights, role, true, "") : Optional.<List<Powers.Held>>empty())
            .or(() -> of(rights, role, false, namespace))
            .map(proof -> new Rights.Loan(r, namespace, proof)));
  }

  private static Set<ObjectRef> candidates(Rights rights, String namespace) {
    Set<ObjectRef> out = new LinkedHashSet<>();
    for (Powers.Held held : bind(rights, "clusterroles", namespace)) {
      out.add(new ObjectRef(AccessReader.GROUP, "ClusterRole", "", held.request().name()));
    }
    if (ask(rights, BIND, "clusterroles", "", namespace).isPresent()) {
      there(rights, false, namespace).forEach(b -> out.add(b.role()));
      if (namespace.isEmpty()) {
        there(rights, true, "").forEach(b -> out.add(b.role()));
      }
      out.removeIf(r -> r.kind().equals("Role"));
    }
    if (!namespace.isEmpty()) {
      for (Powers.Held held : bind(rights, "roles", namespace)) {
        out.add(new ObjectRef(AccessReader.GROUP, "Role", namespace, held.request().name()));
      }
      if (ask(rights, BIND, "roles", "", namespace).isPresent()) {
        rights
            .graph()
            .rolesOf(namespace)
            .forEach(n -> out.add(new ObjectRef(AccessReader.GROUP, "Role", namespace, n)));
      }
    }
    out.removeIf(r -> r.name().equals(ADMIN) && r.kind().equals("ClusterRole"));
    return out;
  }
}
