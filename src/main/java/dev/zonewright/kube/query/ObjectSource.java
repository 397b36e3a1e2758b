package dev.zonewright.kube.query;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;

/** The objects of one snapshot, which answer the base queries. */
public interface ObjectSource {
  /** The object of this kind and name; the rules are those of {@code ClusterLookup.object}. */
  Optional<KubeObject> object(String kind, String namespace, String name);

  /** All objects of a kind. */
  List<KubeObject> objects(String kind);

  /** Those of one namespace; empty for the default one, not looked at for cluster-wide kinds. */
  List<KubeObject> objects(String kind, String namespace);

  /** The kinds of the custom resources of a namespace, sorted; empty for the default one. */
  List<String> customKinds(String namespace);

  /** The first manifest that writes the same object; empty where this one is the first. */
  Optional<Earlier> earlier(KubeObject object);

  /** The documents without a kind whose root is a list, in the order of files. */
  List<YamlDocument> lists();

  /** The first thing that may bind an account without being seen, as a clause. */
  Optional<String> unreadBinding();

  Optional<String> namespaceOfFile(YamlDocument document);
}
