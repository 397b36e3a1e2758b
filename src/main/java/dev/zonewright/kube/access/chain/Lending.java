package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.access.AccessBinding;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.AccessRequest.OnResource;
import dev.zonewright.kube.access.AccessSubject;
import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.Rights;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds whom somebody can act as: the accounts of pods that they make, change or enter, those whose
 * tokens they ask for, read or have written into a Secret, and whom they impersonate.
 */
final class Lending {
  private static final String SYSTEM = "kube-system";
  private static final YamlPath TOKEN_OF =
      YamlPath.of("metadata", "annotations", "kubernetes.io/service-account.name");
  private static final String TOKEN = "kubernetes.io/service-account-token";
  private static final List<String> READ = List.of("get", "list", "watch");
  private static final String CONTROLLERS =
      "%s exists where the controllers of the control plane have accounts of their own";

  private final Set<String> opened;
  private final Map<String, List<Identity>> accounts;
  private final Map<String, List<Identity>> controllers;
  private final Map<String, List<TokenHolder>> holders;
  private final List<KubeObject> tokens;
  private final List<String> users;

  Lending(
      Collection<KubeObject> objects, AccessGraph graph, List<String> all, List<TokenHolder> pods) {
    opened = Set.copyOf(all);
    accounts = byNamespace(all.stream());
    holders =
        pods.stream()
            .filter(TokenHolder::mounts)
            .collect(
                Collectors.groupingBy(
                    TokenHolder::namespace, LinkedHashMap::new, Collectors.toList()));
    tokens =
        objects.stream()
            .filter(o -> o.kind().equals("Secret") && o.group().isEmpty())
            .filter(o -> o.root().get("type").raw().equals(TOKEN))
            .toList();
    List<AccessSubject> subjects =
        graph.bindings().stream()
            .filter(b -> graph.objection(b.ref()).isEmpty())
            .map(AccessBinding::subjects)
            .flatMap(List::stream)
            .toList();
    users =
        subjects.stream()
            .filter(s -> s.kind().equals("User"))
            .map(AccessSubject::name)
            .distinct()
            .toList();
    controllers =
        byNamespace(
            subjects.stream()
                .flatMap(s -> s.account().stream())
                .filter(a -> a.startsWith(SYSTEM + "/") && !opened.contains(a))
                .distinct());
  }

  private static Map<String, List<Identity>> byNamespace(Stream<String> accounts) {
    return accounts.collect(
        Collectors.groupingBy(
            a -> a.substring(0, a.indexOf('/')),
            LinkedHashMap::new,
            Collectors.collectingAndThen(
                Collectors.toList(), names -> identities(names.stream()))));
  }

  /** A place of a search, to which those are added that somebody there can act as. */
  private record From(Walk walk, Walk.Stop at) {
    void take(
        List<Powers.Held> grants,
        List<Identity> next,
        String unsure,
        Function<String, String> how) {
      walk.take(
          at,
          unsure,
          ChainHops.count(grants),
          next,
          who -> {
            String account = who.label();
            Hop act = Hop.said(Hop.Kind.ACT, "ServiceAccount " + account, how.apply(account));
            return new Lent(grants, act, who);
          });
    }

    boolean isNew(String unsure, List<Powers.Held> by, String group, String namespace) {
      return walk.isNew(at, unsure, ChainHops.count(by), group, namespace);
    }

    void take(Powers.Held by, List<Identity> next, String unsure) {
      take(List.of(by), next, unsure, account -> ChainHops.become(by, account));
    }
  }

  /** What lets somebody act as others, asked once. */
  record Sources(List<Powers.Held> single, List<Filled> filled, List<Lent> users) {}

  /** To make Secrets and to read them in a namespace. */
  private record Filled(String namespace, List<Powers.Held> both) {}

  /** What lets somebody act as others. */
  Sources sources(Rights rights, List<Powers.Held> held) {
    List<Powers.Held> single = new ArrayList<>(held);
    List<Filled> filled = new ArrayList<>();
    for (String namespace : rights.namespaces()) {
      single.addAll(Impersonation.one(rights, "serviceaccounts", namespace));
      OnResource get = new OnResource("get", "", "secrets", "", "", namespace);
      List<Powers.Held> named = rights.named(Power.READ_SECRETS, get);
      single.addAll(named);
      Optional<Powers.Held> make =
          rights.any(Power.READ_SECRETS, List.of("create"), "", "secrets", "", namespace);
      make.flatMap(_ ->
              rights
                  .any(Power.READ_SECRETS, READ, "", "secrets", "", namespace)
                  .or(() -> named.stream().findFirst()))
          .ifPresent(read -> filled.add(new Filled(namespace, List.of(make.get(), read))));
    }
    return new Sources(single, filled, Impersonation.users(rights, users));
  }

