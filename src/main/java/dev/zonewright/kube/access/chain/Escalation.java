package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessReader;
import dev.zonewright.kube.access.AccessRequest.OnResource;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.Rights;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way to rights that one has not been given. Who only writes roles or bindings cannot give what
 * they lack; the verbs {@code bind} and {@code escalate} lift that, and {@code impersonate} goes
 * round it. Who reaches the kubelet reaches the pods of the node. Source: Kubernetes, Using RBAC
 * Authorization, Privilege escalation prevention and bootstrapping; Authenticating, User
 * impersonation; Kubelet authentication/authorization.
 *
 * @param grants what it takes, in order
 * @param namespace where the rights are; empty for all namespaces
 * @param powers what it gives
 * @param title who acts as what
 * @param text how, a clause
 */
record Escalation(
    List<Powers.Held> grants, String namespace, Set<Power> powers, String title, String text) {
  private static final Set<Power> ALL = EnumSet.allOf(Power.class);

  // powers over what lives in namespaces
  private static final Set<Power> IN_NAMESPACES =
      EnumSet.of(
          Power.CREATE_PODS,
          Power.READ_SECRETS,
          Power.EXEC,
          Power.PORT_FORWARD,
          Power.READ_LOGS,
          Power.REQUEST_TOKENS,
          Power.CHANGE_ACCESS,
          Power.CHANGE_NETWORK_POLICIES,
          Power.DELETE_WORKLOADS,
          Power.DELETE_EVENTS);

  Escalation {
    grants = List.copyOf(grants);
    powers = Set.copyOf(powers);
  }

  boolean gives(Power power) {
    return powers.contains(power);
  }

  /** All that somebody has. */
  static List<Escalation> of(Rights rights) {
    List<Escalation> out = new ArrayList<>();
    masters(rights).ifPresent(out::add);
    out.addAll(nodes(rights));
    for (String namespace : rights.namespaces()) {
      if (namespace.isEmpty()) {
        bound(rights, "clusterrolebindings", "", ALL).ifPresent(out::add);
      }
      bound(rights, "rolebindings", namespace, IN_NAMESPACES).ifPresent(out::add);
      if (!namespace.isEmpty()) {
        own(rights, namespace).ifPresent(out::add);
      }
    }
    rewritten(rights).forEach(out::add);
    return out;
  }

  /** A user can be impersonated with any group; this one may do everything. */
  private static Optional<Escalation> masters(Rights rights) {
    Optional<Powers.Held> group =
        Impersonation.one(rights, "groups", "").stream()
            .filter(
                h -> h.request().name().isEmpty() || h.request().name().equals(Identity.MASTERS))
            .findFirst();
    return group.flatMap(g ->
        Impersonation.user(rights)
            .map(user ->
                new Escalation(
                    List.of(user, g),
                    "",
                    ALL,
                    "Group " + Identity.MASTERS,
                    "acts as a user of the group that may do everything")));
  }

  /** By way of any node; else by way of each that a rule names. */
  private static List<Escalation> nodes(Rights rights) {
    List<Powers.Held> get = node(rights, "get");
    List<Powers.Held> held = get.isEmpty() ? node(rights, "create") : get;
    Set<Power> powers = EnumSet.of(Power.EXEC, Power.PORT_FORWARD);
    if (!get.isEmpty()) {
      powers.add(Power.READ_LOGS);
    }
    return held.stream()
        .map(one -> {
          String name = one.request().name();
          String where = name.isEmpty() ? "every node" : "the node " + name;
          return new Escalation(
              List.of(one),
              "",
              powers,
              "The kubelet",
              "enters the pods of " + where + ", whatever their namespaces");
        })
        .toList();
  }

  private static List<Powers.Held> node(Rights rights, String verb) {
    OnResource any = new OnResource(verb, "", "nodes", "proxy", "", "");
    return rights
        .may(Power.REACH_NODES, any)
        .map(List::of)
        .orElseGet(() -> rights.named(Power.REACH_NODES, any));
  }

  /** Why it may not lead to the accounts of pods; empty where it does. */
  String unsure() {
    OnResource first = grants.getFirst().request();
    return first.resource().equals("nodes") && !first.name().isEmpty()
        ? "whether a pod of %s runs on the node " + first.name() + " is not known"
        : "";
  }

  private static Optional<Escalation> bound(
      Rights rights, String bindings, String namespace, Set<Power> powers) {
    ObjectRef admin = new ObjectRef(AccessReader.GROUP, "ClusterRole", "", "cluster-admin");
    boolean whole = bindings.startsWith("cluster");
    return Binding.of(rights, admin, whole, namespace)
        .map(grants ->
            new Escalation(
                grants,
                namespace,
                powers,
                "ClusterRole cluster-admin",
                "binds it to itself" + where(namespace, whole)));
  }

  /** A Role of the namespace that can be given all rights, and be bound. */
  private static Optional<Escalation> own(Rights rights, String namespace) {
    List<String> names = new ArrayList<>(List.of(""));
    Binding.bind(rights, "roles", namespace).forEach(h -> names.add(h.request().name()));
    rights.graph().rolesOf(namespace).stream().limit(1).forEach(names::add);
    for (String name : names) {
      ObjectRef role = new ObjectRef(AccessReader.GROUP, "Role", namespace, name);
      Optional<List<Powers.Held>> bind = Binding.of(rights, role, false, namespace);
      Optional<List<Powers.Held>> write = written(rights, role, true);
      if (bind.isPresent() && write.isPresent()) {
        return Optional.of(
            new Escalation(
                Stream.concat(write.get().stream(), bind.get().stream()).toList(),
                namespace,
                IN_NAMESPACES,
                name.isEmpty() ? "A Role of its own" : role.label(),
                "writes all rights into it and binds it to itself" + where(namespace, false)));
      }
    }
    return Optional.empty();
  }

  /** The roles that somebody has and can write all rights into. */
  private static List<Escalation> rewritten(Rights rights) {
    List<Escalation> out = new ArrayList<>();
    for (AccessBinding binding : rights.bindings()) {
      boolean whole = binding.isClusterWide();
      String namespace = whole ? "" : binding.ref().namespace();
      // the first that is found is enough, and those of the manifests come first
      if (out.stream().noneMatch(e -> e.namespace().equals(namespace))) {
        written(rights, binding.role(), false)
            .ifPresent(grants ->
                out.add(
                    new Escalation(
                        grants,
                        namespace,
                        whole ? ALL : IN_NAMESPACES,
                        binding.role().label(),
                        "writes all rights into a role that it has" + where(namespace, whole))));
      }
    }
    return out;
  }

  /** What it takes to write rights into a role that one lacks oneself. */
  private static Optional<List<Powers.Held>> written(Rights rights, ObjectRef role, boolean made) {
    String resource = role.kind().equals("Role") ? "roles" : "clusterroles";
    Optional<Powers.Held> change =
        role.name().isEmpty()
            ? Optional.empty()
            : ask(rights, List.of("update", "patch"), resource, role);
    // a creation carries no name, so a list of names lets none pass
    ObjectRef nameless = new ObjectRef(role.group(), role.kind(), role.namespace(), "");
    Optional<Powers.Held> create =
        made ? ask(rights, List.of("create"), resource, nameless) : Optional.empty();
    return change
        .flatMap(c -> ask(rights, List.of("escalate"), resource, role).map(e -> List.of(e, c)))
        .or(() ->
            create.flatMap(
                c -> ask(rights, List.of("escalate"), resource, nameless).map(e -> List.of(e, c))));
  }

  private static Optional<Powers.Held> ask(
      Rights rights, List<String> verbs, String resource, ObjectRef role) {
    return rights.any(
        Power.CHANGE_ACCESS, verbs, AccessReader.GROUP, resource, role.name(), role.namespace());
  }

  private static String where(String namespace, boolean whole) {
    return whole ? "" : namespace.isEmpty() ? ", in every namespace" : ", in " + namespace;
  }
}
