package dev.zonewright.ui.tree;

import dev.zonewright.ui.Widgets;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** What stands for the kind of an object where there is no room for the word. */
final class KindIcon {
  private static final Map<String, Feather> ICONS =
      Map.ofEntries(
          Map.entry("Deployment", Feather.LAYERS),
          Map.entry("ReplicaSet", Feather.COPY),
          Map.entry("StatefulSet", Feather.DATABASE),
          Map.entry("DaemonSet", Feather.SERVER),
          Map.entry("Pod", Feather.BOX),
          Map.entry("Job", Feather.PLAY),
          Map.entry("CronJob", Feather.CLOCK),
          Map.entry("Service", Feather.SHARE_2),
          Map.entry("Ingress", Feather.LOG_IN),
          Map.entry("NetworkPolicy", Feather.SHIELD),
          Map.entry("Namespace", Feather.FOLDER),
          Map.entry("ServiceAccount", Feather.USER),
          Map.entry("Role", Feather.KEY),
          Map.entry("ClusterRole", Feather.KEY),
          Map.entry("RoleBinding", Feather.LINK),
          Map.entry("ClusterRoleBinding", Feather.LINK),
          Map.entry("Secret", Feather.LOCK),
          Map.entry("ConfigMap", Feather.SLIDERS),
          Map.entry("ResourceQuota", Feather.BAR_CHART),
          Map.entry("LimitRange", Feather.BAR_CHART),
          Map.entry("PersistentVolume", Feather.HARD_DRIVE),
          Map.entry("PersistentVolumeClaim", Feather.HARD_DRIVE),
          Map.entry("StorageClass", Feather.HARD_DRIVE),
          Map.entry("RuntimeClass", Feather.CPU),
          Map.entry("CustomResourceDefinition", Feather.CODE),
          Map.entry("ValidatingWebhookConfiguration", Feather.CHECK_SQUARE),
          Map.entry("MutatingWebhookConfiguration", Feather.EDIT),
          Map.entry("HorizontalPodAutoscaler", Feather.MAXIMIZE_2),
          Map.entry("PodDisruptionBudget", Feather.UMBRELLA));

  private KindIcon() {}

  /** The icon of the kind of a row's object; of a kind that has none, that of any manifest. */
  static Optional<Node> of(TreeNode row) {
    return row.kind().isEmpty()
        ? Optional.empty()
        : Optional.of(icon(ICONS.getOrDefault(row.kind(), Feather.FILE_TEXT)));
  }

  private static Node icon(Feather feather) {
    Node icon = Widgets.icon(feather);
    icon.getStyleClass().add("kind-icon");
    return icon;
  }
}
