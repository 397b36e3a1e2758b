package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.Tenants;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which opened bindings give an account permissions. */
public final class Bindings {
  private static final String ACCOUNT_USER = "system:serviceaccount:";
  private static final String ACCOUNTS = "system:serviceaccounts";

  private static final Memo.Key<KubeObject, List<Subject>> SUBJECTS =
      new Memo.Key<>(Bindings::subjects);

  private Bindings() {}

  /** Whom a binding names. */
  private record Subject(String kind, String namespace, String name) {}

  /**
   * Asks for the first binding that names an account itself and is known to allow something; the
   * thousand pods of one account ask once.
   */
  record Granting(String namespace, String account)
      implements ClusterLookup.Question<Optional<KubeObject>> {
    @Override
    public Optional<KubeObject> answer(ClusterLookup cluster) {
      return ofAccount(cluster, namespace, account)
          .filter(binding -> grantsSomething(binding, cluster))
          .findFirst();
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Granting that
          && namespace.equals(that.namespace)
          && account.equals(that.account);
    }

    @Override
    public int hashCode() {
      return namespace.hashCode() * 31 + account.hashCode();
    }
  }

  /** The bindings that name the account itself, found as far as they are asked for. */
  public static Stream<KubeObject> ofAccount(ClusterLookup cluster, String namespace, String name) {
    return written(cluster, namespace, name)
        .filter(binding ->
            binding.facts().get(SUBJECTS, binding).stream()
                .anyMatch(subject -> names(subject, binding, namespace, name)));
  }

  private static Stream<KubeObject> written(ClusterLookup cluster, String namespace, String name) {
    return namespace.isEmpty()
        ? cluster.bindingsNaming(name).stream()
        : Stream.of(namespace + "/" + name, "/" + name)
            .flatMap(account -> cluster.bindingsNaming(account).stream())
            .distinct();
  }

  /** The bindings that name a group to which all accounts of the namespace belong. */
  public static List<KubeObject> ofGroups(ClusterLookup cluster, String namespace) {
    return Stream.of(ACCOUNTS, "system:authenticated", ACCOUNTS + ":" + orDefault(namespace))
        .flatMap(group ->
            cluster.bindingsNaming(group).stream()
                .filter(binding ->
                    binding.facts().get(SUBJECTS, binding).stream()
                        .anyMatch(s -> s.kind().equals("Group") && s.name().equals(group))))
        .distinct()
        .toList();
  }

  /** What is written without a namespace is put into one later, so that it may be any. */
  private static boolean names(Subject subject, KubeObject binding, String namespace, String name) {
    if (subject.kind().equals("User") && subject.name().startsWith(ACCOUNT_USER)) {
      return subject.name().equals(ACCOUNT_USER + orDefault(namespace) + ":" + name);
    }
    String of = subject.namespace().isEmpty() ? binding.namespace() : subject.namespace();
    return subject.kind().equals("ServiceAccount")
        && subject.name().equals(name)
        && (of.isEmpty() || namespace.isEmpty() || of.equals(namespace));
  }

  private static String orDefault(String namespace) {
    return namespace.isEmpty() ? Tenants.DEFAULT : namespace;
  }

  private static List<Subject> subjects(KubeObject binding) {
    return binding.root().get("subjects").items().stream()
        .map(at ->
            new Subject(at.get("kind").raw(), at.get("namespace").raw(), at.get("name").raw()))
        .toList();
  }

  /** Whether the role that the binding gives is known to allow something. */
  private static boolean grantsSomething(KubeObject binding, ClusterLookup cluster) {
    YamlCursor role = binding.root().get("roleRef");
    String name = role.get("name").raw();
    String kind = role.get("kind").raw();
    Optional<KubeObject> opened = cluster.object(kind, binding.namespace(), name);
    if (opened.isPresent()) {
      return !opened.get().root().get("rules").items().isEmpty()
          || opened.get().root().get("aggregationRule").isSet();
    }
    return kind.equals("ClusterRole")
        && (name.startsWith("system:")
            || List.of("cluster-admin", "admin", "edit", "view").contains(name));
  }
}
