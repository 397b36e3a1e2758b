package dev.zonewright.kube.access;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do, asked one request at a time: what bindings give them, and what roles would
 * that they can bind to themselves.
 */
public final class Rights {
  private static final AccessSubject SELF = new AccessSubject("", "", "", new YamlPath(List.of()));

  /** Read when it is first asked what roles give on their own. */
  private static final class Nobody {
    static final Rights RIGHTS = Rights.of(new Identity("", List.of()), AccessGraph.of(List.of()));

    private Nobody() {}
  }

  private final Identity who;
  private final AccessGraph graph;
  private final List<Loan> loans;
  private final Set<String> namespaces;
  private final List<Placed> named;

  private Rights(
      Identity who,
      AccessGraph graph,
      List<Loan> loans,
      Set<String> namespaces,
      List<Placed> named) {
    this.who = who;
    this.graph = graph;
    this.loans = List.copyOf(loans);
    this.namespaces = namespaces;
    this.named = named;
  }

  /**
   * A role that somebody can bind to themselves.
   *
   * @param namespace where; empty for all namespaces and the whole cluster
   * @param proof what it takes
   */
  public record Loan(AccessRole role, String namespace, List<Powers.Held> proof) {
    public Loan {
      proof = List.copyOf(proof);
    }
  }

  /** A rule for named objects, and where it counts. */
  private record Placed(AccessAnswer.Grant grant, String namespace, List<Powers.Held> before) {}

  /** What bindings give somebody. */
  public static Rights of(Identity who, AccessGraph graph) {
    List<Placed> named = new ArrayList<>();
    for (Subjects.Named one : graph.named(who)) {
      AccessBinding binding = one.binding();
      String namespace = binding.isClusterWide() ? "" : binding.ref().namespace();
      graph
          .role(binding.role())
          .ifPresent(role -> named(binding, one.subject(), role, namespace, List.of(), named));
    }
    named.removeIf(p -> graph.objection(p.grant()).isPresent());
    return new Rights(who, graph, List.of(), Powers.namespacesOf(who, graph), List.copyOf(named));
  }

  private static void named(
      AccessBinding binding,
      AccessSubject subject,
      AccessRole role,
      String namespace,
      List<Powers.Held> before,
      List<Placed> out) {
    for (AccessRule rule : role.rules()) {
      if (!rule.names().isEmpty()) {
        out.add(
            new Placed(new AccessAnswer.Grant(binding, subject, role, rule), namespace, before));
      }
    }
  }

  /** What roles give, whoever has them. */
  public static Rights of(List<Loan> roles) {
    return Nobody.RIGHTS.with(roles);
  }

  /** The same with roles that they can bind to themselves. */
  public Rights with(List<Loan> more) {
    List<Loan> all = new ArrayList<>(loans);
    all.addAll(more);
    List<Placed> names = new ArrayList<>(named);
    Set<String> places = new LinkedHashSet<>(namespaces);
    for (Loan loan : more) {
      places.add(loan.namespace());
      named(bound(loan), SELF, loan.role(), loan.namespace(), loan.proof(), names);
    }
    return new Rights(who, graph, all, places, List.copyOf(names));
  }

  public Identity who() {
    return who;
  }

  public AccessGraph graph() {
    return graph;
  }

  /** The namespaces with a binding of theirs, behind the empty one for the whole cluster. */
  public Set<String> namespaces() {
    return namespaces;
  }

  /** The roles that they have, with where they have them. */
  public List<AccessBinding> bindings() {
    return graph.named(who).stream()
        .map(Subjects.Named::binding)
        .filter(b -> graph.objection(b).isEmpty())
        .toList();
  }

  /** What gives a request, as a share of a power; empty when nothing does. */
  public Optional<Powers.Held> may(Power power, AccessRequest.OnResource request) {
    if (graph.answerOfServer(who, request) instanceof AccessAnswer.Allowed(var grants)) {
      return Optional.of(held(power, request, grants.getFirst(), List.of()));
    }
    for (Loan loan : loans) {
      if (loan.namespace().isEmpty() || loan.namespace().equals(request.namespace())) {
        Optional<AccessRule> rule =
            loan.role().rules().stream().filter(r -> r.grants(request)).findFirst();
        if (rule.isPresent()) {
          var grant = new AccessAnswer.Grant(bound(loan), SELF, loan.role(), rule.get());
          return Optional.of(held(power, request, grant, loan.proof()));
        }
      }
    }
    return Optional.empty();
  }

  private static Powers.Held held(
      Power power,
      AccessRequest.OnResource request,
      AccessAnswer.Grant grant,
      List<Powers.Held> before) {
    return new Powers.Held(power, request.namespace(), request, grant, Share.WHOLE, before);
  }

  private static AccessBinding bound(Loan loan) {
    String kind = loan.namespace().isEmpty() ? "ClusterRoleBinding" : "RoleBinding";
    var ref = new ObjectRef(AccessReader.GROUP, kind, loan.namespace(), "");
    return new AccessBinding(ref, loan.role().ref(), List.of(), SELF.path(), true);
  }

  /** The first of the verbs that is granted, as a power. */
  public Optional<Powers.Held> any(
      Power power,
      List<String> verbs,
      String group,
      String resource,
      String name,
      String namespace) {
    return verbs.stream()
        .flatMap(verb ->
            may(power, new AccessRequest.OnResource(verb, group, resource, "", name, namespace))
                .stream())
        .findFirst();
  }

  /** Whether a request is granted, be it for one named object alone. */
  public boolean some(String verb, String group, String resource, String namespace) {
    return some(new AccessRequest.OnResource(verb, group, resource, "", "", namespace));
  }

  boolean some(AccessRequest.OnResource request) {
    return may(Power.CHANGE_ACCESS, request).isPresent()
        || !named(Power.CHANGE_ACCESS, request).isEmpty();
  }

  /** What rules for named objects give, one for each name. A creation carries no name. */
  public List<Powers.Held> named(Power power, AccessRequest.OnResource wish) {
    if (wish.verb().equals("create") && wish.subresource().isEmpty()) {
      return List.of();
    }
    List<Powers.Held> out = new ArrayList<>();
    for (Placed one : named) {
      AccessRule rule = one.grant().rule();
      boolean here = one.namespace().isEmpty() || one.namespace().equals(wish.namespace());
      if (here
          && rule.grantsVerb(wish.verb())
          && rule.grantsGroup(wish.group())
          && rule.grantsResource(wish.fullResource())) {
        for (String name : rule.names()) {
          var request =
              new AccessRequest.OnResource(
                  wish.verb(),
                  wish.group(),
                  wish.resource(),
                  wish.subresource(),
                  name,
                  wish.namespace());
          out.add(held(power, request, one.grant(), one.before()));
        }
      }
    }
    return out;
  }

  /** The first rule that they have with a verb that begins so: {@code Role a/b, rule 1}. */
  public Optional<String> rule(String beginning) {
    return bindings().stream()
        .flatMap(b -> graph.role(b.role()).stream())
        .flatMap(role -> role.rules().stream())
        .filter(r -> r.verbs().stream().anyMatch(v -> v.startsWith(beginning)))
        .map(r -> "%s, rule %d".formatted(r.role().label(), r.number()))
        .findFirst();
  }
}
