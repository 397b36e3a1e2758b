package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.Tenants;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A workload and the account that it runs as.
 *
 * @param spec where the pod's spec stands
 * @param account {@code NAMESPACE/NAME}
 * @param mounts whether its pods are given the account's token
 */
public record TokenHolder(
    ObjectRef workload, YamlPath spec, String namespace, String account, boolean mounts) {

  /** All pods of the objects, in their order. */
  public static List<TokenHolder> of(Iterable<KubeObject> objects) {
    Map<String, Boolean> optedOut = new HashMap<>();
    for (KubeObject object : objects) {
      if (object.kind().equals("ServiceAccount") && object.group().isEmpty()) {
        boolean out = object.root().get(ServiceAccounts.AUTOMOUNT).raw().equals("false");
        optedOut.put(object.tenant().orElse(Tenants.DEFAULT) + "/" + object.name(), out);
      }
    }
    List<TokenHolder> out = new ArrayList<>();
    for (KubeObject object : objects) {
      for (PodView pod : PodViews.of(object)) {
        String namespace = object.tenant().orElse(Tenants.DEFAULT);
        String account = namespace + "/" + ServiceAccounts.of(pod);
        out.add(
            new TokenHolder(
                ObjectRef.of(object),
                pod.spec().path(),
                namespace,
                account,
                mounts(pod, optedOut.getOrDefault(account, false))));
      }
    }
    return out;
  }

  private static boolean mounts(PodView pod, boolean accountOptsOut) {
    boolean projected =
        pod.spec().get("volumes").items().stream()
            .flatMap(v -> v.get("projected", "sources").items().stream())
            .anyMatch(source -> source.get("serviceAccountToken").exists());
    if (projected) {
      return true;
    }
    String said = pod.spec().get(ServiceAccounts.AUTOMOUNT).raw();
    return said.isEmpty() ? !accountOptsOut : !said.equals("false");
  }
}
