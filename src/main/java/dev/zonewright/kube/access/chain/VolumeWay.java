package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.Rights;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way round what refuses a hostPath in a pod: a PersistentVolume that is one. Pod Security
 * looks at the volumes of a pod, and allows every claim. Source: Kubernetes, Pod Security
 * Standards, HostPath Volumes and Volume Types.
 */
final class VolumeWay {
  private static final YamlPath HOST_PATH = YamlPath.of("spec", "hostPath");

  private VolumeWay() {}

  /**
   * The hops to a folder of a node for somebody who makes pods; empty without a way.
   *
   * @param restraint what refuses it in a pod
   * @param namespace where the pods are; empty for all namespaces
   */
  static List<Hop> round(
      HostPathRestraint restraint,
      Rights ask,
      String namespace,
      Function<String, List<KubeObject>> objects) {
    Hop passed =
        Hop.in(
            Hop.Kind.ADMISSION,
            restraint.by().label(),
            "refuses a hostPath in a pod, but not a claim for a hostPath volume",
            restraint.by(),
            Optional.of(restraint.path()));
    Optional<KubeObject> there =
        objects.apply("PersistentVolume").stream()
            .filter(v -> v.root().at(HOST_PATH).exists() && isClaimed(v, namespace, objects))
            .findFirst();
    if (there.isPresent()) {
      Hop volume =
          Hop.in(
                  Hop.Kind.ACT,
                  "PersistentVolume " + there.get().name(),
                  "a claim that the pod can use leads to this folder of a node",
                  ObjectRef.of(there.get()),
                  Optional.of(HOST_PATH))
              .cutBy("Remove the volume");
      return List.of(passed, volume);
    }
    if (HostPathRestraint.onVolumes(objects).isPresent()) {
      return List.of();
    }
    List<String> make = List.of("create");
    Optional<Powers.Held> volumes =
        ask.any(Power.CREATE_VOLUMES, make, "", "persistentvolumes", "", "");
    // a StatefulSet makes the claims of its template
    Optional<Powers.Held> claims =
        ask.any(Power.CREATE_VOLUMES, make, "", "persistentvolumeclaims", "", namespace)
            .or(() -> ask.any(Power.CREATE_VOLUMES, make, "apps", "statefulsets", "", namespace));
    if (volumes.isEmpty() || claims.isEmpty()) {
      return List.of();
    }
    List<Hop> out = new ArrayList<>(List.of(passed));
    out.addAll(ChainHops.grant(volumes.get()));
    out.addAll(ChainHops.grant(claims.get()));
    out.add(
        Hop.said(
            Hop.Kind.ACT,
            "PersistentVolume",
            "makes a folder of a node into a volume, and claims it for a pod"));
    return out;
  }

  private static boolean isClaimed(
      KubeObject volume, String namespace, Function<String, List<KubeObject>> objects) {
    YamlCursor claim = volume.root().get("spec", "claimRef");
    String owner = claim.get("namespace").raw();
    if (claim.exists()) {
      return namespace.isEmpty() || namespace.equals(owner);
    }
    return objects.apply("PersistentVolumeClaim").stream()
        .filter(c -> namespace.isEmpty() || namespace.equals(c.tenant().orElse(Tenants.DEFAULT)))
        .anyMatch(c -> c.root().get("spec", "volumeName").raw().equals(volume.name()));
  }
}
