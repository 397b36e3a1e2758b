package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessReader;
import dev.zonewright.kube.access.AccessRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the opened bindings give a role to.
 *
 * @param through the opened ClusterRoles that gather the rules of the role and give them to these
 * @param aggregated whether its rules flow into a role that every cluster has
 * @param refused whether the server refuses the role, so that nobody has it
 */
record Holders(List<Holder> list, List<ObjectRef> through, boolean aggregated, boolean refused) {
  private static final Memo.Key<KubeObject, Optional<AccessBinding>> BINDING =
      new Memo.Key<>(AccessReader::binding);
  private static final Memo.Key<KubeObject, Optional<AccessRole>> ROLE =
      new Memo.Key<>(AccessReader::role);

  private static final Memo.Key<KubeObject, Optional<String>> REFUSED =
      new Memo.Key<>(AccessReader::refused);

  private static final String AGGREGATE = "rbac.authorization.k8s.io/aggregate-to-";
  private static final int NAMED = 2;

  Holders {
    list = List.copyOf(list);
    through = List.copyOf(through);
  }

  /**
   * The binding that an object is; empty where the server refuses it, for it then gives nothing.
   */
  static Optional<AccessBinding> binding(KubeObject object) {
    boolean binding =
        object.kind().equals("RoleBinding") || object.kind().equals("ClusterRoleBinding");
    return binding && !isRefused(object) ? object.facts().get(BINDING, object) : Optional.empty();
  }

  /** Whether a server has not a role or a binding as it is written. */
  static boolean isRefused(KubeObject object) {
    return object.facts().get(REFUSED, object).isPresent();
  }

  /** The role that an object is. */
  static Optional<AccessRole> role(KubeObject object) {
    boolean role = object.kind().equals("Role") || object.kind().equals("ClusterRole");
    return role ? object.facts().get(ROLE, object) : Optional.empty();
  }

  /** Those that any opened binding gives this role to; nobody where the server refuses it. */
  static Holders of(KubeObject object, AccessRole role, Reporter reporter) {
    boolean aggregated = role.labels().keySet().stream().anyMatch(k -> k.startsWith(AGGREGATE));
    if (isRefused(object)) {
      return new Holders(List.of(), List.of(), false, true);
    }
    List<Holder> found = new ArrayList<>();
    boolean local = role.ref().kind().equals("Role");
    List<AccessRole> all = new ArrayList<>(List.of(role));
    all.addAll(local ? List.of() : gathering(role, reporter));
    List<ObjectRef> through = new ArrayList<>();
    for (AccessRole each : all) {
      int before = found.size();
      List<KubeObject> bindings = reporter.cluster().bindingsOf(each.ref().name());
      Stream.of("ClusterRoleBinding", "RoleBinding")
          .filter(kind -> !local || kind.equals("RoleBinding"))
          .flatMap(kind -> bindings.stream().filter(b -> b.kind().equals(kind)))
          .forEach(bound -> add(bound, each.ref(), found));
      if (found.size() > before && !each.equals(role)) {
        through.add(each.ref());
      }
    }
    return new Holders(found, through, aggregated, false);
  }

  /** The opened ClusterRoles that the rules of one flow into, also through others. */
  private static List<AccessRole> gathering(AccessRole role, Reporter reporter) {
    List<AccessRole> all =
        reporter.cluster().aggregatingRoles().stream()
            .filter(object -> !isRefused(object))
            .flatMap(object -> role(object).stream())
            .toList();
    Set<AccessRole> out = new LinkedHashSet<>();
    Deque<AccessRole> open = new ArrayDeque<>(List.of(role));
    while (!open.isEmpty()) {
      AccessRole next = open.removeFirst();
      all.stream()
          .filter(r -> !r.ref().equals(role.ref()) && r.gathers(next) && out.add(r))
          .forEach(open::addLast);
    }
    return List.copyOf(out);
  }

  /** Those that one binding names. */
  static Holders of(KubeObject object, AccessBinding binding) {
    List<Holder> found = new ArrayList<>();
    add(object, binding.role(), found);
    return new Holders(found, List.of(), false, false);
  }

  private static void add(KubeObject object, ObjectRef role, List<Holder> found) {
    Optional<AccessBinding> binding = binding(object);
    if (binding.isPresent() && binding.get().role().equals(role)) {
      binding.get().subjects().forEach(s -> found.add(new Holder(object, binding.get(), s)));
    }
  }

  boolean isEmpty() {
    return list.isEmpty() && !aggregated;
  }

  /** Only those for whom something holds. */
  Holders only(Predicate<Holder> which) {
    List<Holder> kept = list.stream().filter(which).toList();
    List<ObjectRef> bound =
        through.stream()
            .filter(role -> kept.stream().anyMatch(h -> h.binding().role().equals(role)))
            .toList();
    return new Holders(kept, bound, aggregated, refused);
  }

  /**
   * How severe a power of these is: one step less where nobody opened has it, where only people
   * have it, and where only parts of Kubernetes have it.
   */
  Severity severity(Severity ofTenants) {
    boolean tenants =
        list.stream()
            .anyMatch(h -> h.kind() == Holder.Kind.TENANT || h.kind() == Holder.Kind.EVERYBODY);
    return tenants || aggregated ? ofTenants : lower(ofTenants);
  }

  static Severity lower(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Severity.HIGH;
      case HIGH -> Severity.MEDIUM;
      case MEDIUM -> Severity.LOW;
      case LOW, NOTE -> Severity.NOTE;
    };
  }

  /** The namespaces whose accounts these are. */
  Set<String> namespaces() {
    return list.stream().flatMap(h -> h.namespace().stream()).collect(Collectors.toSet());
  }

  /** Their names for the middle of a sentence. */
  String words() {
    if (list.isEmpty()) {
      return "whoever is bound to it";
    }
    List<String> names = list.stream().map(h -> h.subject().label()).distinct().toList();
    String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    String more =
        names.size() > NAMED
            ? String.format(Locale.ROOT, " and %,d more", names.size() - NAMED)
            : "";
    return shown + more;
  }

  /** What else is to be said of them, as the end of a sentence; may be empty. */
  String note() {
    if (refused) {
      return ". The API server refuses the role, so nobody has it yet";
    }
    if (list.isEmpty()) {
      return aggregated
          ? ". Its rules are added to a role that every cluster has"
          : ". Nothing among the manifests binds it";
    }
    String flows =
        through.isEmpty()
            ? ""
            : ". Its rules are added to "
                + through.stream().map(ObjectRef::label).collect(Collectors.joining(" and "))
                + ", which is bound";
    return list.stream().allMatch(h -> h.kind() == Holder.Kind.PLATFORM)
        ? flows + ". Platform account"
        : flows;
  }
}
