package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRole;
import dev.zonewright.kube.access.AccessRule;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A power that accounts should not have, and where it is reported: at the rule that grants it, and
 * at the binding where the role is one that every cluster has.
 *
 * @param can what it lets somebody do, after “lets it”
 * @param severity where a tenant's account has it
 * @param advice what to do instead
 * @param cure what can be done beside the role
 */
record Danger(List<Ask> asks, String can, Severity severity, String advice, Cure cure) {
  private static final int SHOWN = 10;

  /** Read when a binding first names a role that is not opened. */
  private static final class Fresh {
    static final AccessGraph CLUSTER = AccessGraph.of(List.of());

    private Fresh() {}
  }

  /** Finds a fix for what some have a power by; empty where there is none. */
  @FunctionalInterface
  interface Cure {
    Optional<Fix> of(Holders holders, Reporter reporter);
  }

  Danger {
    asks = List.copyOf(asks);
  }

  /** A power that only another role takes away. */
  Danger(List<Ask> asks, String can, Severity severity, String advice) {
    this(asks, can, severity, advice, (_, _) -> Optional.empty());
  }

  /** Looks at an object; nothing happens unless it is a role or a binding. */
  void check(KubeObject object, Reporter reporter) {
    check(object, _ -> true, _ -> true, reporter);
  }

  /**
   * The same, where the power counts only for some.
   *
   * @param unbound whether a role that nobody is bound to is reported too
   */
  void check(
      KubeObject object,
      Predicate<Holder> counts,
      Predicate<AccessRole> unbound,
      Reporter reporter) {
    Optional<AccessRole> role = Holders.role(object);
    if (role.isPresent() && !isOfKubernetes(role.get())) {
      role(object, role.get(), counts, unbound, reporter);
    }
    Holders.binding(object)
        .filter(b -> !isOfKubernetes(b))
        .ifPresent(binding -> binding(object, binding, counts, reporter));
  }

  /**
   * The role that a binding names, where it is one that every cluster has and that is judged here:
   * not opened, kept as it is by Kubernetes, or opened with fewer rules than a server gives back to
   * it.
   */
  static Optional<AccessRole> builtIn(AccessBinding binding, Reporter reporter) {
    Optional<AccessRole> fresh = Fresh.CLUSTER.role(binding.role());
    Optional<AccessRole> opened =
        reporter
            .cluster()
            .object(binding.role().kind(), binding.role().namespace(), binding.role().name())
            .flatMap(Holders::role);
    return fresh.filter(role ->
        opened.isEmpty()
            || isOfKubernetes(opened.get())
            || !role.rules().stream().allMatch(r -> has(opened.get(), r)));
  }

  /** A role that every cluster has, as a fresh one has it. */
  static Optional<AccessRole> fresh(ObjectRef role) {
    return Fresh.CLUSTER.role(role);
  }

  private static boolean has(AccessRole opened, AccessRule rule) {
    return opened.rules().stream()
        .anyMatch(r ->
            r.verbs().containsAll(rule.verbs())
                && r.groups().containsAll(rule.groups())
                && r.resources().containsAll(rule.resources())
                && r.urls().containsAll(rule.urls()));
  }

  /** Whether a binding is one that a fresh cluster has, as an export of one holds it. */
  static boolean isOfKubernetes(AccessBinding binding) {
    boolean masters =
        binding.ref().name().equals("cluster-admin")
            && binding.subjects().stream().allMatch(s -> s.name().equals(Identity.MASTERS));
    return masters || binding.ref().name().startsWith("system:");
  }

  /** Whether a role is one that Kubernetes keeps as it is. */
  static boolean isOfKubernetes(AccessRole role) {
    return "rbac-defaults".equals(role.labels().get("kubernetes.io/bootstrapping"));
  }

