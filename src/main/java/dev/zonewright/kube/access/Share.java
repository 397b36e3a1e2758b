package dev.zonewright.kube.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    /** It is for named objects alone, which is not the power. */
    NAMED,
    /** It depends on the version of the server. */
    UNSURE,
    /** Alone it gives nothing. */
    HALF
  }

  public static final Share WHOLE = new Share(Kind.WHOLE, "");

  private static final String CERTIFICATES = "certificates.k8s.io";
  private static final List<String> CHANGE = List.of("update", "patch");
  private static final List<String> WRITE = List.of("update", "patch", "create");
  private static final Set<String> STREAMS = Set.of("exec", "attach", "portforward");

  /** Whether it is known not to be the power. */
  public boolean isPart() {
    return kind == Kind.HALF || kind == Kind.NAMED;
  }

  /** Whether it is enough for the power. */
  public boolean isEnough() {
    return kind == Kind.WHOLE || kind == Kind.LIMITED;
  }

  /** How much of a power a request is that is granted to somebody with these rights. */
  public static Share of(AccessRequest.OnResource on, Rights rights) {
    if (on.verb().equals("impersonate") && on.resource().equals("groups")) {
      return user(rights) ? WHOLE : half("groups alone: no right to impersonate a user with them");
    }
    return switch (on.group()) {
      case AccessReader.GROUP -> access(on, rights);
      case CERTIFICATES -> certificates(on, rights);
      case "" -> core(on);
      default -> WHOLE;
    };
  }

  /** Whether a request may be a half, so that it takes other rights to know. */
  public static boolean mayBeHalf(AccessRequest.OnResource on) {
    return switch (on.verb()) {
      case "escalate", "bind" -> on.group().equals(AccessReader.GROUP);
      case "impersonate" -> on.group().isEmpty() && on.resource().equals("groups");
      default -> on.group().equals(CERTIFICATES);
    };
  }

  private static boolean user(Rights rights) {
    return rights.some("impersonate", "", "users", "")
        || rights.namespaces().stream()
            .anyMatch(n -> rights.some("impersonate", "", "serviceaccounts", n));
  }

  private static Share core(AccessRequest.OnResource on) {
    if (on.verb().equals("get") && STREAMS.contains(on.subresource())) {
      return new Share(
          Kind.UNSURE,
          "get was enough before Kubernetes 1.35; since then the server asks for create");
    }
    return switch (on.resource()) {
      case "secrets" ->
          on.name().isEmpty() || on.verb().startsWith("delete")
              ? WHOLE
              : new Share(Kind.NAMED, "only the Secret " + on.name());
      case "nodes" ->
          on.name().isEmpty() ? WHOLE : new Share(Kind.LIMITED, "only the node " + on.name());
      default -> WHOLE;
    };
  }

  private static Share certificates(AccessRequest.OnResource on, Rights rights) {
    boolean signer = on.resource().equals("signers");
    if (signer && on.verb().equals("approve")) {
      return writesRequest(rights, "approval")
          ? WHOLE
          : half("a signer alone: no right to write the approval of a request");
    }
    if (signer && on.verb().equals("sign")) {
      return writesRequest(rights, "status")
          ? WHOLE
          : half("a signer alone: no right to write the status of a request");
    }
    return on.subresource().equals("approval")
            && !rights.some("approve", CERTIFICATES, "signers", "")
        ? half("approval alone: no right to approve for a signer")
        : WHOLE;
  }

  private static boolean writesRequest(Rights rights, String subresource) {
    return Stream.of("update", "patch")
        .map(verb ->
            new AccessRequest.OnResource(
                verb, CERTIFICATES, "certificatesigningrequests", subresource, "", ""))
        .anyMatch(rights::some);
  }

  private static Share access(AccessRequest.OnResource on, Rights rights) {
    boolean role = !on.resource().endsWith("bindings");
    String ns = on.namespace();
    if (on.verb().equals("escalate")) {
      // a creation carries no name, so that escalate for named roles lets none pass
      boolean can =
          on.name().isEmpty()
              ? writes(rights, on.resource(), ns)
              : rights
                  .any(
                      Power.CHANGE_ACCESS, CHANGE, AccessReader.GROUP, on.resource(), on.name(), ns)
                  .isPresent();
      return can
          ? WHOLE
          : half(
              on.name().isEmpty()
                  ? "escalate alone: no right to create or update roles"
                  : "escalate alone: no right to update " + on.name());
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
