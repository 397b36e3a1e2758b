package dev.zonewright.kube.access;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.valid.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The roles and bindings of a cluster: those that are opened, and those that every cluster has. A
 * value: it holds references and paths, no places in a text.
 */
public final class AccessGraph {
  private static final String AUTO_UPDATE = "rbac.authorization.kubernetes.io/autoupdate";

  private final Map<String, AccessRole> clusterRoles;
  private final Map<ObjectRef, AccessRole> roles;
  private final List<AccessBinding> clusterBindings;
  private final Map<String, List<AccessBinding>> bindings;
  private final Map<ObjectRef, String> refused;
  private final List<AccessBinding> all;
  private final Subjects subjects;

  // of those that are asked for again and again
  private final Map<Identity, List<Subjects.Named>> named = new ConcurrentHashMap<>();

  private AccessGraph(
      Map<String, AccessRole> clusterRoles,
      Map<ObjectRef, AccessRole> roles,
      List<AccessBinding> clusterBindings,
      Map<String, List<AccessBinding>> bindings,
      Map<ObjectRef, String> refused) {
    this(clusterRoles, roles, clusterBindings, bindings, refused, Optional.empty());
  }

  private AccessGraph(
      Map<String, AccessRole> clusterRoles,
      Map<ObjectRef, AccessRole> roles,
      List<AccessBinding> clusterBindings,
      Map<String, List<AccessBinding>> bindings,
      Map<ObjectRef, String> refused,
      Optional<AccessBinding> only) {
    this.refused = refused;
    this.clusterRoles = clusterRoles;
    this.roles = roles;
    this.clusterBindings = clusterBindings;
    this.bindings = bindings;
    List<AccessBinding> every = new ArrayList<>(clusterBindings);
    bindings.values().forEach(every::addAll);
    all = List.copyOf(every);
    subjects = new Subjects(only.map(List::of).orElse(all));
  }

  /** Reads all roles and bindings; of several of one name that counts which a server has. */
  public static AccessGraph of(Iterable<KubeObject> objects) {
    Standing<AccessRole> roles = new Standing<>();
    Standing<AccessBinding> bound = new Standing<>();
    BuiltInRoles.clusterRoles().values().forEach(r -> roles.take(r.ref(), r));
    BuiltInRoles.roles().forEach(roles::take);
    BuiltInRoles.bindings().forEach(b -> bound.take(b.ref(), b));
    for (KubeObject object : objects) {
      Optional<String> refused = AccessReader.refused(object);
      AccessReader.role(object)
          .map(role -> isKept(object) ? joined(role) : role)
          .ifPresent(role -> roles.offer(role.ref(), role, refused));
      AccessReader.binding(object)
          .map(binding -> isKept(object) ? joined(binding) : binding)
          .filter(binding -> isChangeTaken(binding, bound))
          .ifPresent(binding -> bound.offer(binding.ref(), binding, refused));
    }
    Map<String, AccessRole> clusterRoles = new LinkedHashMap<>();
    Map<ObjectRef, AccessRole> namespaced = new LinkedHashMap<>();
    roles
        .values()
        .forEach((ref, role) -> {
          if (ref.kind().equals("ClusterRole")) {
            clusterRoles.put(ref.name(), role);
          } else {
            namespaced.put(ref, role);
          }
        });
    List<AccessBinding> clusterBindings = new ArrayList<>();
    Map<String, List<AccessBinding>> bindings = new HashMap<>();
    List<AccessBinding> all = new ArrayList<>(bound.values().values());
    // what the manifests say is named before what every cluster has
    all.sort(Comparator.comparing(AccessBinding::builtIn));
    for (AccessBinding binding : all) {
      if (binding.isClusterWide()) {
        clusterBindings.add(binding);
      } else {
        bindings.computeIfAbsent(binding.ref().namespace(), _ -> new ArrayList<>()).add(binding);
      }
    }
    Map<ObjectRef, String> refused = new HashMap<>(roles.refused());
    refused.putAll(bound.refused());
    return new AccessGraph(
        Aggregation.of(clusterRoles), namespaced, clusterBindings, bindings, Map.copyOf(refused));
  }

