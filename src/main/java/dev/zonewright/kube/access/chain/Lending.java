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
import java.util.HashMap;
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
  private final Map<String, List<Identity>> mounted = new HashMap<>();
  private final Map<String, List<Identity>> filled = new HashMap<>();

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

  /** Those of all namespaces under the empty one. */
  private static Map<String, List<Identity>> byNamespace(Stream<String> accounts) {
    Map<String, List<Identity>> out =
        accounts.collect(
            Collectors.groupingBy(
                a -> a.substring(0, a.indexOf('/')),
                LinkedHashMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(), names -> identities(names.stream()))));
    out.put("", out.values().stream().flatMap(List::stream).distinct().toList());
    return out;
  }

  /** Where those are noted that somebody can act as. */
  private record From(List<Ways.Edge> edges) {
    void take(
        List<Powers.Held> grants,
        List<Identity> next,
        String unsure,
        Function<String, String> how) {
      if (!next.isEmpty()) {
        edges.add(
            new Ways.Edge(
                next,
                ChainHops.count(grants),
                unsure,
                who -> {
                  String account = who.label();
                  Hop act = Hop.said(Hop.Kind.ACT, "ServiceAccount " + account, how.apply(account));
                  return new Lent(grants, act, who);
                }));
      }
    }

    void take(Powers.Held by, List<Identity> next, String unsure) {
      take(List.of(by), next, unsure, account -> ChainHops.become(by, account));
    }
  }

  /** To make Secrets and to read them in a namespace. */
  private record Filled(String namespace, List<Powers.Held> both) {}

  /** Whom somebody can act as, by each of the ways in which they can. */
  List<Ways.Edge> edges(Rights rights, List<Powers.Held> held, List<Escalation> escalations) {
    From from = new From(new ArrayList<>());
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
    single.forEach(one -> by(one, from));
    for (Filled one : filled) {
      // the server fills a Secret of the type of tokens; who reads it has the token
      Function<String, String> how =
          next -> "makes a Secret that the server fills with a token of " + next;
      from.take(one.both(), in(one.namespace(), accounts), "", how);
      from.take(one.both(), in(one.namespace(), controllers), CONTROLLERS, how);
    }
    for (Lent lent : Impersonation.users(rights, users)) {
      from.edges()
          .add(new Ways.Edge(List.of(lent.next()), ChainHops.count(lent.grants()), "", _ -> lent));
    }
    escalations.forEach(way -> by(way, from));
    return List.copyOf(from.edges());
  }

  /** The accounts of the pods that an escalation makes or enters. */
  private void by(Escalation way, From from) {
    if (way.gives(Power.CREATE_PODS)) {
      List<Identity> next = in(way.namespace(), accounts);
      from.take(way.grants(), next, "", account -> "runs a pod as " + account);
    } else if (way.gives(Power.EXEC)) {
      List<Identity> next = mounted("", "");
      from.take(way.grants(), next, way.unsure(), a -> "enters a pod that has the token of " + a);
    }
  }

  private void by(Powers.Held one, From from) {
    String namespace = one.namespace();
    String name = one.request().name();
    switch (one.power()) {
      case CREATE_PODS -> {
        if (one.isContainerInPod()) {
          from.take(one, mounted(namespace, name), "");
        } else {
          from.take(one, in(namespace, accounts), "");
          from.take(one, in(namespace, controllers), CONTROLLERS);
        }
      }
      case EXEC -> {
        String unsure = one.share().words();
        from.take(one, mounted(namespace, name), unsure);
      }
      case REQUEST_TOKENS -> {
        if (name.isEmpty()) {
          from.take(one, in(namespace, accounts), "");
          from.take(one, in(namespace, controllers), CONTROLLERS);
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
          from.take(one, in(namespace, accounts), "");
          from.take(one, in(namespace, controllers), "");
        } else {
          from.take(one, called(name, namespace, accounts), "");
          from.take(one, called(name, namespace, controllers), "");
        }
      }
      case READ_SECRETS -> from.take(one, tokens(namespace, name), "");
      default -> {}
    }
  }

  /** The same list whenever it is asked for, so that a group is followed once. */
  private static List<Identity> in(String namespace, Map<String, List<Identity>> all) {
    return all.getOrDefault(namespace, List.of());
  }

  private static List<Identity> called(
      String name, String namespace, Map<String, List<Identity>> all) {
    return in(namespace, all).stream().filter(a -> a.label().endsWith("/" + name)).toList();
  }

  /** The accounts whose token is mounted by a pod. */
  private List<Identity> mounted(String namespace, String name) {
    return mounted.computeIfAbsent(
        namespace + "/" + name,
        _ ->
            identities(
                holders(namespace)
                    .filter(h -> name.isEmpty() || isPodOf(h.workload(), name))
                    .map(TokenHolder::account)));
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
    return filled.computeIfAbsent(
        namespace + "/" + name,
        _ ->
            identities(
                tokens.stream()
                    .filter(s -> name.isEmpty() || s.name().equals(name))
                    .filter(s -> namespace.isEmpty() || namespace.equals(s.tenant().orElse("")))
                    .map(
                        s -> s.tenant().orElse(Tenants.DEFAULT) + "/" + s.root().at(TOKEN_OF).raw())
                    // a server fills none for an account that is not there
                    .filter(opened::contains)));
  }
}
