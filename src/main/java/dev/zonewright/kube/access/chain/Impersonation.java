package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.access.AccessRequest.OnResource;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Acting as others. A group is impersonated together with a user, never alone; a ServiceAccount, by
 * its own resource alone. Source: Kubernetes, User impersonation.
 */
final class Impersonation {
  private static final String ANYBODY = "anybody";

  private Impersonation() {}

  /** What lets somebody impersonate: the rule for all, else one for each name. */
  static List<Powers.Held> one(Rights rights, String resource, String namespace) {
    OnResource request = new OnResource("impersonate", "", resource, "", "", namespace);
    return rights
        .may(Power.IMPERSONATE, request)
        .map(List::of)
        .orElseGet(() -> rights.named(Power.IMPERSONATE, request));
  }

  /** What lets somebody impersonate any user at all, a ServiceAccount too. */
  static Optional<Powers.Held> user(Rights rights) {
    return one(rights, "users", "").stream()
        .findFirst()
        .or(() ->
            rights.namespaces().stream()
                .flatMap(n -> one(rights, "serviceaccounts", n).stream())
                .findFirst());
  }

  /** Users that somebody can act as, with all groups that they can take. */
  static List<Lent> users(Rights rights, List<String> known) {
    List<Powers.Held> users = one(rights, "users", "");
    List<Powers.Held> groups =
        one(rights, "groups", "").stream().filter(h -> !h.request().name().isEmpty()).toList();
    List<Lent> out = new ArrayList<>();
    for (Powers.Held held : users) {
      List<String> names = held.request().name().isEmpty() ? known : List.of(held.request().name());
      for (String name : names) {
        // the server takes the names of ServiceAccounts for what they are
        if (!name.startsWith(Identity.ACCOUNT)) {
          List<String> own = List.of(Identity.AUTHENTICATED);
          out.add(lent(List.of(held), "User " + name, new Identity(name, own)));
          taken(held, name, groups).ifPresent(out::add);
        }
      }
    }
    if (!groups.isEmpty() && out.isEmpty()) {
      user(rights).flatMap(held -> taken(held, ANYBODY, groups)).ifPresent(out::add);
    }
    return out;
  }

  private static Optional<Lent> taken(Powers.Held user, String name, List<Powers.Held> groups) {
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    List<Powers.Held> grants = new ArrayList<>(List.of(user));
    grants.addAll(groups);
    List<String> all =
        new ArrayList<>(groups.stream().map(h -> h.request().name()).distinct().toList());
    String title = "User " + name + " of " + String.join(", ", all);
    all.add(Identity.AUTHENTICATED);
    return Optional.of(lent(grants, title, new Identity(name, all)));
  }

  private static Lent lent(List<Powers.Held> grants, String title, Identity next) {
    return new Lent(grants, Hop.said(Hop.Kind.ACT, title, "impersonates it"), next);
  }

  /**
   * Impersonation within limits, by verbs of their own, is beta in Kubernetes 1.36: whom it lets
   * somebody act as is not followed. It takes a verb for whom and a verb for what.
   */
  static Optional<String> constrained(Rights rights) {
    Optional<String> whom = rights.rule("impersonate:");
    return rights.rule("impersonate-on:").isEmpty()
        ? Optional.empty()
        : whom.map(w -> w + " lets it impersonate within limits, which is not followed");
  }
}