  /** A server never changes the role of a binding that it has. */
  private static boolean isChangeTaken(AccessBinding later, Standing<AccessBinding> bound) {
    return bound.taken(later.ref()).filter(b -> !b.role().equals(later.role())).isEmpty();
  }

  /** Whether a server gives back to its own roles and bindings what they lack. */
  private static boolean isKept(KubeObject object) {
    return !object.root().get("metadata", "annotations", AUTO_UPDATE).raw().equals("false");
  }

  private static AccessBinding joined(AccessBinding opened) {
    List<AccessSubject> subjects = new ArrayList<>(opened.subjects());
    BuiltInRoles.bindings().stream()
        .filter(b -> b.ref().equals(opened.ref()) && b.role().equals(opened.role()))
        .flatMap(b -> b.subjects().stream())
        .filter(own -> subjects.stream().noneMatch(s -> s.label().equals(own.label())))
        .forEach(subjects::add);
    return subjects.size() == opened.subjects().size()
        ? opened
        : new AccessBinding(
            opened.ref(), opened.role(), subjects, opened.rolePath(), opened.builtIn());
  }

  /** A server gives back to its own roles what they lack, and leaves what was added. */
  private static AccessRole joined(AccessRole opened) {
    AccessRole builtIn = BuiltInRoles.clusterRoles().get(opened.ref().name());
    if (builtIn == null || !opened.ref().kind().equals("ClusterRole")) {
      return opened;
    }
    List<AccessRule> rules = new ArrayList<>(opened.rules());
    rules.addAll(builtIn.rules());
    Map<String, String> labels = new HashMap<>(opened.labels());
    labels.putAll(builtIn.labels());
    return new AccessRole(opened.ref(), labels, rules, builtIn.aggregates(), true);
  }

  /** Whether somebody may do something. */
  public AccessAnswer answer(Identity who, AccessRequest request) {
    List<AccessAnswer.Grant> grants = new ArrayList<>();
    List<AccessBinding> unknown = new ArrayList<>();
    String namespace = request.namespaceOrEmpty();
    for (Subjects.Named one : named(who)) {
      AccessBinding binding = one.binding();
      if (!binding.isClusterWide() && !binding.ref().namespace().equals(namespace)) {
        continue;
      }
      Optional<AccessRole> role = role(binding.role());
      if (role.isEmpty()) {
        unknown.add(binding);
        continue;
      }
      role.get().rules().stream()
          .filter(r -> r.grants(request))
          .findFirst()
          .map(rule -> new AccessAnswer.Grant(binding, one.subject(), role.get(), rule))
          .ifPresent(grants::add);
    }
    if (grants.isEmpty() && who.groups().contains(Identity.MASTERS)) {
      masters(request).ifPresent(grants::add);
    }
    if (!grants.isEmpty()) {
      return new AccessAnswer.Allowed(grants);
    }
    return unknown.isEmpty() ? new AccessAnswer.Denied() : new AccessAnswer.Undetermined(unknown);
  }

  /**
   * Whether somebody may do something on a server, which has none of the roles and bindings that it
   * refuses: where nothing else grants it, it is undetermined until they are written right.
   */
  public AccessAnswer answerOfServer(Identity who, AccessRequest request) {
    AccessAnswer answer = answer(who, request);
    if (refused.isEmpty() || !(answer instanceof AccessAnswer.Allowed allowed)) {
      return answer;
    }
    List<AccessAnswer.Grant> there =
        allowed.grants().stream().filter(grant -> objection(grant).isEmpty()).toList();
    if (!there.isEmpty()) {
      return new AccessAnswer.Allowed(there);
    }
    return Optional.of(who)
        .filter(w -> w.groups().contains(Identity.MASTERS))
        .flatMap(_ -> masters(request))
        .<AccessAnswer>map(grant -> new AccessAnswer.Allowed(List.of(grant)))
        .orElseGet(() ->
            new AccessAnswer.Undetermined(
                allowed.grants().stream().map(AccessAnswer.Grant::binding).distinct().toList()));
  }

