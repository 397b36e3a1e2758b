package dev.zonewright.kube.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param user the user name as the API server knows it
 * @param groups all groups of the user
 */
public record Identity(String user, List<String> groups) {
  /** The user name of every ServiceAccount begins so. */
  public static final String ACCOUNT = "system:serviceaccount:";

  public static final String ALL_ACCOUNTS = "system:serviceaccounts";
  public static final String AUTHENTICATED = "system:authenticated";

  /** Whoever is in it may do everything, whatever roles say. */
  public static final String MASTERS = "system:masters";

  public static final String UNAUTHENTICATED = "system:unauthenticated";
  public static final String ANONYMOUS = "system:anonymous";

  public Identity {
    groups = List.copyOf(groups);
  }

  /** A ServiceAccount, with the groups that it always has. */
  public static Identity account(String namespace, String name) {
    return new Identity(
        ACCOUNT + namespace + ":" + name,
        List.of(ALL_ACCOUNTS, ALL_ACCOUNTS + ":" + namespace, AUTHENTICATED));
  }

  /** Somebody who did not say who they are. */
  public static Identity anonymous() {
    return new Identity(ANONYMOUS, List.of(UNAUTHENTICATED));
  }

  /**
   * Somebody as commands and tables write them: {@code sa:NAMESPACE/NAME}, {@code NAMESPACE/NAME},
   * {@code system:serviceaccount:NAMESPACE:NAME}, {@code user:NAME}, {@code user:NAME+GROUP+GROUP},
   * {@code anonymous}. Empty for anything else.
   */
  public static Optional<Identity> parse(String text) {
    if (text.equals("anonymous")) {
      return Optional.of(anonymous());
    }
    // as the API server writes the name, and kubectl auth can-i --as takes it
    String name = text.startsWith("user:") ? text.substring("user:".length()) : text;
    if (name.startsWith(ACCOUNT) && name.indexOf('+') < 0) {
      String full = name.substring(ACCOUNT.length());
      int colon = full.indexOf(':');
      return colon > 0 && colon < full.length() - 1 && full.indexOf(':', colon + 1) < 0
          ? Optional.of(account(full.substring(0, colon), full.substring(colon + 1)))
          : Optional.empty();
    }
    if (text.startsWith("user:") && text.length() > "user:".length()) {
      List<String> parts = List.of(text.substring("user:".length()).split("\\+", -1));
      List<String> groups = new ArrayList<>(parts.subList(1, parts.size()));
      groups.add(AUTHENTICATED);
      return Optional.of(new Identity(parts.getFirst(), groups));
    }
    String account = text.startsWith("sa:") ? text.substring("sa:".length()) : text;
    int slash = account.indexOf('/');
    boolean named =
        slash > 0 && slash < account.length() - 1 && account.indexOf('/', slash + 1) < 0;
    return named
        ? Optional.of(account(account.substring(0, slash), account.substring(slash + 1)))
        : Optional.empty();
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Identity that && user.equals(that.user) && groups.equals(that.groups);
  }

  @Override
  public int hashCode() {
    return user.hashCode() * 31 + groups.hashCode();
  }

  private static String account(String rest) {
    int colon = rest.indexOf(':');
    return colon < 0 ? rest : rest.substring(0, colon) + "/" + rest.substring(colon + 1);
  }

  /** Whether it is a ServiceAccount, and not a person or a part of the control plane. */
  public boolean isAccount() {
    return user.startsWith(ACCOUNT);
  }

  /** As {@link #parse} reads it. */
  public String label() {
    if (!isAccount()) {
      String more =
          groups.stream()
              .filter(group -> !group.equals(AUTHENTICATED))
              .map(group -> "+" + group)
              .collect(Collectors.joining());
      return user.equals(ANONYMOUS) ? "anonymous" : "user:" + user + more;
    }
    return account(user.substring(ACCOUNT.length()));
  }
}
