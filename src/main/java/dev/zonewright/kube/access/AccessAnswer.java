package dev.zonewright.kube.access;

import dev.zonewright.kube.ObjectRef;
import java.util.List;
import java.util.Optional;

/** Whether somebody may do something, and what decides it. */
public sealed interface AccessAnswer {
  /** One way in which a permission is granted. */
  record Grant(AccessBinding binding, AccessSubject subject, AccessRole role, AccessRule rule) {
    /** In the words of the API server's own answer. */
    public String words() {
      String ns = binding.ref().namespace();
      String in = ns.isEmpty() ? "" : "/" + ns;
      String whom =
          subject.kind().equals("ServiceAccount")
              ? subject.name() + "/" + subject.namespace()
              : subject.name();
      return "%s \"%s%s\" of %s \"%s\" to %s \"%s\""
          .formatted(
              binding.ref().kind(),
              binding.ref().name(),
              in,
              role.ref().kind(),
              role.ref().name(),
              subject.kind(),
              whom);
    }

    /** The bound role, where it only gathers the rule of another one. */
    public Optional<ObjectRef> gatheredBy() {
      return Optional.of(role.ref()).filter(ref -> !ref.equals(rule.role()));
    }
  }

  /** Allowed; the first grant decides, the others do as well. */
  record Allowed(List<Grant> grants) implements AccessAnswer {
    public Allowed {
      grants = List.copyOf(grants);
    }
  }

  /** No rule grants it. */
  record Denied() implements AccessAnswer {}

  /**
   * These bindings name a role that is not among what is opened, or a server refuses them or the
   * role, and nothing else grants it.
   */
  record Undetermined(List<AccessBinding> bindings) implements AccessAnswer {
    public Undetermined {
      bindings = List.copyOf(bindings);
    }
  }

  /** {@code allowed}, {@code denied} or {@code undetermined}. */
  default String word() {
    return switch (this) {
      case Allowed _ -> "allowed";
      case Denied _ -> "denied";
      case Undetermined _ -> "undetermined";
    };
  }
}
