package dev.zonewright.kube.access;

import dev.zonewright.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All whom the manifests know: accounts, and the users and groups that bindings name. */
public final class Everybody {
  private Everybody() {}

  /**
   * Accounts first, then users and groups, each sorted by name. Somebody in a group is written as a
   * user without a name who is in it; the groups that every account is in are left out, for the
   * accounts stand for them.
   */
  public static List<Identity> of(Iterable<KubeObject> objects) {
    Map<String, Identity> others = new TreeMap<>();
    for (KubeObject object : objects) {
      AccessReader.binding(object).stream()
          .flatMap(binding -> binding.subjects().stream())
          .flatMap(subject -> other(subject).stream())
          .forEach(who -> others.put(who.label(), who));
    }
    List<Identity> out =
        new ArrayList<>(
            Powers.accounts(objects).stream().flatMap(a -> Identity.parse(a).stream()).toList());
    out.addAll(others.values());
    return List.copyOf(out);
  }

  private static Optional<Identity> other(AccessSubject subject) {
    String name = subject.name();
    return switch (subject.kind()) {
      case "User" ->
          subject.account().isPresent() || name.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  name.equals(Identity.ANONYMOUS)
                      ? Identity.anonymous()
                      : new Identity(name, List.of(Identity.AUTHENTICATED)));
      case "Group" -> group(name);
      default -> Optional.empty();
    };
  }

  private static Optional<Identity> group(String name) {
    if (name.equals(Identity.UNAUTHENTICATED)) {
      return Optional.of(Identity.anonymous());
    }
    boolean ofAccounts =
        name.isEmpty()
            || name.equals(Identity.AUTHENTICATED)
            || name.equals(Identity.ALL_ACCOUNTS)
            || name.startsWith(Identity.ALL_ACCOUNTS + ":");
    return ofAccounts
        ? Optional.empty()
        : Optional.of(new Identity("", List.of(name, Identity.AUTHENTICATED)));
  }
}
