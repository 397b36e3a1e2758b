package dev.zonewright.kube.access;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.ServiceAccounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the powers of accounts. */
public final class Powers {
  private Powers() {}

  /**
   * A power that an account has.
   *
   * @param namespace where; empty for all namespaces and the whole cluster
   */
  public record Held(
      Power power, String namespace, AccessRequest.OnResource request, AccessAnswer.Grant grant) {
    /** Whether no pod is made, and only a container is put into one that is there. */
    public boolean isContainerInPod() {
      return isEphemeral(request);
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
    Set<String> namespaces = namespacesOf(who, graph);
    List<Held> out = new ArrayList<>();
    for (Power power : Power.values()) {
      for (String namespace : namespaces) {
        boolean everywhere =
            out.stream()
                .filter(h -> h.power() == power && h.namespace().isEmpty())
                .anyMatch(h -> !h.isContainerInPod());
        if (!everywhere) {
          List<AccessRequest.OnResource> wishes = new ArrayList<>(power.requestsIn(namespace));
          wishes.addAll(power == Power.CREATE_PODS ? podMakers : List.of());
          // who makes pods does more than who changes those that are there
          wishes.sort(Comparator.comparing(Powers::isEphemeral));
          held(who, power, wishes, namespace, graph, out);
        }
      }
    }
    return out;
  }

  private static boolean isEphemeral(AccessRequest.OnResource request) {
    return request.subresource().equals("ephemeralcontainers");
  }

  /** The namespaces with a binding of somebody, behind the empty one for the whole cluster. */
  public static Set<String> namespacesOf(Identity who, AccessGraph graph) {
    Set<String> namespaces = new LinkedHashSet<>();
    namespaces.add("");
    for (AccessBinding binding : graph.bindings()) {
      if (!binding.isClusterWide() && binding.subjects().stream().anyMatch(s -> s.means(who))) {
        namespaces.add(binding.ref().namespace());
      }
    }
    return namespaces;
  }

  private static void held(
      Identity who,
      Power power,
      List<AccessRequest.OnResource> wishes,
      String namespace,
      AccessGraph graph,
      List<Held> out) {
    for (AccessRequest.OnResource wish : wishes) {
      AccessRequest.OnResource request =
          new AccessRequest.OnResource(
              wish.verb(), wish.group(), wish.resource(), wish.subresource(), "", namespace);
      if (graph.answerOfServer(who, request) instanceof AccessAnswer.Allowed(var grants)) {
        out.add(new Held(power, namespace, request, grants.getFirst()));
        return;
      }
    }
  }
}
