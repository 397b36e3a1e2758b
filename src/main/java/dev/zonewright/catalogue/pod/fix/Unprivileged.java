package dev.zonewright.catalogue.pod.fix;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.edit.YamlEditor;
import java.util.List;

/** What a container cannot keep when it is no longer privileged. */
public final class Unprivileged {
  /** Why a person looks first. */
  public static final String REASON =
      "the program may need what only a privileged container has: try it, or record an exception";

  private Unprivileged() {}

  /** What the title adds. */
  public static String also(ContainerView container) {
    return propagations(container).isEmpty()
        ? ""
        : ", and no mount passes changes to the node (Bidirectional)";
  }

  /** Kubernetes refuses Bidirectional propagation without privileged: true. */
  public static void takeAlong(YamlEditor editor, ContainerView container) {
    propagations(container).forEach(at -> editor.remove(at.path()));
  }

  private static List<YamlCursor> propagations(ContainerView container) {
    return container.at().get("volumeMounts").items().stream()
        .map(mount -> mount.get("mountPropagation"))
        .filter(at -> at.raw().equals("Bidirectional"))
        .toList();
  }
}