  /** Why a server has not what grants something, as a sentence; empty when it has. */
  public Optional<String> objection(AccessAnswer.Grant grant) {
    return objection(grant.binding().ref())
        .or(() -> objection(grant.role().ref()))
        .or(() -> objection(grant.rule().role()));
  }

  /** Why a server has not all of what a binding says, as a sentence; empty when it has. */
  public Optional<String> objection(AccessBinding binding) {
    return objection(binding.ref())
        .or(() -> objection(binding.role()))
        .or(() ->
            role(binding.role()).stream()
                .flatMap(role -> role.rules().stream())
                .flatMap(rule -> objection(rule.role()).stream())
                .findFirst());
  }

  /** Whether it is not known what a binding grants: its role is not opened, or is refused. */
  public boolean isUnknown(AccessBinding binding) {
    return role(binding.role()).isEmpty() || objection(binding.role()).isPresent();
  }

  /** The place among all bindings of the first of somebody's of which that is not known. */
  public Optional<Integer> firstUnknown(Identity who) {
    return named(who).stream()
        .filter(one -> isUnknown(one.binding()))
        .map(Subjects.Named::place)
        .findFirst();
  }

  /** Why it is not known what a binding grants, as a sentence. */
  public String whyUnknown(AccessBinding binding) {
    return objection(binding)
        .orElseGet(() ->
            "%s grants %s, which is not among the manifests"
                .formatted(binding.ref().label(), binding.role().label()));
  }

  /** Why a server has not a role or a binding, as a sentence; empty when it has. */
  public Optional<String> objection(ObjectRef ref) {
    return Optional.ofNullable(refused.get(ref));
  }

  /** The same as if a server refused nothing; empty where it refuses nothing. */
  public Optional<AccessGraph> asWritten() {
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(new AccessGraph(clusterRoles, roles, clusterBindings, bindings, Map.of()));
  }

  /** The same roles and bindings, of which one alone names anybody. */
  public AccessGraph by(AccessBinding only) {
    return new AccessGraph(
        clusterRoles, roles, clusterBindings, bindings, refused, Optional.of(only));
  }

  /** The server lets this group do everything, whatever has become of its binding. */
  private static Optional<AccessAnswer.Grant> masters(AccessRequest request) {
    AccessRole role = BuiltInRoles.clusterRoles().get("cluster-admin");
    if (role == null) {
      return Optional.empty();
    }
    return BuiltInRoles.bindings().stream()
        .filter(b -> b.role().equals(role.ref()))
        .flatMap(b ->
            b.subjects().stream()
                .filter(s -> s.name().equals(Identity.MASTERS))
                .flatMap(s ->
                    role.rules().stream()
                        .filter(r -> r.grants(request))
                        .map(r -> new AccessAnswer.Grant(b, s, role, r))))
        .findFirst();
  }

  /** The bindings that name somebody, RoleBindings behind those of the whole cluster. */
  List<Subjects.Named> named(Identity who) {
    return named.computeIfAbsent(who, subjects::of);
  }

  /** All bindings, those of the whole cluster first. */
  public List<AccessBinding> bindings() {
    return all;
  }

  /** The names of the Roles of a namespace. */
  public List<String> rolesOf(String namespace) {
    return roles.keySet().stream()
        .filter(r -> r.namespace().equals(namespace))
        .map(ObjectRef::name)
        .toList();
  }

  /** A role with the rules that it has in a cluster; empty when it is not opened. */
  public Optional<AccessRole> role(ObjectRef ref) {
    return Optional.ofNullable(
        ref.kind().equals("ClusterRole") ? clusterRoles.get(ref.name()) : roles.get(ref));
  }
}
