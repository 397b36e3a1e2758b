package dev.zonewright.catalogue.token;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.edit.YamlEditor;

/**
 * The account {@code default} of a namespace, which Kubernetes makes by itself, with a token for
 * every pod that does not refuse it. A manifest of that account, with the field set to false, is
 * how a whole namespace is told otherwise.
 */
final class DefaultAccount {

  private DefaultAccount() {}

  /**
   * Whether a manifest of the account should stand beside this Namespace: it has a name of its own,
   * not a generated one, is not the system's, is the first manifest of its name, and the account is
   * not opened.
   */
  static boolean isWanted(KubeObject namespace, ClusterLookup cluster) {
    String name = namespace.root().get("metadata", "name").string().orElse("");
    return !name.isBlank()
        && !Tenants.isSystem(name)
        && cluster.object("Namespace", "", name).filter(namespace::equals).isPresent()
        && cluster.serviceAccount(name, ServiceAccounts.DEFAULT).isEmpty();
  }

  /**
   * Whether it should stand beside the workloads of a namespace whose Namespace is not opened: they
   * name it, it is not the system's, and the account is not opened.
   */
  static boolean isWantedFor(YamlCursor namespace, ClusterLookup cluster) {
    String name = namespace.string().orElse("");
    return !name.isBlank()
        && !UnknownValue.isPlaceholder(namespace)
        && !Tenants.isSystem(name)
        && cluster.object("Namespace", "", name).isEmpty()
        && cluster.serviceAccount(name, ServiceAccounts.DEFAULT).isEmpty();
  }

  /** Whether somebody wrote on the Namespace that no token is to be mounted. */
  static boolean isMeantFor(KubeObject namespace) {
    return ServiceAccounts.automountOn(namespace).stream().anyMatch(DefaultAccount::saysFalse);
  }

  static boolean saysFalse(YamlCursor at) {
    return at.isFalse() || at.raw().equals("false");
  }

  /** Adds the account: to the list that holds the Namespace, or as a document behind it. */
  static void add(YamlEditor editor, KubeObject namespace) {
    add(editor, namespace, namespace.name());
  }

  /**
   * The same behind another object.
   *
   * @param namespace of the account
   */
  static void add(YamlEditor editor, KubeObject object, String namespace) {
    YamlPath path = object.root().path();
    boolean inList =
        !path.isRoot()
            && object.root().document().cursor().get("kind").raw().equals("List")
            && path.last() instanceof YamlPath.Index;
    if (inList) {
      editor.addItem(path.parent(), manifest(namespace));
    } else {
      editor.appendDocument(manifest(namespace));
    }
  }

  static YamlValue.Mapping manifest(String namespace) {
    return YamlValue.mapping(
        "apiVersion",
        YamlValue.of("v1"),
        "kind",
        YamlValue.of("ServiceAccount"),
        "metadata",
        YamlValue.mapping(
            "name", YamlValue.of(ServiceAccounts.DEFAULT), "namespace", YamlValue.of(namespace)),
        ServiceAccounts.AUTOMOUNT,
        YamlValue.of(false));
  }
}
