package dev.zonewright.kube.valid.volume;

import dev.zonewright.kube.PodView;
import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;

/**
 * Values in the sources of a pod's volumes: sizes, paths, identifiers of disks, and fields of which
 * only one may be set. Source: Kubernetes 1.36, validation of VolumeSource.
 */
public final class SourceRules {
  private static final FieldTree VOLUME =
      Sources.values()
          .add(SourceRules::size, "emptyDir.sizeLimit")
          .add(Forms.PLACE, "gitRepo.directory")
          .add(Forms.OBJECT_NAME, "csi.nodePublishSecretRef.name");

  private SourceRules() {}

  public static void check(PodView pod, Found found) {
    for (YamlCursor volume : pod.spec().get("volumes").items()) {
      VOLUME.check(volume, found);
    }
  }

  private static void size(YamlCursor at, Found found) {
    if (Quantities.of(at).filter(size -> size.signum() < 0).isPresent()) {
      found.applied(at, "a size must not be negative");
    }
  }
}
