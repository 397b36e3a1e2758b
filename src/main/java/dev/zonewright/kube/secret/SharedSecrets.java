package dev.zonewright.kube.secret;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.placement.WorkloadKinds;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What several tenants hold of the same secrets, by {@link SecretMark}. What one tenant alone holds
 * is left out.
 */
public record SharedSecrets() implements Query<Map<SecretMark, List<SharedSecrets.Use>>> {
  /**
   * A place where a tenant holds it.
   *
   * @param path where it is named or written
   */
  public record Use(String tenant, ObjectRef object, YamlPath path) {}

  /** Who holds one secret; empty where it is one tenant alone. */
  public record Of(SecretMark mark) implements Query<List<Use>> {
    @Override
    public List<Use> answer(Cluster cluster) {
      return cluster.ask(new SharedSecrets()).getOrDefault(mark, List.of());
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Of that && mark.equals(that.mark);
    }

    @Override
    public int hashCode() {
      return mark.hashCode();
    }
  }

  @Override
  public Map<SecretMark, List<Use>> answer(Cluster cluster) {
    Map<SecretMark, List<Use>> out = new LinkedHashMap<>();
    Map<String, Set<String>> known = new HashMap<>();
    for (String kind : SecretMark.KINDS) {
      for (KubeObject object : named(kind, cluster)) {
        SecretMark.decides(object)
            .forEach(name -> known.computeIfAbsent(tenant(object), _ -> new HashSet<>()).add(name));
        SecretMark.of(object)
            .forEach(
                (mark, at) -> add(out, mark, new Use(tenant(object), ObjectRef.of(object), at)));
      }
    }
    for (String kind : WorkloadKinds.ALL) {
      for (KubeObject object : named(kind, cluster)) {
        Set<String> decided = known.getOrDefault(tenant(object), Set.of());
        for (PodView pod : PodViews.of(object)) {
          for (SecretUse use : SecretUse.of(pod)) {
            if (SecretMark.isName(use.name()) && !decided.contains(use.secret())) {
              add(
                  out,
                  new SecretMark.Name(use.secret()),
                  new Use(tenant(object), ObjectRef.of(object), use.name().path()));
            }
          }
        }
      }
    }
    out.values().removeIf(uses -> uses.stream().map(Use::tenant).distinct().count() < 2);
    out.replaceAll((_, uses) -> List.copyOf(uses));
    return out;
  }

  /** Without those that name no namespace: to whom they belong is not known. */
  private static List<KubeObject> named(String kind, Cluster cluster) {
    return cluster.ask(new BaseQuery.OfKind(kind)).stream()
        .filter(o -> !o.namespace().isEmpty())
        .toList();
  }

  private static String tenant(KubeObject object) {
    return object.tenant().orElse(Tenants.DEFAULT);
  }

  private static void add(Map<SecretMark, List<Use>> out, SecretMark mark, Use use) {
    List<Use> uses = out.computeIfAbsent(mark, _ -> new ArrayList<>());
    boolean named =
        mark instanceof SecretMark.Name
            && uses.stream().anyMatch(u -> u.tenant().equals(use.tenant()));
    if (!named) {
      uses.add(use);
    }
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SharedSecrets;
  }

  @Override
  public int hashCode() {
    return 1328;
  }
}
