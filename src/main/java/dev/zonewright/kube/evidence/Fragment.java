package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import java.util.Optional;

/**
 * Objects that are likely a part of another, laid over it when they are built: what they do not say
 * may stand in what is not opened.
 */
public final class Fragment {
  private Fragment() {}

  /** Why nothing of the object may be changed unasked; empty for one that is whole. */
  public static Optional<String> objection(KubeObject object) {
    if (object.isOfCustomKind()) {
      // there an operator may fill in the image
      return Optional.empty();
    }
    for (PodView pod : PodViews.of(object)) {
      for (ContainerView container : pod.containers()) {
        if (container.kind() != ContainerView.Kind.EPHEMERAL
            && !container.at().get("image").exists()) {
          return Optional.of(
              "container %s has no image, so this is likely a patch of another manifest"
                  .formatted(container.name()));
        }
      }
    }
    return Optional.empty();
  }
}
