package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.access.AccessReader;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way to give oneself any right. Who only writes roles or bindings cannot give what they lack;
 * the verbs {@code bind} and {@code escalate} lift that, and {@code impersonate} goes round it.
 * Source: Kubernetes, Using RBAC Authorization, Privilege escalation prevention and bootstrapping;
 * Authenticating, User impersonation.
 *
 * @param grants what it takes, in order
 * @param namespace where the rights are; empty for all namespaces
 * @param whole whether they are also for what lives in no namespace
 * @param title who acts as what
 * @param text how, a clause
 */
record Escalation(
    List<Powers.Held> grants, String namespace, boolean whole, String title, String text) {
  private static final String ROLES = "clusterroles";

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
  }

  boolean gives(Power power) {
    return whole || IN_NAMESPACES.contains(power);
  }

  /**
   * All that somebody has.
   *
   * @param namespaces where they are bound; the empty one stands for the whole cluster
   */
  static List<Escalation> of(Asking ask, Collection<String> namespaces) {
    List<Escalation> out = new ArrayList<>();
    ask.any(Power.IMPERSONATE, List.of("impersonate"), "", "users", "", "")
        .ifPresent(users ->
            out.add(
                new Escalation(
                    List.of(users), "", true, "Any user", "acts as one that may do everything")));
    bound(ask, "clusterrolebindings", "", true).ifPresent(out::add);
    rewritten(ask, ROLES, "", true).ifPresent(out::add);
    for (String namespace : namespaces) {
      bound(ask, "rolebindings", namespace, false).ifPresent(out::add);
      if (!namespace.isEmpty()) {
        rewritten(ask, "roles", namespace, false).ifPresent(out::add);
      }
    }
    return out;
  }

  /** The accounts of these namespaces are lent to whoever may impersonate them. */
  static List<Powers.Held> impersonated(Asking ask, Collection<String> namespaces) {
    return namespaces.stream()
        .flatMap(n ->
            ask
                .any(Power.IMPERSONATE, List.of("impersonate"), "", "serviceaccounts", "", n)
                .stream())
        .toList();
  }

  private static Optional<Escalation> bound(
      Asking ask, String bindings, String namespace, boolean whole) {
    List<String> bind = List.of("bind");
    Optional<Powers.Held> may =
        ask.any(Power.CHANGE_ACCESS, bind, AccessReader.GROUP, ROLES, "", namespace)
            .or(() ->
                ask.any(
                    Power.CHANGE_ACCESS,
                    bind,
                    AccessReader.GROUP,
                    ROLES,
                    "cluster-admin",
                    namespace));
    List<String> make = List.of("create");
    return may.flatMap(role ->
        ask.any(Power.CHANGE_ACCESS, make, AccessReader.GROUP, bindings, "", namespace)
            .map(binding ->
                new Escalation(
                    List.of(role, binding),
                    namespace,
                    whole,
                    "ClusterRole cluster-admin",
                    "binds it to itself" + where(namespace, whole))));
  }

  private static Optional<Escalation> rewritten(
      Asking ask, String roles, String namespace, boolean whole) {
    return ask.any(
            Power.CHANGE_ACCESS, List.of("escalate"), AccessReader.GROUP, roles, "", namespace)
        // the role that it rewrites must be one that it has
        .filter(h -> whole || h.grant().role().ref().kind().equals("Role"))
        .flatMap(escalate ->
            ask.any(
                    Power.CHANGE_ACCESS,
                    List.of("update", "patch"),
                    AccessReader.GROUP,
                    roles,
                    "",
                    namespace)
                .map(write ->
                    new Escalation(
                        List.of(escalate, write),
                        namespace,
                        whole,
                        escalate.grant().role().ref().label(),
                        "writes all rights into a role that it has" + where(namespace, whole))));
  }

  private static String where(String namespace, boolean whole) {
    return whole ? "" : namespace.isEmpty() ? ", in every namespace" : ", in " + namespace;
  }
}
