package dev.zonewright.catalogue.pod;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.Tenants;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A request for storage: a PersistentVolumeClaim, or a template of one in a workload.
 *
 * @param root where its {@code metadata} and {@code spec} stand
 * @param namespace of the claim, or of the workload; empty for the default one
 * @param named whether a claim of this name is this one, or one made from it
 */
record Claim(YamlCursor root, String namespace, Predicate<String> named) {
  YamlCursor spec() {
    return root.get("spec");
  }

  /** Whether a volume is reserved for this claim. */
  boolean isReserved(KubeObject volume) {
    YamlCursor ref = volume.root().get("spec", "claimRef");
    return named.test(ref.get("name").raw())
        && inNamespace(ref.get("namespace").raw()).equals(inNamespace(namespace));
  }

  private static String inNamespace(String written) {
    return written.isEmpty() ? Tenants.DEFAULT : written;
  }

  /**
   * Whether Kubernetes may bind the claim to this volume, which nothing else has reserved, when
   * both are of one class. A claim that selects by expressions is taken to select nothing.
   */
  boolean canTake(KubeObject volume) {
    YamlCursor other = volume.root().get("spec");
    return !other.get("claimRef").isSet()
        && !spec().get("selector", "matchExpressions").isSet()
        && mode(spec()).equals(mode(other))
        && texts(other.get("accessModes")).containsAll(texts(spec().get("accessModes")))
        && spec().get("selector", "matchLabels").entries().stream()
            .allMatch(label ->
                volume.root().get("metadata", "labels", label.key()).raw().equals(label.raw()))
        && isLargeEnough(other.get("capacity", "storage"));
  }

  private static String mode(YamlCursor spec) {
    String mode = spec.get("volumeMode").raw();
    return mode.isEmpty() ? "Filesystem" : mode;
  }

  private static Set<String> texts(YamlCursor list) {
    List<YamlCursor> items = list.items();
    Set<String> out = HashSet.newHashSet(items.size());
    items.forEach(item -> out.add(item.raw()));
    return out;
  }

  /** An amount that cannot be read is no obstacle. */
  private boolean isLargeEnough(YamlCursor capacity) {
    Optional<BigDecimal> has = Quantities.of(capacity);
    Optional<BigDecimal> needs = Quantities.of(spec().get("resources", "requests", "storage"));
    return has.isEmpty() || needs.isEmpty() || has.get().compareTo(needs.get()) >= 0;
  }
}
