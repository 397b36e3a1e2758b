package dev.zonewright.kube.evidence.given;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The opened ConfigMaps and Secrets that a pod reads, and what stands in them as plain text. */
public final class Given {
  private static final String MAP = "ConfigMap";
  private static final String SECRET = "Secret";

  private Given() {}

  /** Those that are mounted into the container. */
  public static List<KubeObject> mounted(ContainerView container, ClusterLookup cluster) {
    List<YamlCursor> volumes = container.pod().spec().get("volumes").items();
    if (volumes.isEmpty()) {
      return List.of();
    }
    Set<String> mounts =
        container.at().get("volumeMounts").items().stream()
            .map(mount -> mount.get("name").raw())
            .collect(Collectors.toSet());
    List<YamlCursor> own =
        volumes.stream().filter(volume -> mounts.contains(volume.get("name").raw())).toList();
    return objects(container.pod(), cluster, ofVolumes(own, true), ofVolumes(own, false));
  }

  /** Those whose keys are all variables of the container. */
  public static List<KubeObject> variables(ContainerView container, ClusterLookup cluster) {
    List<YamlCursor> from = container.at().get("envFrom").items();
    return from.isEmpty()
        ? List.of()
        : objects(
            container.pod(),
            cluster,
            names(from.stream().map(one -> one.get("configMapRef", "name"))),
            names(from.stream().map(one -> one.get("secretRef", "name"))));
  }

  /** All that the pod reads as files, or as one variable or several. */
  public static List<KubeObject> all(PodView pod, ClusterLookup cluster) {
    Set<String> maps = ofVolumes(pod.spec().get("volumes").items(), true);
    Set<String> secrets = ofVolumes(pod.spec().get("volumes").items(), false);
    for (ContainerView container : pod.containers()) {
      for (YamlCursor from : container.at().get("envFrom").items()) {
        maps.add(from.get("configMapRef", "name").raw());
        secrets.add(from.get("secretRef", "name").raw());
      }
      for (YamlCursor variable : container.at().get("env").items()) {
        maps.add(variable.get("valueFrom", "configMapKeyRef", "name").raw());
        secrets.add(variable.get("valueFrom", "secretKeyRef", "name").raw());
      }
    }
    return objects(pod, cluster, maps, secrets);
  }

  /** What stands in one of them as plain text, by key. */
  public static List<YamlCursor> texts(KubeObject object) {
    return object.root().get(object.kind().equals(SECRET) ? "stringData" : "data").entries();
  }

  private static Set<String> ofVolumes(List<YamlCursor> volumes, boolean maps) {
    return names(
        volumes.stream()
            .flatMap(volume ->
                maps
                    ? Stream.concat(
                        Stream.of(volume.get("configMap", "name")),
                        volume.get("projected", "sources").items().stream()
                            .map(source -> source.get("configMap", "name")))
                    : Stream.concat(
                        Stream.of(volume.get("secret", "secretName")),
                        volume.get("projected", "sources").items().stream()
                            .map(source -> source.get("secret", "name")))));
  }

  private static Set<String> names(Stream<YamlCursor> at) {
    return at.map(YamlCursor::raw).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<KubeObject> objects(
      PodView pod, ClusterLookup cluster, Set<String> maps, Set<String> secrets) {
    return Stream.concat(
            maps.stream().map(name -> find(pod, cluster, MAP, name)),
            secrets.stream().map(name -> find(pod, cluster, SECRET, name)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<KubeObject> find(
      PodView pod, ClusterLookup cluster, String kind, String name) {
    return name.isEmpty() ? Optional.empty() : cluster.object(kind, pod.object().namespace(), name);
  }
}
