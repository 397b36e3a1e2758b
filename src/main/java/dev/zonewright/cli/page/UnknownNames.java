package dev.zonewright.cli.page;

import dev.zonewright.catalogue.rbac.ApiResources;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.report.Printable;
import dev.zonewright.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked about and nothing opened speaks of, with what was probably meant. */
public final class UnknownNames {
  private static final List<String> VERBS =
      List.of(
          "get",
          "list",
          "watch",
          "create",
          "update",
          "patch",
          "delete",
          "deletecollection",
          "impersonate",
          "bind",
          "escalate",
          "approve",
          "sign",
          "attest",
          "use",
          "*");

  private UnknownNames() {}

  /** An account may be there without a manifest; one that was meant may also be spelt otherwise. */
  public static Optional<String> account(Identity who, List<String> known) {
    if (!who.isAccount() || known.contains(who.label())) {
      return Optional.empty();
    }
    List<String> near = Nearest.to(who.label(), known);
    return Optional.of(
        "No manifest mentions ServiceAccount %s%s The answer is the one for any account there."
            .formatted(
                Printable.brief(who.label()),
                near.isEmpty()
                    ? "."
                    : ": did you mean " + Printable.brief(String.join(" or ", near)) + "?"));
  }

  /** What is spelt otherwise than the server spells it is denied, however much may be done. */
  public static List<String> in(AccessRequest request, List<KubeObject> objects) {
    return request instanceof AccessRequest.OnResource on
        ? Stream.of(verb(on.verb(), objects), resource(on), namespace(on.namespace(), objects))
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }

  /** A server of its own may have verbs of its own, which somebody is granted then. */
  private static Optional<String> verb(String verb, List<KubeObject> objects) {
    boolean granted =
        objects.stream()
            .flatMap(object -> object.root().get("rules").items().stream())
            .flatMap(rule -> rule.get("verbs").items().stream())
            .anyMatch(v -> v.raw().equals(verb));
    if (VERBS.contains(verb) || granted) {
      return Optional.empty();
    }
    List<String> near = Nearest.to(verb, VERBS);
    return Optional.of(
        "Kubernetes has no verb %s%s"
            .formatted(
                Printable.brief(verb),
                near.isEmpty() ? "." : ": did you mean " + String.join(" or ", near) + "?"));
  }

  private static Optional<String> resource(AccessRequest.OnResource on) {
    List<String> group = List.of(on.group());
    if (on.resource().equals("*") || ApiResources.has(group, on.resource())) {
      return Optional.empty();
    }
    return Optional.of(
        "There is no resource in %s called %s%s"
            .formatted(
                on.group().isEmpty() ? "the core group" : "the API group " + on.group(),
                Printable.brief(on.resource()),
                ApiResources.meant(group, on.resource()).map(m -> ": " + m + ".").orElse(".")));
  }

  /** A namespace may be there without a manifest, as an account may. */
  private static Optional<String> namespace(String namespace, List<KubeObject> objects) {
    List<String> known =
        objects.stream().flatMap(UnknownNames::namespaces).distinct().sorted().toList();
    if (namespace.isEmpty() || known.contains(namespace)) {
      return Optional.empty();
    }
    List<String> near = Nearest.to(namespace, known);
    return Optional.of(
        "No manifest mentions the namespace %s%s"
            .formatted(
                Printable.brief(namespace),
                near.isEmpty()
                    ? ". The answer is what is granted in every namespace."
                    : ": did you mean " + Printable.brief(String.join(" or ", near)) + "?"));
  }

  /** Those of the object and of the accounts that it binds. */
  private static Stream<String> namespaces(KubeObject object) {
    return Stream.concat(
        Stream.concat(
            object.tenant().stream(),
            object.kind().equals("Namespace") ? Stream.of(object.name()) : Stream.empty()),
        object.root().get("subjects").items().stream()
            .map(subject -> subject.get("namespace").raw())
            .filter(name -> !name.isEmpty()));
  }
}
