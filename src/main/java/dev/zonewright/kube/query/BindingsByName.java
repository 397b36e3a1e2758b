package dev.zonewright.kube.query;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The opened RoleBindings, then ClusterRoleBindings, by a name in them: gathered once, so that a
 * thousand pods do not walk through a thousand bindings each.
 *
 * @param by which name
 */
record BindingsByName(By by) implements Query<Map<String, List<KubeObject>>> {
  private static final String ACCOUNT_USER = "system:serviceaccount:";

  /** Which name of a binding is asked for. */
  enum By {
    /**
     * Names of subjects. An account's is asked for as NAMESPACE/NAME, so that only those of the
     * account are looked at again when it changes; /NAME where no namespace is written, and NAME
     * for those of any namespace. A User that means an account counts as the account.
     */
    SUBJECT,
    ROLE
  }

  /** The bindings with one name. */
  record Named(By by, String name) implements Query<List<KubeObject>> {
    @Override
    public List<KubeObject> answer(Cluster cluster) {
      return cluster.ask(new BindingsByName(by)).getOrDefault(name, List.of());
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Named that && name.equals(that.name) && by.equals(that.by);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + by.hashCode();
    }
  }

  @Override
  public Map<String, List<KubeObject>> answer(Cluster cluster) {
    Map<String, List<KubeObject>> out = new HashMap<>();
    Stream.of("RoleBinding", "ClusterRoleBinding")
        .flatMap(kind -> cluster.ask(new BaseQuery.OfKind(kind)).stream())
        .forEach(binding ->
            names(binding)
                .distinct()
                .forEach(name -> out.computeIfAbsent(name, _ -> new ArrayList<>()).add(binding)));
    out.replaceAll((_, list) -> List.copyOf(list));
    return out;
  }

  private Stream<String> names(KubeObject binding) {
    return switch (by) {
      case ROLE -> Stream.of(binding.root().get("roleRef", "name").raw());
      case SUBJECT ->
          binding.root().get("subjects").items().stream()
              .flatMap(subject -> names(subject, binding.namespace()));
    };
  }

  private static Stream<String> names(YamlCursor subject, String around) {
    String name = subject.get("name").raw();
    if (name.startsWith(ACCOUNT_USER)) {
      String account = name.substring(ACCOUNT_USER.length()).replace(':', '/');
      return Stream.of(account, account.substring(account.lastIndexOf('/') + 1));
    }
    if (!subject.get("kind").raw().equals("ServiceAccount")) {
      return Stream.of(name);
    }
    String own = subject.get("namespace").raw();
    return Stream.of((own.isEmpty() ? around : own) + "/" + name, name);
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BindingsByName that && by.equals(that.by);
  }

  @Override
  public int hashCode() {
    return by.hashCode();
  }
}