  /** Adds everybody that somebody can act as by what they hold. */
  void of(Sources sources, Walk walk, Walk.Stop at) {
    From from = new From(walk, at);
    sources.single().forEach(one -> by(one, from));
    for (Filled one : sources.filled()) {
      // the server fills a Secret of the type of tokens; who reads it has the token
      Function<String, String> how =
          next -> "makes a Secret that the server fills with a token of " + next;
      from.take(one.both(), accounts(one.namespace(), one.both(), from), "", how);
      List<Identity> more = controllers(one.namespace(), CONTROLLERS, one.both(), from);
      from.take(one.both(), more, CONTROLLERS, how);
    }
    for (Lent lent : sources.users()) {
      walk.take(at, "", ChainHops.count(lent.grants()), List.of(lent.next()), _ -> lent);
    }
  }

  /** Adds the accounts of the pods that an escalation makes or enters. */
  void of(Escalation way, Walk walk, Walk.Stop at) {
    From from = new From(walk, at);
    if (way.gives(Power.CREATE_PODS)) {
      List<Identity> next = accounts(way.namespace(), way.grants(), from);
      from.take(way.grants(), next, "", account -> "runs a pod as " + account);
    } else if (way.gives(Power.EXEC)) {
      String unsure = way.unsure();
      List<Identity> next = mounted("", "", unsure, way.grants(), from);
      from.take(way.grants(), next, unsure, a -> "enters a pod that has the token of " + a);
    }
  }

  private void by(Powers.Held one, From from) {
    List<Powers.Held> by = List.of(one);
    String namespace = one.namespace();
    String name = one.request().name();
    switch (one.power()) {
      case CREATE_PODS -> {
        if (one.isContainerInPod()) {
          from.take(one, mounted(namespace, name, "", by, from), "");
        } else {
          from.take(one, accounts(namespace, by, from), "");
          from.take(one, controllers(namespace, CONTROLLERS, by, from), CONTROLLERS);
        }
      }
      case EXEC -> {
        String unsure = one.share().words();
        from.take(one, mounted(namespace, name, unsure, by, from), unsure);
      }
      case REQUEST_TOKENS -> {
        if (name.isEmpty()) {
          from.take(one, accounts(namespace, by, from), "");
          from.take(one, controllers(namespace, CONTROLLERS, by, from), CONTROLLERS);
        } else {
          from.take(one, called(name, namespace, accounts), "");
          from.take(one, called(name, namespace, controllers), CONTROLLERS);
        }
      }
      case IMPERSONATE -> {
        if (!one.request().resource().equals("serviceaccounts")) {
          return;
        }
        // nobody looks whether there is such an account
        if (name.isEmpty()) {
          from.take(one, accounts(namespace, by, from), "");
          from.take(one, controllers(namespace, "", by, from), "");
        } else {
          from.take(one, called(name, namespace, accounts), "");
          from.take(one, called(name, namespace, controllers), "");
        }
      }
      case READ_SECRETS -> from.take(one, tokens(namespace, name), "");
      default -> {}
    }
  }

  private List<Identity> accounts(String namespace, List<Powers.Held> by, From from) {
    return from.isNew("", by, "accounts", namespace) ? in(namespace, accounts) : List.of();
  }

  private List<Identity> controllers(
      String namespace, String unsure, List<Powers.Held> by, From from) {
    return from.isNew(unsure, by, "controllers", namespace)
        ? in(namespace, controllers)
        : List.of();
  }

  private static List<Identity> in(String namespace, Map<String, List<Identity>> all) {
    return namespace.isEmpty()
        ? all.values().stream().flatMap(List::stream).toList()
        : all.getOrDefault(namespace, List.of());
  }

  private static List<Identity> called(
      String name, String namespace, Map<String, List<Identity>> all) {
    return in(namespace, all).stream().filter(a -> a.label().endsWith("/" + name)).toList();
  }

  /** The accounts whose token is mounted by a pod. */
  private List<Identity> mounted(
      String namespace, String name, String unsure, List<Powers.Held> by, From from) {
    if (name.isEmpty()) {
      return from.isNew(unsure, by, "mounted", namespace)
          ? identities(holders(namespace).map(TokenHolder::account))
          : List.of();
    }
    return identities(
        holders(namespace).filter(h -> isPodOf(h.workload(), name)).map(TokenHolder::account));
  }

  private Stream<TokenHolder> holders(String namespace) {
    return namespace.isEmpty()
        ? holders.values().stream().flatMap(List::stream)
        : holders.getOrDefault(namespace, List.of()).stream();
  }

  private static List<Identity> identities(Stream<String> accounts) {
    return accounts.distinct().map(Identity::parse).flatMap(Optional::stream).toList();
  }

  /** Controllers call their pods like the workload and something more. */
  private static boolean isPodOf(ObjectRef workload, String name) {
    return workload.kind().equals("Pod")
        ? name.equals(workload.name())
        : name.startsWith(workload.name() + "-");
  }

  /** The accounts of the Secrets with tokens. */
  private List<Identity> tokens(String namespace, String name) {
    return identities(
        tokens.stream()
            .filter(s -> name.isEmpty() || s.name().equals(name))
            .filter(s -> namespace.isEmpty() || namespace.equals(s.tenant().orElse("")))
            .map(s -> s.tenant().orElse(Tenants.DEFAULT) + "/" + s.root().at(TOKEN_OF).raw())
            // a server fills none for an account that is not there
            .filter(opened::contains));
  }
}