  /** Says of a binding to a role that is neither opened nor known that this power is unknown. */
  void unknown(KubeObject object, Reporter reporter) {
    Optional<AccessBinding> binding =
        Holders.binding(object)
            .filter(b -> !isOfKubernetes(b) && !b.subjects().isEmpty())
            .filter(b -> !isKnown(b, reporter));
    binding.ifPresent(b ->
        reporter
            .undetermined(
                object.root().get("roleRef", "name"),
                "Whether %s lets %s %s is not known: the role is not among the manifests"
                    .formatted(b.role().label(), Holders.of(object, b).words(), can))
            .guidance("Open the role too."));
  }

  private static boolean isKnown(AccessBinding binding, Reporter reporter) {
    boolean opened =
        reporter
            .cluster()
            .object(binding.role().kind(), binding.role().namespace(), binding.role().name())
            .isPresent();
    return opened || Fresh.CLUSTER.role(binding.role()).isPresent();
  }

  private void role(
      KubeObject object,
      AccessRole role,
      Predicate<Holder> counts,
      Predicate<AccessRole> unbound,
      Reporter reporter) {
    Holders all = null;
    List<YamlCursor> rules = object.root().get("rules").items();
    for (AccessRule rule : role.rules()) {
      Optional<Judged> best = Optional.empty();
      for (Ask ask : asks) {
        boolean local = role.ref().kind().equals("Role");
        if (ask.grantedBy(rule).isEmpty() || (ask.clusterWide() && local)) {
          continue;
        }
        if (all == null) {
          all = Holders.of(object, role, reporter);
        }
        Holders those =
            all.only(h -> counts.test(h) && (!ask.clusterWide() || h.binding().isClusterWide()));
        boolean stopped = those.list().isEmpty() && !all.list().isEmpty();
        if (stopped || (those.list().isEmpty() && !unbound.test(role))) {
          // all that are bound to it are stopped, or cannot use it
          continue;
        }
        best = better(best, Judged.of(ask, List.of(rule), role, those, reporter));
        if (best.filter(Judged::isPower).isPresent()) {
          break;
        }
      }
      best.ifPresent(had ->
          report(
              rules.get(rule.number() - 1).get("resources"),
              "Rule " + rule.number(),
              had,
              reporter));
    }
  }

  private void binding(
      KubeObject object, AccessBinding binding, Predicate<Holder> counts, Reporter reporter) {
    Optional<AccessRole> role = builtIn(binding, reporter);
    if (role.isEmpty()) {
      return;
    }
    Optional<Judged> best = Optional.empty();
    for (Ask ask : asks) {
      Holders those =
          Holders.of(object, binding)
              .only(h -> counts.test(h) && (!ask.clusterWide() || binding.isClusterWide()));
      if (!those.isEmpty()) {
        best = better(best, Judged.of(ask, role.get().rules(), role.get(), those, reporter));
        if (best.filter(Judged::isPower).isPresent()) {
          break;
        }
      }
    }
    best.ifPresent(had ->
        report(
            object.root().get("roleRef", "name"),
            binding.role().label() + ", which every cluster has,",
            had,
            reporter));
  }

  private static Optional<Judged> better(Optional<Judged> one, Optional<Judged> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(Judged.better(one.get(), other.get()))
        : one.or(() -> other);
  }

  private void report(YamlCursor at, String what, Judged had, Reporter reporter) {
    Holders those = had.those();
    String message =
        "%s %s (%s)%s%s"
            .formatted(
                what,
                had.words(can),
                Ask.words(had.request()),
                had.isPower() ? "" : ": " + had.share().words(),
                those.note());
    Severity whole = those.severity(severity);
    Reporter.FindingBuilder finding =
        reporter
            .violated(at, message)
            .severity(had.isPower() ? whole : Holders.lower(whole))
            .gaining(those.namespaces())
            .guidance(advice);
    cure.of(those, reporter).ifPresent(finding::fix);
    those.list().stream().limit(SHOWN).forEach(h -> finding.related(h.step()));
  }
}
