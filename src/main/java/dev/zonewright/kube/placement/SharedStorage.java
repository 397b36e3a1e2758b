package dev.zonewright.kube.placement;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who uses each volume that can be reached from several namespaces, by what names the volume. */
public record SharedStorage() implements Query<NavigableMap<String, List<SharedStorage.Use>>> {
  /**
   * A use of a volume.
   *
   * @param path where the volume is named
   */
  public record Use(String tenant, ObjectRef object, YamlPath path) {}

  /** The uses of one volume. */
  public record Of(String name) implements Query<List<Use>> {
    @Override
    public List<Use> answer(Cluster cluster) {
      NavigableMap<String, List<Use>> all = cluster.ask(new SharedStorage());
      List<Use> out = new ArrayList<>(all.getOrDefault(name, List.of()));
      // whoever mounts a folder of a share also reads what is below it
      for (int end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
        out.addAll(all.getOrDefault(name.substring(0, end), List.of()));
      }
      if (name.contains(":")) {
        String below = name + "/";
        all.tailMap(below).entrySet().stream()
            .takeWhile(e -> e.getKey().startsWith(below))
            .forEach(e -> out.addAll(e.getValue()));
      }
      return List.copyOf(out);
    }

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Of that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  @Override
  public NavigableMap<String, List<Use>> answer(Cluster cluster) {
    NavigableMap<String, List<Use>> out = new TreeMap<>();
    for (String kind : WorkloadKinds.ALL) {
      for (KubeObject object : cluster.ask(new BaseQuery.OfKind(kind))) {
        for (PodView pod : PodViews.of(object)) {
          for (YamlCursor volume : pod.spec().get("volumes").items()) {
            share(volume).ifPresent(name -> add(out, name, object, volume));
          }
        }
      }
    }
    Map<String, String> shares = new HashMap<>();
    for (KubeObject volume : cluster.ask(new BaseQuery.OfKind("PersistentVolume"))) {
      YamlCursor claim = volume.root().get("spec", "claimRef").get("namespace");
      Optional<String> share = share(volume.root().get("spec"));
      share.ifPresent(name -> shares.put(volume.name(), name));
      share
          .filter(_ -> !claim.raw().isEmpty())
          .ifPresent(name ->
              out.computeIfAbsent(name, _ -> new ArrayList<>())
                  .add(new Use(claim.raw(), ObjectRef.of(volume), claim.path())));
    }
    for (KubeObject claim : cluster.ask(new BaseQuery.OfKind("PersistentVolumeClaim"))) {
      YamlCursor volume = claim.root().get("spec", "volumeName");
      if (volume.isScalar() && !volume.raw().isEmpty() && !volume.isPlaceholder()) {
        add(out, "PersistentVolume " + volume.raw(), claim, volume);
        String share = shares.get(volume.raw());
        if (share != null) {
          add(out, share, claim, volume);
        }
      }
    }
    out.replaceAll((_, uses) -> List.copyOf(uses));
    return Collections.unmodifiableNavigableMap(out);
  }

  private static void add(
      Map<String, List<Use>> out, String name, KubeObject object, YamlCursor at) {
    out.computeIfAbsent(name, _ -> new ArrayList<>())
        .add(new Use(object.tenant().orElse(Tenants.DEFAULT), ObjectRef.of(object), at.path()));
  }

  /** What a volume is called wherever it is mounted; empty for one of the pod's own. */
  public static Optional<String> share(YamlCursor volume) {
    for (YamlCursor source : volume.entries()) {
      Optional<String> name =
          switch (source.key()) {
            case "nfs" -> named("NFS", source.get("server"), source.get("path"));
            case "glusterfs" -> named("GlusterFS", source.get("endpoints"), source.get("path"));
            case "cephfs" -> named("CephFS", source.get("monitors").at(0), source.get("path"));
            case "rbd" -> named("RBD", source.get("pool"), source.get("image"));
            case "iscsi" -> named("iSCSI", source.get("iqn"), source.get("lun"));
            case "azureFile" -> named("Azure file share", source.get("shareName"));
            case "awsElasticBlockStore" -> named("EBS volume", source.get("volumeID"));
            case "gcePersistentDisk" -> named("disk", source.get("pdName"));
            case "csi" -> named("CSI volume", source.get("driver"), source.get("volumeHandle"));
            default -> Optional.empty();
          };
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> named(String what, YamlCursor... parts) {
    StringBuilder out = new StringBuilder(what);
    for (YamlCursor part : parts) {
      if (!part.isScalar() || part.raw().isEmpty() || part.isPlaceholder()) {
        return Optional.empty();
      }
      String words = part.raw();
      while (words.endsWith("/")) {
        words = words.substring(0, words.length() - 1);
      }
      out.append(out.length() == what.length() ? " " : ":").append(words);
    }
    return Optional.of(out.toString());
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SharedStorage;
  }

  @Override
  public int hashCode() {
    return 1324;
  }
}
