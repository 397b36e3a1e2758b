package dev.zonewright.kube.access;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.ServiceAccounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the powers of accounts. */
public final class Powers {
  private Powers() {}

  // a rule for one named object is told of these
  private static final Set<Power> OF_ONE =
      EnumSet.of(
          Power.CREATE_PODS,
          Power.EXEC,
          Power.PORT_FORWARD,
          Power.READ_SECRETS,
          Power.REACH_NODES,
          Power.REQUEST_TOKENS,
          Power.IMPERSONATE,
          Power.CHANGE_ACCESS);

  /**
   * A power that an account has, or a share of it.
   *
   * @param namespace where; empty for all namespaces and the whole cluster
   * @param request with the name of the object where the rule names some
   * @param before what it takes to be given the role, where no binding gives it yet
   */
  public record Held(
      Power power,
      String namespace,
      AccessRequest.OnResource request,
      AccessAnswer.Grant grant,
      Share share,
      List<Held> before) {
    public Held {
      before = List.copyOf(before);
    }

    /** Whether no pod is made, and only a container is put into one that is there. */
    public boolean isContainerInPod() {
      return isEphemeral(request);
    }

    /** Whether the images of a pod that is there are replaced. */
    public boolean isImageOfPod() {
      return power == Power.EXEC && request.subresource().isEmpty();
    }

    /** Whether a rule gives it, and not only for objects that the rule names. */
    boolean isOfAll() {
      return request.name().isEmpty();
    }

    /** What they may do, as the end of a sentence. */
    public String words() {
      return isContainerInPod()
          ? "may put containers into pods, privileged ones if nothing stops it"
          : power.words();
    }

    /** Whether the same rule gives the same share of it everywhere. */
    private boolean isToldBy(Held other) {
      return other.power() == power
          && other.namespace().isEmpty()
          && other.grant().equals(grant)
          && other.share().equals(share)
          && (share.kind() != Share.Kind.WHOLE || !before.isEmpty())
          && other.request().words().equals(request.words());
    }

    /** The same, seen by rights that may hold what it lacks. */
    public Held with(Rights rights) {
      return sharing(Share.of(request, rights));
    }

    Held sharing(Share other) {
      return new Held(power, namespace, request, grant, other, before);
    }
  }

  /** All accounts that are opened, that a pod runs as, or that a binding names; sorted. */
  public static List<String> accounts(Iterable<KubeObject> objects) {
    Set<String> out = new TreeSet<>();
    for (KubeObject object : objects) {
      String namespace = object.tenant().orElse("");
      if (object.kind().equals("ServiceAccount") && object.group().isEmpty()) {
        out.add(namespace + "/" + object.name());
      }
      for (PodView pod : PodViews.of(object)) {
        out.add(namespace + "/" + ServiceAccounts.of(pod));
      }
      AccessReader.binding(object)
          .ifPresent(binding ->
              binding.subjects().stream()
                  .forEach(subject -> subject.account().ifPresent(out::add)));
    }
    return List.copyOf(out);
  }

  /**
   * The powers of somebody: in the whole cluster, else in each namespace with a binding of theirs.
   */
  public static List<Held> of(Identity who, AccessGraph graph) {
    return of(who, graph, List.of());
  }

  /**
   * The same, when there is more that makes pods.
   *
   * @param podMakers requests for all namespaces
   */
  public static List<Held> of(
      Identity who, AccessGraph graph, List<AccessRequest.OnResource> podMakers) {
    return of(Rights.of(who, graph), podMakers);
  }

  /** The same for what somebody has and can give to themselves. */
  public static List<Held> of(Rights rights, List<AccessRequest.OnResource> podMakers) {
    List<Held> out = new ArrayList<>();
    for (Power power : Power.values()) {
      for (String namespace : rights.namespaces()) {
        boolean everywhere =
            out.stream()
                .filter(h -> h.power() == power && h.namespace().isEmpty())
                .filter(h -> h.isOfAll() && h.share().kind() == Share.Kind.WHOLE)
                // a binding that is there is a shorter way than one that is to be made
                .filter(h -> h.before().isEmpty())
                .anyMatch(h -> !h.isContainerInPod());
        if (!everywhere) {
          List<AccessRequest.OnResource> wishes = new ArrayList<>(power.requestsIn(namespace));
          wishes.addAll(power == Power.CREATE_PODS ? podMakers : List.of());
          // who makes pods does more than who changes those that are there
          wishes.sort(Comparator.comparing(Powers::isEphemeral));
          held(rights, power, in(wishes, namespace), out);
        }
      }
    }
    return out;
  }

  private static List<AccessRequest.OnResource> in(
      List<AccessRequest.OnResource> wishes, String namespace) {
    return wishes.stream()
        .map(w ->
            new AccessRequest.OnResource(
                w.verb(), w.group(), w.resource(), w.subresource(), "", namespace))
        .toList();
  }

  private static boolean isEphemeral(AccessRequest.OnResource request) {
    return request.subresource().equals("ephemeralcontainers");
  }

  /** The namespaces with a binding of somebody, behind the empty one for the whole cluster. */
  public static Set<String> namespacesOf(Identity who, AccessGraph graph) {
    Set<String> namespaces = new LinkedHashSet<>();
    namespaces.add("");
    for (Subjects.Named one : graph.named(who)) {
      if (!one.binding().isClusterWide()) {
        namespaces.add(one.binding().ref().namespace());
      }
    }
    return namespaces;
  }

  /**
   * The first request that gives the whole power, else the one that gives most of it; and what is
   * given for named objects alone.
   */
  private static void held(
      Rights rights, Power power, List<AccessRequest.OnResource> wishes, List<Held> out) {
    Optional<Held> best = Optional.empty();
    for (AccessRequest.OnResource wish : wishes) {
      Optional<Held> may = rights.may(power, wish);
      if (may.isPresent()) {
        Held one = may.get().sharing(Share.of(wish, rights));
        if (best.filter(b -> b.share().kind().compareTo(one.share().kind()) <= 0).isEmpty()) {
          best = Optional.of(one);
        }
        if (one.share().kind() == Share.Kind.WHOLE) {
          break;
        }
      }
    }
    best.filter(one -> out.stream().noneMatch(one::isToldBy)).ifPresent(out::add);
    if (OF_ONE.contains(power)) {
      boolean enough = best.filter(b -> b.share().isEnough() && b.before().isEmpty()).isPresent();
      named(rights, power, enough ? wishes.stream().filter(Powers::lifts).toList() : wishes, out);
    }
  }

  /** Whether it is asked for the roles that may be given beyond one's own rights. */
  private static boolean lifts(AccessRequest.OnResource wish) {
    return wish.verb().equals("bind") || wish.verb().equals("escalate");
  }

  private static void named(
      Rights rights, Power power, List<AccessRequest.OnResource> wishes, List<Held> out) {
    Set<String> names = new HashSet<>();
    for (AccessRequest.OnResource wish : wishes) {
      if (lifts(wish) && rights.may(power, wish).isPresent()) {
        continue;
      }
      String verb = lifts(wish) ? wish.verb() : "";
      for (Held named : rights.named(power, wish)) {
        Held one = named.sharing(Share.of(named.request(), rights));
        if (names.add(verb + " " + wish.resource() + "/" + one.request().name())
            && out.stream().noneMatch(one::isToldBy)) {
          out.add(one);
        }
      }
    }
  }
}
