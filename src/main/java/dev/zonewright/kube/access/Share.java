package dev.zonewright.kube.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much of a power a right is. Sources: Kubernetes, Using RBAC Authorization, Privilege
 * escalation prevention; Authenticating, User impersonation; Certificate signing requests,
 * Authorization; feature gate AuthorizePodWebsocketUpgradeCreatePermission.
 *
 * @param words what is missing, or what limits it, a clause; empty for the whole
 */
public record Share(Kind kind, String words) {
  /** How far it goes. */
  public enum Kind {
    WHOLE,
    /** It is the power, within limits. */
    LIMITED,
    /** Alone it gives nothing. */
    HALF,
    /** It depends on the version of the server. */
    UNSURE
  }

  static final Share WHOLE = new Share(Kind.WHOLE, "");

  private static final List<String> WRITE = List.of("update", "patch", "create");
  private static final Set<String> STREAMS = Set.of("exec", "attach", "portforward");

  /** Whether it is enough for the power. */
  public boolean isEnough() {
    return kind == Kind.WHOLE || kind == Kind.LIMITED;
  }

  static Share of(Power power, AccessRequest.OnResource on, Rights rights) {
    return switch (power) {
      case CHANGE_ACCESS -> access(on, rights);
      case IMPERSONATE ->
          on.resource().equals("groups")
                  && !rights.some("impersonate", "", "users", "")
                  && rights.namespaces().stream()
                      .noneMatch(n -> rights.some("impersonate", "", "serviceaccounts", n))
              ? half("groups alone: no right to impersonate a user with them")
              : WHOLE;
      case APPROVE_CERTIFICATES ->
          rights.some("approve", "certificates.k8s.io", "signers", "")
              ? WHOLE
              : half("approval alone: no right to approve for a signer");
      case EXEC, PORT_FORWARD ->
          on.verb().equals("get") && STREAMS.contains(on.subresource())
              ? new Share(
                  Kind.UNSURE,
                  "get was enough before Kubernetes 1.35; since then the server asks for create")
              : WHOLE;
      default -> WHOLE;
    };
  }

  private static Share access(AccessRequest.OnResource on, Rights rights) {
    boolean role = !on.resource().endsWith("bindings");
    String ns = on.namespace();
    if (on.verb().equals("escalate")) {
      return writes(rights, on.resource(), ns)
          ? WHOLE
          : half("escalate alone: no right to create or update roles");
    }
    if (on.verb().equals("bind")) {
      return writes(rights, "rolebindings", ns) || writes(rights, "clusterrolebindings", "")
          ? WHOLE
          : half("bind alone: no right to create or update bindings");
    }
    boolean lifted =
        role
            ? rights.some("escalate", AccessReader.GROUP, on.resource(), ns)
            : rights.some("bind", AccessReader.GROUP, "clusterroles", ns)
                || rights.some("bind", AccessReader.GROUP, "roles", ns);
    return lifted
        ? WHOLE
        : new Share(
            Kind.LIMITED,
            "only rights that it has already: no right to " + (role ? "escalate" : "bind"));
  }

  private static boolean writes(Rights rights, String resource, String namespace) {
    return WRITE.stream()
        .anyMatch(verb -> rights.some(verb, AccessReader.GROUP, resource, namespace));
  }

  private static Share half(String words) {
    return new Share(Kind.HALF, words);
  }

  /** As the end of a line; empty for the whole. */
  public Optional<String> note() {
    return Optional.of(words).filter(w -> !w.isEmpty());
  }
}
