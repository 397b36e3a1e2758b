package dev.zonewright.catalogue.pod;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows a claim to its storage as Kubernetes does: to the volume that it names or that is
 * reserved for it, to one of its class that fits, and else to what its class makes. Source:
 * Kubernetes, Persistent Volumes, Storage Classes.
 */
public final class ClaimResolver {
  private static final List<String> DEFAULT_CLASS =
      List.of(
          "storageclass.kubernetes.io/is-default-class",
          "storageclass.beta.kubernetes.io/is-default-class");

  /** What Kubernetes writes onto a claim that something makes a volume for. */
  private static final List<String> PROVISIONED =
      List.of(
          "volume.kubernetes.io/storage-provisioner",
          "volume.beta.kubernetes.io/storage-provisioner");

  private final ClusterLookup cluster;

  ClaimResolver(ClusterLookup cluster) {
    this.cluster = cluster;
  }

  /**
   * The first claim of the pod that leads to storage of a node, which keeps the pod there, as a
   * clause.
   */
  public static Optional<String> onNode(PodView pod, ClusterLookup cluster) {
    KubeObject object = pod.object();
    Stream<Claim> claimed =
        pod.spec().get("volumes").items().stream()
            .map(volume -> volume.get("persistentVolumeClaim", "claimName").raw())
            .filter(name -> !name.isEmpty())
            .flatMap(name ->
                cluster.object("PersistentVolumeClaim", object.namespace(), name).stream()
                    .map(found -> new Claim(found.root(), found.namespace(), name::equals)));
    Stream<Claim> made =
        object.root().get("spec", "volumeClaimTemplates").items().stream()
            .map(template -> ofTemplate(template, object));
    ClaimResolver resolver = new ClaimResolver(cluster);
    return Stream.concat(claimed, made)
        .map(resolver::resolve)
        .filter(Backing.OnNode.class::isInstance)
        .map(backing -> "its claim leads to " + ((Backing.OnNode) backing).what())
        .findFirst();
  }

  private static Claim ofTemplate(YamlCursor template, KubeObject object) {
    String name = template.get("metadata", "name").raw() + "-" + object.name();
    return new Claim(template, object.namespace(), each -> each.startsWith(name));
  }

  Backing resolve(Claim claim) {
    Backing found = followed(claim);
    return found instanceof Backing.Unknown ? provisioned(claim).orElse(found) : found;
  }

  private static Optional<Backing> provisioned(Claim claim) {
    YamlCursor annotations = claim.root().get("metadata", "annotations");
    return PROVISIONED.stream()
        .map(key -> annotations.get(key).raw())
        .filter(LocalStorage::isProvisioner)
        .findFirst()
        .map(name -> new Backing.OnNode("storage that %s makes on the node".formatted(name)));
  }

  private Backing followed(Claim claim) {
    YamlCursor volumeName = claim.spec().get("volumeName");
    if (UnknownValue.hides(volumeName) || isNoText(volumeName)) {
      return unreadable(volumeName);
    }
    if (!volumeName.raw().isEmpty()) {
      return cluster
          .object("PersistentVolume", "", volumeName.raw())
          .map(ClaimResolver::ofVolume)
          .orElseGet(() ->
              new Backing.Unknown(
                  "PersistentVolume %s, which it names, is not opened"
                      .formatted(volumeName.raw())));
    }
    Optional<KubeObject> reserved = volumes().stream().filter(claim::isReserved).findFirst();
    return reserved.isPresent() ? ofVolume(reserved.get()) : byClass(claim);
  }

  private static boolean isNoText(YamlCursor at) {
    return at.isSet() && at.string().isEmpty();
  }

  private static Backing unreadable(YamlCursor at) {
    return new Backing.Unknown(
        at.isSet()
            ? "its %s is %s".formatted(at.key(), UnknownValue.quoted(at))
            : "its %s cannot be read".formatted(at.key()));
  }

  private static Backing ofVolume(KubeObject volume) {
    return LocalStorage.of(volume.root().get("spec"), volume.name());
  }

  private List<KubeObject> volumes() {
    return cluster.objects("PersistentVolume");
  }

  private Backing byClass(Claim claim) {
    return switch (StorageClassName.of(claim.root())) {
      case StorageClassName.Unknown(YamlCursor at) -> unreadable(at);
      case StorageClassName.Named(String name) -> ofClass(claim, name);
      case StorageClassName.Unnamed _ -> ofDefaultClass(claim);
    };
  }

  /** Of several default classes the youngest counts, which manifests do not tell. */
  private Backing ofDefaultClass(Claim claim) {
    List<Backing> all =
        cluster.objects("StorageClass").stream()
            .filter(ClaimResolver::isDefault)
            .map(each -> ofClass(claim, each.name()))
            .distinct()
            .toList();
    if (all.isEmpty()) {
      return fitting(claim, "")
          .orElse(new Backing.Unknown("it names no StorageClass, and no default class is opened"));
    }
    return all.size() == 1 || all.stream().allMatch(Backing.OnNode.class::isInstance)
        ? all.getFirst()
        : new Backing.Unknown("it names no StorageClass, and several default classes are opened");
  }

  private static boolean isDefault(KubeObject storageClass) {
    YamlCursor annotations = storageClass.root().get("metadata", "annotations");
    return DEFAULT_CLASS.stream().anyMatch(key -> annotations.get(key).raw().equals("true"));
  }

  private Backing ofClass(Claim claim, String name) {
    return fitting(claim, name)
        .orElseGet(() ->
            name.isEmpty()
                ? new Backing.Unknown(
                    "it asks for no class, and no opened PersistentVolume fits it")
                : cluster
                    .object("StorageClass", "", name)
                    .map(ClaimResolver::ofProvisioner)
                    .orElseGet(() ->
                        new Backing.Unknown("its StorageClass %s is not opened".formatted(name))));
  }

  private static Backing ofProvisioner(KubeObject storageClass) {
    YamlCursor at = storageClass.root().get("provisioner");
    if (UnknownValue.hides(at) || at.string().orElse("").isEmpty()) {
      return new Backing.Unknown(
          "the provisioner of its StorageClass %s is not known".formatted(storageClass.name()));
    }
    if (at.raw().equals(LocalStorage.NO_PROVISIONER)) {
      return new Backing.OnNode(
          "StorageClass %s, which is for volumes prepared by hand, usually disks of the nodes (%s)"
              .formatted(storageClass.name(), at.raw()));
    }
    return LocalStorage.isProvisioner(at.raw())
        ? new Backing.OnNode(
            "StorageClass %s, whose volumes are kept on the node (%s)"
                .formatted(storageClass.name(), at.raw()))
        : new Backing.Elsewhere();
  }

  /** The opened volumes that the claim may be bound to; one on the node goes before the others. */
  private Optional<Backing> fitting(Claim claim, String className) {
    List<Backing> all =
        volumes().stream()
            .filter(volume -> isOfClass(volume, className) && claim.canTake(volume))
            .map(ClaimResolver::ofVolume)
            .toList();
    return all.stream()
        .filter(Backing.OnNode.class::isInstance)
        .findFirst()
        .or(() -> all.stream().filter(Backing.Unknown.class::isInstance).findFirst())
        .or(() -> all.stream().findFirst());
  }

  private static boolean isOfClass(KubeObject volume, String className) {
    return switch (StorageClassName.of(volume.root())) {
      case StorageClassName.Named(String name) -> name.equals(className);
      case StorageClassName.Unnamed _ -> className.isEmpty();
      case StorageClassName.Unknown _ -> false;
    };
  }
}
