package dev.zonewright.kube;

import dev.zonewright.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;

/** What the opened manifests hold of objects that others refer to. */
public interface ClusterLookup {
  /**
   * What many would work out from the same objects; a record, so that it is worked out once whoever
   * asks. Its answer is a value with {@code equals}.
   *
   * @param <T> the answer
   */
  interface Question<T> {
    T answer(ClusterLookup cluster);
  }

  /** Works a question out unless that has been done, and nothing that it asked has changed. */
  <T> T ask(Question<T> question);

  /** The names of all opened RuntimeClasses whose handler this is, sorted. */
  List<String> runtimeClassesWithHandler(String handler);

  /**
   * The object of this kind and name; empty when it is not among the opened manifests. Of several
   * the first counts, but one of a kind that Kubernetes itself has goes before a custom resource
   * whose kind is called the same.
   *
   * @param namespace empty for the default one; not looked at for kinds of the whole cluster
   */
  Optional<KubeObject> object(String kind, String namespace, String name);

  /**
   * All objects of this kind, in the order of files and documents: whatever their API group, and
   * each of those that share a name.
   */
  List<KubeObject> objects(String kind);

  /**
   * Those of one namespace. Who asks only for these is not looked at again when others change.
   *
   * @param namespace empty for the default one; not looked at for kinds of the whole cluster
   */
  List<KubeObject> objects(String kind, String namespace);

  /**
   * The RoleBindings, then ClusterRoleBindings, with a subject of this name. An account is asked
   * for as NAMESPACE/NAME, as /NAME where no namespace is written, and as NAME in any; a User that
   * means an account counts as the account.
   */
  List<KubeObject> bindingsNaming(String subject);

  /** The RoleBindings, then ClusterRoleBindings, whose {@code roleRef} has this name. */
  List<KubeObject> bindingsOf(String role);

  /** The ClusterRoles that gather the rules of others by an {@code aggregationRule}. */
  List<KubeObject> aggregatingRoles();

  /**
   * The first thing that may bind an account, or be one, without being seen: a file or document
   * that cannot be read, a template, a binding of values; as {@code document 3 of a.yaml cannot be
   * read}.
   */
  Optional<String> unreadBinding();

  /** The namespace that the file of this document is about; empty when there is no such one. */
  Optional<String> namespaceOfFile(YamlDocument document);

  /** The RuntimeClass of this name; empty when it is not among the opened manifests. */
  default Optional<KubeObject> runtimeClass(String name) {
    return object("RuntimeClass", "", name);
  }

  /** The ServiceAccount of this name; empty when it is not among the opened manifests. */
  default Optional<KubeObject> serviceAccount(String namespace, String name) {
    return object("ServiceAccount", namespace, name);
  }
}
