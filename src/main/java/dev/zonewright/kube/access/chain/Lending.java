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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

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

  private final List<String> accounts;
  private final Set<String> opened;
  private final List<TokenHolder> holders;
  private final List<KubeObject> tokens;
  private final List<String> controllers;
  private final List<String> users;

  Lending(
      Collection<KubeObject> objects,
      AccessGraph graph,
      List<String> accounts,
      List<TokenHolder> holders) {
    this.accounts = accounts;
    this.holders = holders;
    opened = Set.copyOf(accounts);
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
        subjects.stream()
            .flatMap(s -> s.account().stream())
            .filter(a -> a.startsWith(SYSTEM + "/") && !opened.contains(a))
            .distinct()
            .toList();
  }

  /** Takes those that were not seen yet. */
  private record New(Set<Identity> seen, Consumer<Lent> out) {
    void take(
        List<Powers.Held> grants,
        List<String> accounts,
        String unsure,
        Function<String, String> how) {
      for (String next : accounts) {
        Optional<Identity> who = Identity.parse(next).filter(w -> !seen.contains(w));
        if (who.isPresent()) {
          Hop act = Hop.said(Hop.Kind.ACT, "ServiceAccount " + next, how.apply(next));
          out.accept(new Lent(grants, act, who.get(), unsure.replace("%s", next)));
        }
      }
    }

    void take(Powers.Held by, List<String> accounts, String unsure) {
      take(List.of(by), accounts, unsure, next -> ChainHops.become(by, next));
    }
  }

  /** Tells everybody that somebody can act as and that is not among those that were seen. */
  void of(Rights rights, List<Powers.Held> held, Set<Identity> seen, Consumer<Lent> out) {
    New found = new New(seen, out);
    held.forEach(one -> by(one, found));
    for (String namespace : rights.namespaces()) {
      for (Powers.Held one : Impersonation.one(rights, "serviceaccounts", namespace)) {
        by(one, found);
      }
      secrets(rights, namespace, found);
    }
    Impersonation.users(rights, users).stream().filter(l -> !seen.contains(l.next())).forEach(out);
  }

  /** The accounts of the pods that an escalation makes or enters. */
  void of(Escalation way, Set<Identity> seen, Consumer<Lent> out) {
    New found = new New(seen, out);
    if (way.gives(Power.CREATE_PODS)) {
      List<String> next = accountsIn(way.namespace());
      found.take(way.grants(), next, "", account -> "runs a pod as " + account);
    } else if (way.gives(Power.EXEC)) {
      List<String> next = mountedIn("", "");
      found.take(way.grants(), next, "", a -> "enters a pod that has the token of " + a);
    }
  }

  private void by(Powers.Held one, New found) {
    String namespace = one.namespace();
    String name = one.request().name();
    switch (one.power()) {
      case CREATE_PODS -> {
        if (one.isContainerInPod()) {
          found.take(one, mountedIn(namespace, name), "");
        } else {
          found.take(one, accountsIn(namespace), "");
          found.take(one, controllersIn(namespace), CONTROLLERS);
        }
      }
      case EXEC -> found.take(one, mountedIn(namespace, name), one.share().words());
      case REQUEST_TOKENS -> {
        found.take(one, called(name, accountsIn(namespace)), "");
        found.take(one, called(name, controllersIn(namespace)), CONTROLLERS);
      }
      case IMPERSONATE -> {
        if (one.request().resource().equals("serviceaccounts")) {
          found.take(one, called(name, accountsIn(namespace)), "");
          // nobody looks whether there is such an account
          found.take(one, called(name, controllersIn(namespace)), "");
        }
      }
      case READ_SECRETS -> found.take(one, tokensIn(namespace, name), "");
      default -> {}
    }
  }

  /** A Secret of the type of tokens is filled by the server; who reads it has the token. */
  private void secrets(Rights rights, String namespace, New found) {
    List<Powers.Held> named =
        rights.named(Power.READ_SECRETS, new OnResource("get", "", "secrets", "", "", namespace));
    named.forEach(h -> by(h, found));
    Optional<Powers.Held> read =
        rights
            .any(Power.READ_SECRETS, READ, "", "secrets", "", namespace)
            .or(() -> named.stream().findFirst());
    Optional<Powers.Held> make =
        rights.any(Power.READ_SECRETS, List.of("create"), "", "secrets", "", namespace);
    if (make.isPresent() && read.isPresent()) {
      List<Powers.Held> both = List.of(make.get(), read.get());
      Function<String, String> how =
          next -> "makes a Secret that the server fills with a token of " + next;
      found.take(both, accountsIn(namespace), "", how);
      found.take(both, controllersIn(namespace), CONTROLLERS, how);
    }
  }

  private List<String> accountsIn(String namespace) {
    return in(namespace, accounts);
  }

  private List<String> controllersIn(String namespace) {
    return in(namespace, controllers);
  }

  private static List<String> in(String namespace, List<String> all) {
    return namespace.isEmpty()
        ? all
        : all.stream().filter(a -> a.startsWith(namespace + "/")).toList();
  }

  private static List<String> called(String name, List<String> all) {
    return name.isEmpty() ? all : all.stream().filter(a -> a.endsWith("/" + name)).toList();
  }

  /** The accounts whose token is mounted by a pod. */
  private List<String> mountedIn(String namespace, String name) {
    return holders.stream()
        .filter(TokenHolder::mounts)
        .filter(h -> namespace.isEmpty() || h.namespace().equals(namespace))
        .filter(h -> name.isEmpty() || isPodOf(h.workload(), name))
        .map(TokenHolder::account)
        .distinct()
        .toList();
  }

  /** Controllers call their pods like the workload and something more. */
  private static boolean isPodOf(ObjectRef workload, String name) {
    return workload.kind().equals("Pod")
        ? name.equals(workload.name())
        : name.startsWith(workload.name() + "-");
  }

  /** The accounts of the Secrets with tokens. */
  private List<String> tokensIn(String namespace, String name) {
    return tokens.stream()
        .filter(s -> name.isEmpty() || s.name().equals(name))
        .filter(s -> namespace.isEmpty() || namespace.equals(s.tenant().orElse("")))
        .map(s -> s.tenant().orElse(Tenants.DEFAULT) + "/" + s.root().at(TOKEN_OF).raw())
        // a server fills none for an account that is not there
        .filter(opened::contains)
        .distinct()
        .toList();
  }
}
